/**
 * The folder of a browser's profile, and the guard that cleans up after us. A test that is killed can do nothing any more,
 * and Firefox would live on (Chromium ends when its pipe closes): so a small shell waits at the end of a pipe, and when the
 * pipe closes, for whatever reason, it ends the browser and removes a temporary folder.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Profile {
  readonly dir: string;
  /** Puts a browser under guard: its process, which leads a group of its own. */
  guard(pid: number): void;
  /** That browser has ended by itself. */
  release(): void;
  /** Removes a temporary folder, leaves one that the caller named; nothing is guarded any more. */
  remove(): void;
}

/** There is no such shell on Windows; the browsers' own handlers of signals have to do there. */
export const IS_GUARDED = process.platform !== 'win32';

/** Reads process groups, the last one counts and 0 is none; `$1` is the folder to remove, if any. */
const GUARD = `
  while read -r line; do group=$line; done
  [ "\${group:-0}" -gt 1 ] && kill -KILL "-$group"
  [ -n "$1" ] && { rm -rf "$1"; sleep 1; rm -rf "$1"; }
`;

/** The named folder, made if need be, or a fresh temporary one. */
export function openProfile(kind: string, named: string | undefined): Profile {
  const dir = named === undefined ? mkdtempSync(join(tmpdir(), `glossator-${kind}-`)) : resolve(named);
  mkdirSync(dir, { recursive: true });
  const guard = IS_GUARDED ? startGuard(named === undefined ? dir : '') : null;
  const tell = (group: number) => guard?.stdin?.write(`${group}\n`);
  return {
    dir,
    guard: tell,
    release: () => tell(0),
    remove() {
      guard?.stdin?.end('0\n');
      if (named !== undefined) return;
      // A browser that is just ending may still write.
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function startGuard(temporary: string): ChildProcess {
  const guard = spawn('sh', ['-c', GUARD, 'glossator-guard', temporary], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // or Ctrl+C in a terminal would end it together with us
  });
  guard.on('error', (error) => console.error(`No guard over the browser: ${error.message}`));
  guard.unref();
  // A pipe of a child is a socket, which would keep us alive.
  const pipe = guard.stdin;
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  return guard;
}
