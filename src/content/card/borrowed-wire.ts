/** Stands for `protocol/call.ts`, `protocol/serve.ts` and `platform/report.ts` in scripts that come after the one of all frames. */
import { bridge } from './bridge.ts';
import type { WIRE } from './wire.ts';

/** Those of the copy of us that sent this script: it must not learn to speak for a newer one. */
export const { callBackground, isOrphaned, report, serveTab } = bridge().wire as typeof WIRE;
