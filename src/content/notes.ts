/** The script for notes, sent where a card shows or takes them. It only wires. */
import { words } from '../platform/i18n.ts';
import { bridge } from './card/bridge.ts';
import { noteParts } from './card/note-parts.tsx';
import { fingerprinted } from './page/fingerprinted.ts';

words('noteNotSaved'); // when it is needed there may be nobody to ask
bridge().noteParts ??= noteParts;
bridge().facts = () => fingerprinted(() => bridge().page?.text.blocks() ?? []);
