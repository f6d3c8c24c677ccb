/**
 * The whole network of a test: one loopback server that is both the web site which the browser visits and the proxy it is
 * made to use. Hosts under `.test` are answered from what was registered; everything else is written down in `outside` and
 * refused. So "no request ever leaves" is a list that must stay empty. Without a proxy the server is a plain site too.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';

/** Where a browser's own requests are sent that no switch can stop; see chromium-quiet.ts. */
export const QUIET_HOST = 'quiet.test';

/** A request as the site saw it. */
export interface RecordedRequest {
  readonly method: string;
  /** The address asked for; `host:port` where the method is CONNECT. */
  readonly url: string;
  /** Who asked: the origin or page it names, else the user agent. */
  readonly from: string;
}

export interface SiteRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
export interface SiteAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
export type SiteHandler = (request: SiteRequest) => SiteAnswer | Promise<SiteAnswer>;

export interface Site {
  /** `127.0.0.1:port`, to be given to `launchBrowser` as proxy. */
  readonly proxy: string;
  /** `http://127.0.0.1:port`, for use without a proxy. */
  readonly origin: string;
  /** What was asked of hosts that are not ours, and refused. */
  readonly outside: RecordedRequest[];
  /** What was asked of our own hosts. */
  readonly requests: RecordedRequest[];
  /** What the browser itself asked of `QUIET_HOST`; answered with nothing. */
  readonly browserOwn: RecordedRequest[];
  /** Answers one address. A query is matched if it was registered, else ignored. */
  page(url: string, content: string | SiteHandler, options?: SiteAnswer): void;
  /** Answers all addresses under `url`, which ends in a slash, with the files of a folder. */
  folder(url: string, dir: string): void;
  /** Forgets what was recorded so far. */
  forget(): void;
  close(): Promise<void>;
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.xml': 'text/xml; charset=utf-8',
};

/** Starts the server on a free port of the loopback interface. */
export async function startSite(): Promise<Site> {
  const pages = new Map<string, SiteHandler>();
  const folders: { readonly url: string; readonly dir: string }[] = [];
  const outside: RecordedRequest[] = [];
  const requests: RecordedRequest[] = [];
  const browserOwn: RecordedRequest[] = [];
  let ownHost = '';

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = addressOf(request);
    const from = askerOf(request.headers);
    if (url === null || !(url.hostname.endsWith('.test') || url.host === ownHost)) {
      outside.push({ method, url: request.url ?? '', from });
      send(response, { status: 502, body: 'Refused: this browser may not leave its test site.' });
      return;
    }
    if (url.hostname === QUIET_HOST) {
      browserOwn.push({ method, url: url.href, from });
      send(response, { status: 204 });
      return;
    }
    requests.push({ method, url: url.href, from });
    const bare = url.origin + url.pathname;
    const handler = pages.get(url.origin + url.pathname + url.search) ?? pages.get(bare);
    if (handler !== undefined) {
      send(response, await handler({ method, url, headers: request.headers, body: await text(request) }));
      return;
    }
    const folder = folders.find((entry) => bare.startsWith(entry.url));
    send(response, folder === undefined ? missing(bare) : fileIn(folder.dir, bare.slice(folder.url.length)));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.statusCode = 500;
      response.end(String(error));
    });
  });
  const refuse = (request: IncomingMessage, socket: NodeJS.WritableStream & { destroy(): void }) => {
    outside.push({
      method: request.method ?? '',
      url: request.url ?? '',
      from: askerOf(request.headers),
    });
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  };
  server.on('connect', refuse);
  server.on('upgrade', refuse);
  server.on('clientError', (_, socket) => socket.destroy());

  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  // `address` is a string for pipes and null before listening; this is neither.
  ownHost = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    proxy: ownHost,
    origin: `http://${ownHost}`,
    outside,
    requests,
    browserOwn,
    page(url, content, options = {}) {
      const handler: SiteHandler =
        typeof content === 'function' ? content : () => ({ ...options, body: content });
      pages.set(new URL(url).href, handler);
    },
    folder(url, dir) {
      if (!url.endsWith('/')) throw new Error(`A folder's address ends in a slash: ${url}`);
      folders.push({ url: new URL(url).href, dir: resolve(dir) });
    },
    forget() {
      outside.length = 0;
      requests.length = 0;
      browserOwn.length = 0;
    },
    close() {
      return new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}

/** The address asked for: in full from a browser that uses us as proxy, else from the Host header. */
function addressOf(request: IncomingMessage): URL | null {
  const target = request.url ?? '/';
  const full = target.startsWith('/') ? `http://${request.headers.host ?? ''}${target}` : target;
  return URL.canParse(full) ? new URL(full) : null;
}

function askerOf(headers: IncomingHttpHeaders): string {
  return headers.origin ?? headers.referer ?? headers['user-agent'] ?? 'unknown';
}

function send(response: ServerResponse, { status = 200, headers = {}, body = '' }: SiteAnswer): void {
  // `no-store` would keep pages out of the back-forward cache, which readers have.
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  });
  response.end(body);
}

function missing(url: string): SiteAnswer {
  // Every browser asks for it on every site; a page of ours that is missing is a mistake worth reading about.
  if (url.endsWith('/favicon.ico')) return { status: 204 };
  return { status: 404, body: `<!doctype html><title>404</title><p>Nothing is registered at ${url}` };
}

function fileIn(dir: string, encoded: string): SiteAnswer {
  const path = resolve(dir, decodeURIComponent(encoded));
  if (path !== dir && !path.startsWith(dir + sep)) return { status: 403 };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() && statSync(`${path}/index.html`, { throwIfNoEntry: false }) !== undefined)
    return fileIn(dir, `${encoded.replace(/\/$/, '')}/index.html`.replace(/^\//, ''));
  if (!stat?.isFile()) return missing(path);
  const type = CONTENT_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
  return { headers: { 'content-type': type }, body: readFileSync(path) };
}
