/** `npm start` without a display, after its build: every mention, one card with its sources, and the screenshots it names. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BROWSER_KINDS } from '../../src/tools/browser/driver.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

for (const kind of BROWSER_KINDS) {
  test(`without a display the main job is told in words and pictures, in ${kind}`, () => {
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    const args = ['--import', 'tsx', 'src/tools/start.ts', ...(kind === 'firefox' ? ['--firefox'] : [])];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      env,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^1\d\d mention\(s\):$/m);
    assert.match(stdout, /^ {2}ITU {2}internet-governance:itu {2}under "/m);
    assert.match(stdout, /^The card of "cyber sovereignty":$/m);
    assert.match(stdout, /^18 sources$/m);
    const shots = [...stdout.matchAll(/\S+\.png/g)].map(([file]) => path.resolve(ROOT, file));
    assert.equal(shots.length, 2);
    for (const shot of shots) assert.ok(statSync(shot).size > 10_000, shot);
  });
}
