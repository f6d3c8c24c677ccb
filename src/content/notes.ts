/** The script for notes, sent where a card shows or takes them. It only wires. */
import { words } from '../platform/i18n.ts';
import { bridge } from './card/bridge.ts';
import { noteParts } from './card/note-parts.tsx';
import { fingerprinted } from './page/fingerprinted.ts';

// When they are needed there may be nobody to ask.
words('noteNotSaved');
words('changeFailed');
bridge().noteParts ??= noteParts;
bridge().facts = () => fingerprinted(() => bridge().page?.text.blocks() ?? []);
