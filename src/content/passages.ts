/** The script for notes on passages: sent to pages that have some, and where something is selected. It only wires. */
import { bridge } from './card/bridge.ts';
import { startPassages } from './notes/start-passages.ts';

if (document.contentType.endsWith('html') && !bridge().passages?.refresh())
  bridge().passages = startPassages();
