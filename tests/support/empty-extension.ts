/** An extension that does nothing: what a browser is launched with where the page alone is wanted. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes it to a temporary folder, whose path it gives. Both browsers load it. */
export function writeEmptyExtension(): string {
  const dir = mkdtempSync(join(tmpdir(), 'glossator-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '1.0',
    browser_specific_settings: { gecko: { id: 'nothing@glossator.test', strict_min_version: '140.0' } },
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  return dir;
}
