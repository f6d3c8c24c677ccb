/** The script for a mention in a frame whose card stands in the tab's own document: both of them get it. It only wires. */
import { bridge } from './card/bridge.ts';
import { startFar } from './card/far.ts';

bridge().far ??= startFar();
