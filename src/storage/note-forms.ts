/**
 * Notes as earlier versions wrote them, made into today's: for the migrations, and for the mirror, which may be older than the
 * database. What fits no form of a note is none.
 */
import {
  NOTE_COLOURS,
  NOTE_KINDS,
  type Note,
  type NoteColour,
  type NoteTarget,
  type NoteVersion,
} from '../core/model.ts';
import { kindOf } from '../core/note-kind.ts';

export { kindOf } from '../core/note-kind.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The first note colour, which also every note has that is older than colours. */
export const FIRST_COLOUR: NoteColour = NOTE_COLOURS[0];

/** A note of any released form, in today's. */
export function modernNote(stored: object): Note {
  const { pageKey: _, pageKeys: __, ...fields } = stored as Fields;
  const target = fields['target'] as NoteTarget;
  const versions = (fields['versions'] ?? []) as readonly Partial<NoteVersion>[];
  return {
    ...(fields as unknown as Note),
    kind: NOTE_KINDS.find((known) => known === fields['kind']) ?? kindOf(target),
    tags: (fields['tags'] ?? []) as readonly string[],
    colour: colourOf(fields['colour']),
    versions: versions.map((version) => ({
      body: version.body ?? '',
      tags: version.tags ?? [],
      colour: colourOf(version.colour),
      modified: version.modified ?? '',
    })),
  };
}

/** Whether something stored can be read as a note at all. */
export function isNote(stored: unknown): stored is object {
  if (typeof stored !== 'object' || stored === null) return false;
  const { id, body, target, created, modified } = stored as Fields;
  if (![id, body, created, modified].every((field) => typeof field === 'string')) return false;
  if (typeof target !== 'object' || target === null) return false;
  const { url, title, selectors } = target as Fields;
  return typeof url === 'string' && typeof title === 'string' && Array.isArray(selectors);
}

function colourOf(colour: unknown): NoteColour {
  return NOTE_COLOURS.find((known) => known === colour) ?? FIRST_COLOUR;
}
