/**
 * Spotting on the command line, with the extension's own core:
 *
 *     npm run spot -- [--pack DIR]… [--json] [--explain] [--density every|section|page] FILE…
 *
 * A FILE that ends in .htm, .html or .xhtml, or begins as HTML does, is read as such; "-" is what comes in by a pipe.
 */
import { spotCommand } from './spot/command.ts';
import { endWithPipe } from './terminal.ts';

endWithPipe();
process.exitCode = await spotCommand(process.argv.slice(2), {
  print: console.log,
  complain: console.error,
  input: process.stdin,
});
