import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { contentPolicy, type PageKind } from './contentPolicy';

/** Where the built files are. */
export interface BuiltFolders {
  readonly host: string;
  readonly inbox: string;
  readonly gallery: string;
  readonly support: string;
}

/** A file whose name holds a hash of its content never changes. */
const HASHED = /-[\w-]{8,}\.(m?js|css|woff2)(\.map)?$/;

/** Adds the pages of the demo and the built support files. */
export async function addPages(app: FastifyInstance, folders: BuiltFolders, contentOrigin: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: Object.values(folders),
    serve: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('x-content-type-options', 'nosniff');
    },
  });

  addSite(app, { prefix: '/inbox', folder: folders.inbox, page: 'inbox', contentOrigin });
  addSite(app, { prefix: '/gallery', folder: folders.gallery, page: 'gallery', isFolder: true });
  addSite(app, { prefix: '/strict', folder: folders.host, page: 'strict' });
  app.get<Rest>('/support/*', async (request, reply) =>
    reply
      .headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
      .sendFile(request.params['*'], folders.support),
  );
  addSite(app, { prefix: '', folder: folders.host, page: 'host' });
}

interface Rest {
  Params: { '*': string };
}

interface Site {
  readonly prefix: string;
  readonly folder: string;
  readonly page: PageKind;
  /** Its files are named relative to `prefix/`, so the address without the slash is sent on. */
  readonly isFolder?: boolean;
  /** Where evidence is seen, for a page that shows it. */
  readonly contentOrigin?: string;
}

/** Files by their name; every other address below the prefix is the page itself, which finds its own way. */
function addSite(app: FastifyInstance, { prefix, folder, page, isFolder, contentOrigin = '' }: Site): void {
  const answer = async (request: FastifyRequest<Rest>, reply: FastifyReply): Promise<FastifyReply> => {
    const rest = request.params['*'] ?? '';
    if (rest.endsWith('.html')) return sendPage(reply, { file: join(folder, join('/', rest)), page, contentOrigin });
    return /\.\w+$/.test(rest)
      ? reply.sendFile(rest, folder)
      : sendPage(reply, { file: join(folder, 'index.html'), page, contentOrigin });
  };
  if (isFolder) app.get(prefix, async (_request, reply) => reply.redirect(`${prefix}/`));
  else if (prefix !== '') app.get<Rest>(prefix, answer);
  app.get<Rest>(`${prefix}/*`, answer);
}

async function sendPage(
  reply: FastifyReply,
  { file, page, contentOrigin }: { readonly file: string; readonly page: PageKind; readonly contentOrigin: string },
): Promise<FastifyReply> {
  const html = await readFile(file, 'utf8').catch(() => undefined);
  if (html === undefined)
    return reply.code(404).type('text/plain; charset=utf-8').send(`Not built: ${page}. Run npm run build first.`);
  const nonce = randomBytes(16).toString('base64url');
  return reply
    .headers({
      'content-security-policy': contentPolicy(page, nonce, contentOrigin),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    .type('text/html; charset=utf-8')
    .send(html.replaceAll('__NONCE__', nonce));
}
