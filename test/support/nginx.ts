/** A real nginx before receivers, with the settings of `docs/nginx.conf` and other ports. */
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { NGINX } from '../../config/storages.mjs';
import type { Balancer } from './balancer';
import { freePort, serverFolder, startServer, stopServer } from './storages/unprivileged';

const LOOK_EVERY_MS = 50;

/** Starts one before receivers on these ports. Throws when there is no nginx here. `change` makes a control of the published file. */
export async function startNginx(
  ports: readonly number[],
  change: (published: string) => string = (published) => published,
): Promise<Balancer> {
  if (!existsSync(NGINX)) throw new Error('There is no nginx here: apt-get install nginx-light.');
  const folder = serverFolder('nginx');
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, change(settings(folder, port, ports)));
  const child = startServer(NGINX, ['-p', folder, '-c', file, '-e', join(folder, 'error.log')]);
  const said: string[] = [];
  child.stderr?.on('data', (text: unknown) => said.push(String(text)));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`nginx did not start: ${said.join('')}`);
  });
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([ended, answering(url)]);
  ended.catch(() => undefined); // from now on it ends when we say so
  return { url, close: () => stopServer(child, folder, 'SIGTERM') };
}

/** The published file within what a machine's own nginx has around it. */
function settings(folder: string, port: number, ports: readonly number[]): string {
  const published = readFileSync(resolve('docs/nginx.conf'), 'utf8');
  const servers = ports.map((each) => `server 127.0.0.1:${each} max_fails=1 fail_timeout=1s;`).join('\n');
  const ours = published
    .replace(/( *server 127\.0\.0\.1:\d+ [^\n]*\n)+/, `${servers}\n`)
    .replace(/listen [^;]+;/, `listen 127.0.0.1:${port};`);
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join('\n');
  return `daemon off;
pid ${join(folder, 'nginx.pid')};
worker_processes 1;
events { worker_connections 2048; }
http {
access_log off;
${kept}
${ours}
}
`;
}

async function answering(url: string): Promise<void> {
  for (;;)
    try {
      await fetch(`${url}/healthz`); // any answer will do: it may be that no receiver is up
      return;
    } catch {
      await pause(LOOK_EVERY_MS);
    }
}
