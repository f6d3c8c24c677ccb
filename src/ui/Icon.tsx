/** Icons, drawn on a grid of 16 with a line of 1.4: those of the controls, and whatever comes as a path (`core/card/type-icons.ts`). */
const CONTROLS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  close: 'M4 4l8 8m0-8-8 8',
  note: 'M3 13.5h10M4 11l.6-2.4L10.2 3 12 4.8l-5.6 5.6z',
  pin: 'M8 10v4M4.5 10h7L10 7.5V3h-4v4.5zM5 3h6',
  remove: 'M3 4.5h10m-7 0v-2h4v2m-5.8 0 .6 9h6.4l.6-9M6.8 7v4m2.4-4v4',
  up: 'M8 13V3.5m-4 4 4-4 4 4',
  more: 'M8 3v10M3 8h10',
  less: 'M3 8h10',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zm3.3-1.2 3.2 3.2',
} as const;

export type IconName = keyof typeof CONTROLS;

type IconProps =
  | { readonly name: IconName; readonly path?: never }
  | { readonly name?: never; readonly path: string };

/** A line drawing in the colour of the text around it. What it means must stand in words beside it or in a label. */
export function Icon({ name, path }: IconProps) {
  return (
    <svg
      class={name === 'back' || name === 'forward' ? 'icon turns' : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={name ? CONTROLS[name] : path} />
    </svg>
  );
}
