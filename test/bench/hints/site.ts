import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { basename, extname, join } from 'node:path';
import { contentOf, type HintDocument, type HintIndex } from '../../../src/protocol';

/** What is served. */
export interface SiteOptions {
  readonly document: HintDocument;
  readonly index: HintIndex;
  /** Where the scripts of the page were built. */
  readonly folder: string;
  /** The style sheet that belongs to driver.js. */
  readonly driverSheet: string;
}

/** A server on this machine. */
export interface Site {
  readonly url: string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
/** With these the browser's clock is exact to 5 µs instead of 100. */
const EXACT = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };

const PAGE = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Meting</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/driver.css"><body><script type="module" src="/main.js"></script></body></html>`;

/** Serves the page, the index and the words of each hint. */
export async function startSite({ document, index, folder, driverSheet }: SiteOptions): Promise<Site> {
  const words = new Map(document.hints.map((hint) => [`/words/${hint.id}.json`, contentOf(hint)]));
  const answer = async (pathname: string, response: ServerResponse): Promise<void> => {
    const json = pathname === '/index.json' ? index : words.get(pathname);
    if (json) return void response.setHeader('content-type', 'application/json').end(JSON.stringify(json));
    const type = TYPES[extname(pathname)];
    if (!type) return void response.setHeader('content-type', 'text/html').end(PAGE);
    const file = pathname === '/driver.css' ? driverSheet : join(folder, basename(pathname));
    const body = await readFile(file).catch(() => undefined);
    response.writeHead(body ? 200 : 404, { 'content-type': type, 'cache-control': 'max-age=3600' }).end(body);
  };
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(EXACT)) response.setHeader(name, value);
    answer(new URL(request.url ?? '/', 'http://localhost').pathname, response).catch((cause: unknown) => {
      process.stderr.write(`${String(cause)}\n`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => void server.close() };
}
