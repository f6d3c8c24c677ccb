/**
 * The ways to the background, which the script of all frames lends to those that come later: it is on every page already. The build
 * puts `borrowed-wire.ts` in their place there (build.mjs).
 */
import { report } from '../../platform/report.ts';
import { callBackground, isOrphaned } from '../../protocol/call.ts';
import { serveTab } from '../../protocol/serve.ts';

export const WIRE = { callBackground, isOrphaned, report, serveTab };
