/** The script for who is led from mention to mention without a pointer. It only wires. */
import { bridge } from './card/bridge.ts';
import { startWalk } from './card/walk.ts';

const { cards } = bridge();
if (cards && !bridge().lead) startWalk(cards);
