/** Icons, drawn on a grid of 16 with a line of 1.4: one for each type of entity, and those of the controls. */
import type { EntityType } from '../core/model.ts';

const TYPES = {
  organisation: 'M2 13.5h12M3.5 13V7m3 6V7m3 6V7m3 6V7M2 6.5l6-4 6 4z',
  company: 'M2 13.5h12m-10.5 0v-11h6v11m0-7h3v7m-7-8h2m-2 2.5h2m-2 2.5h2',
  person: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zm-5 6c.3-2.8 2.2-4 5-4s4.7 1.2 5 4',
  place: 'M8 14C5 10.8 3.5 8.4 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 8.4 11 10.8 8 14zm0-6V5',
  event: 'M2.5 4h11v9.5h-11zm0 3h11m-8-4.5V4m5-1.5V4',
  law: 'M8 2.5v11m-3 0h6M3.2 4.5h9.6m-9.6 0L1.5 9a1.8 1.8 0 0 0 3.4 0zm9.6 0L11.1 9a1.8 1.8 0 0 0 3.4 0z',
  document: 'M3.5 2.5h6l3 3v8h-9zm6 0v3h3M6 8.5h4M6 11h4',
  initiative: 'M4 14V3h8.5l-2 2.75 2 2.75H4',
  concept: 'M6.2 11.5v-.8C6 9.5 4 8.7 4 6.3a4 4 0 0 1 8 0c0 2.4-2 3.2-2.2 4.4v.8zm.3 2h3',
  technology: 'M4.5 4.5h7v7h-7zm2-2.5v2m3-2v2m-3 8v2m3-2v2M2 6.5h2m-2 3h2m8-3h2m-2 3h2',
  media: 'M2.5 3h9v10.5h-9zm9 3.5h2v5.5a1.5 1.5 0 0 1-2 1.5M5 6h4M5 8.5h4M5 11h4',
} as const satisfies Record<EntityType, string>;

const CONTROLS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  forward: 'M6.5 3.5 11 8l-4.5 4.5',
  close: 'M4 4l8 8m0-8-8 8',
  note: 'M3 13.5h10M4 11l.6-2.4L10.2 3 12 4.8l-5.6 5.6z',
  pin: 'M8 10v4M4.5 10h7L10 7.5V3h-4v4.5zM5 3h6',
  remove: 'M3 4.5h10m-7 0v-2h4v2m-5.8 0 .6 9h6.4l.6-9M6.8 7v4m2.4-4v4',
  up: 'M8 13V3.5m-4 4 4-4 4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zm3.3-1.2 3.2 3.2',
} as const;

const PATHS = { ...TYPES, ...CONTROLS };

export type IconName = keyof typeof PATHS;

/** A line drawing in the colour of the text around it. What it means must stand in words beside it or in a label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={name === 'back' || name === 'forward' ? 'icon turns' : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
