/**
 * The unit tests in a process a core. `node --test` starts a process a file, and loading the compiler for each of them took
 * longer than the tests do; the check is to stay so fast that it is run.
 */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const here = new URL('.', import.meta.url);
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => new URL(name, here).href)
  .sort((a, b) => statSync(new URL(b)).size - statSync(new URL(a)).size);

const groups = Array.from({ length: Math.max(1, availableParallelism()) }, () => []);
for (const [i, file] of files.entries()) groups[i % groups.length].push(file);

function run(group) {
  const script = group.map((file) => `await import(${JSON.stringify(file)});`).join('\n');
  const args = ['--import', 'tsx', '--test-reporter=dot', '--input-type=module', '--eval', script];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, {
      cwd: fileURLToPath(new URL('../..', here)),
      stdio: 'inherit',
    });
    child.on('error', failed);
    child.on('exit', (code) => done(code ?? 1));
  });
}

const codes = await Promise.all(groups.filter((group) => group.length > 0).map(run));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
