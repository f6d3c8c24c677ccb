/** A note's next text, and what is kept of the earlier ones. Two tabs that write one note lose neither text: the later one is
 * the note's, the other stands among its versions. */
import type { Note, NoteText, NoteVersion } from '../core/model.ts';

/** Earlier texts kept of one note. */
export const VERSIONS_KEPT = 20;

/** The note as it is to be kept when `next` is written over `before`. */
export function nextVersion(before: Note, next: Note): Note {
  const versions = isSameText(before, next)
    ? before.versions
    : [versionOf(before), ...before.versions].slice(0, VERSIONS_KEPT);
  return { ...next, versions, modified: later(before.modified, next.modified) };
}

/** The note with one of its earlier texts; what it says now becomes a version when it is written. */
export function withVersion(note: Note, version: NoteVersion, now: Date): Note {
  const { body, tags, colour } = version;
  return { ...note, body, tags, colour, modified: now.toISOString() };
}

function versionOf({ body, tags, colour, modified }: Note): NoteVersion {
  return { body, tags, colour, modified };
}

export function isSameText(a: NoteText, b: NoteText): boolean {
  return a.body === b.body && a.colour === b.colour && a.tags.join('\n') === b.tags.join('\n');
}

/** A time after `before`, even where the clock was set back: which text is the newer is told by it. */
function later(before: string, now: string): string {
  if (now > before) return now;
  const next = new Date(Date.parse(before) + 1);
  return Number.isNaN(next.getTime()) ? now : next.toISOString();
}
