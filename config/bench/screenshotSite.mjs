import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { FOLDER } from './screenshotPages.mjs';

const TYPES = {
  '.css': 'text/css',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Serves one page with its package as the root of the site, since templates ask for `/assets/…`. */
export const servePage = async ({ root, path, html }) => {
  const folder = join(FOLDER, 'node_modules', root);
  const read = (file) => readFile(join(folder, normalize(`/${file}`)));
  const document = html && (await html((file) => readFile(join(folder, file), 'utf8')));
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const isPage = document !== undefined && pathname === path;
    const body = isPage ? document : await read(decodeURIComponent(pathname)).catch(() => undefined);
    const type = isPage ? TYPES['.html'] : TYPES[extname(pathname)];
    return response
      .writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'application/octet-stream' })
      .end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
