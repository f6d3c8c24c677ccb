/** The script for pages with shadow roots. It only wires. */
import { bridge } from './card/bridge.ts';
import { findLateRoots, SHADOW_TREE } from './page/shadow.ts';

if (!bridge().tree) {
  bridge().tree = SHADOW_TREE;
  // What scripts of the page define that load late.
  addEventListener('load', findLateRoots);
}
