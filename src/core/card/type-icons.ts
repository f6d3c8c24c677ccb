/** A drawing for each type of entity, on a grid of 16 (see `ui/Icon.tsx`): a card is told its own with the entry, and carries no other. */
import type { EntityType } from '../model.ts';

export const TYPE_ICONS = {
  organisation: 'M2 13.5h12M3.5 13V7m3 6V7m3 6V7m3 6V7M2 6.5l6-4 6 4z',
  company: 'M2 13.5h12m-10.5 0v-11h6v11m0-7h3v7m-7-8h2m-2 2.5h2m-2 2.5h2',
  person: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zm-5 6c.3-2.8 2.2-4 5-4s4.7 1.2 5 4',
  place: 'M8 14C5 10.8 3.5 8.4 3.5 6.5a4.5 4.5 0 0 1 9 0C12.5 8.4 11 10.8 8 14zm0-9.2a1.7 1.7 0 1 0 .01 0z',
  event: 'M2.5 4h11v9.5h-11zm0 3h11m-8-4.5V4m5-1.5V4',
  law: 'M8 2.5v11m-3 0h6M3.2 4.5h9.6m-9.6 0L1.5 9a1.8 1.8 0 0 0 3.4 0zm9.6 0L11.1 9a1.8 1.8 0 0 0 3.4 0z',
  document: 'M3.5 2.5h6l3 3v8h-9zm6 0v3h3M6 8.5h4M6 11h4',
  initiative: 'M4 14V3h8.5l-2 2.75 2 2.75H4',
  concept: 'M6.2 11.5v-.8C6 9.5 4 8.7 4 6.3a4 4 0 0 1 8 0c0 2.4-2 3.2-2.2 4.4v.8zm.3 2h3',
  technology: 'M4.5 4.5h7v7h-7zm2-2.5v2m3-2v2m-3 8v2m3-2v2M2 6.5h2m-2 3h2m8-3h2m-2 3h2',
  media: 'M2.5 3h9v10.5h-9zm9 3.5h2v5.5a1.5 1.5 0 0 1-2 1.5M5 6h4M5 8.5h4M5 11h4',
} as const satisfies Readonly<Record<EntityType, string>>;
