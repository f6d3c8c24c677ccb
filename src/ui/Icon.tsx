/** Icons, drawn on a grid of 16 with a line of 1.4: one for each type of entity, and those of the controls. */
import type { EntityType } from '../core/model.ts';

const TYPES = {
  organisation: 'M2 13.5h12M3.5 13.5V7M6.5 13.5V7M9.5 13.5V7M12.5 13.5V7M2 6.5 8 2.5l6 4z',
  company: 'M2 13.5h12M3.5 13.5v-11h6v11M9.5 6.5h3v7M5.5 5.5h2M5.5 8h2M5.5 10.5h2',
  person: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.3-2.8 2.2-4 5-4s4.7 1.2 5 4',
  place:
    'M8 14c-3-3.2-4.5-5.6-4.5-7.5a4.5 4.5 0 0 1 9 0C12.5 8.4 11 10.8 8 14zM8 8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z',
  event: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V4M10.5 2.5V4',
  law: 'M8 2.5v11M5 13.5h6M3.2 4.5h9.6M3.2 4.5 1.5 9a1.8 1.8 0 0 0 3.4 0zM12.8 4.5 11.1 9a1.8 1.8 0 0 0 3.4 0z',
  document: 'M3.5 2.5h6l3 3v8h-9zM9.5 2.5v3h3M6 8.5h4M6 11h4',
  initiative: 'M4 14V2.5M4 3h8.5l-2 2.75 2 2.75H4',
  concept: 'M6.2 11.5v-.8C6 9.5 4 8.7 4 6.3a4 4 0 0 1 8 0c0 2.4-2 3.2-2.2 4.4v.8zM6.5 13.5h3',
  technology:
    'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14',
  media: 'M2.5 3h9v10.5h-9zM11.5 6.5h2v5.5a1.5 1.5 0 0 1-1.5 1.5h-.5M5 6h4M5 8.5h4M5 11h4',
} as const satisfies Record<EntityType, string>;

const CONTROLS = {
  back: 'M9.5 3.5 5 8l4.5 4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  note: 'M3 13.5h10M4 11l.6-2.4 5.6-5.6 1.8 1.8-5.6 5.6z',
  remove: 'M3 4.5h10M6 4.5v-2h4v2M4.2 4.5l.6 9h6.4l.6-9M6.8 7v4M9.2 7v4',
  up: 'M8 13V3.5M4 7.5l4-4 4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3l3.2 3.2',
} as const;

const PATHS = { ...TYPES, ...CONTROLS };

export type IconName = keyof typeof PATHS;

/** A line drawing in the colour of the text around it. What it means must stand in words beside it or in a label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class={name === 'back' ? 'icon turns' : 'icon'}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
