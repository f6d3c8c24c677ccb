/**
 * Pages of today's frameworks as a reader gets them: rendered on the server and taken over in the browser, both from the
 * packages' production builds. A page takes its document over when it is told to (`begin`), which here is after it was marked.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { compile } from 'svelte/compiler';

const FOLDER = fileURLToPath(new URL('../fixtures/frameworks', import.meta.url));

export const FRAMEWORKS = ['react', 'vue', 'svelte', 'components'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export interface FrameworkPage {
  /** As the server sends it; it asks for `client.js` beside it. */
  readonly html: string;
  /** Offers `begin` and `faults` in the page's global scope. */
  readonly script: string;
}

export async function buildFrameworkPage(framework: Framework): Promise<FrameworkPage> {
  const extension = framework === 'react' ? 'jsx' : 'js';
  const script = await bundle(`${framework}-client.${extension}`, 'client');
  const server = await bundle(`${framework}-server.${extension}`, 'server');
  const folder = mkdtempSync(path.join(tmpdir(), 'glossator-framework-'));
  try {
    const file = path.join(folder, 'server.mjs');
    writeFileSync(file, server);
    const { render } = (await import(pathToFileURL(file).href)) as { render(): string | Promise<string> };
    return { html: await render(), script };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(entry: string, side: 'client' | 'server'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(FOLDER, entry)],
    bundle: true,
    write: false,
    minify: true,
    jsx: 'automatic',
    tsconfigRaw: {}, // ours is for Preact
    logLevel: 'error',
    target: 'es2022',
    define: {
      'process.env.NODE_ENV': '"production"',
      // https://github.com/vuejs/core/tree/main/packages/vue#bundler-build-feature-flags
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    plugins: [svelte(side)],
    ...(side === 'client'
      ? { format: 'iife', conditions: ['browser', 'production'] }
      : {
          format: 'esm',
          platform: 'node',
          conditions: ['production'],
          // React's server build asks for Node's own modules by `require`.
          banner: {
            js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
          },
        }),
  });
  return outputFiles[0]?.text ?? '';
}

function svelte(generate: 'client' | 'server'): Plugin {
  return {
    name: 'svelte',
    setup(builder) {
      builder.onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => {
        const source = await readFile(filename, 'utf8');
        return { contents: compile(source, { generate, filename, dev: false }).js.code, loader: 'js' };
      });
    },
  };
}
