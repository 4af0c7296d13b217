import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pino } from 'pino';
import { createPinoLog } from '../receiver/adapters/pinoLog';
import { EXIT_NOT_DURABLE, StartRefused } from '../receiver/adapters/refusal';
import { createDemo, type Demo } from './demo';
import { storageSettings } from './storages';
import { tellingSettings } from './tellingSettings';

const STOP_WITHIN_MS = 10_000;

/** Starts everything on one port, says where, and stops in good order. */
async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const startedAt = performance.now();
  const dataFolder = resolve(env['DATA_DIR'] ?? '.data');
  const { app, isNew } = await open(dataFolder, env);
  const contentPort = portOf(env['CONTENT_ORIGIN'], env);
  if (contentPort !== undefined) listenToo(app, contentPort, env['HOST'] ?? '127.0.0.1');
  const address = await app.listen({ port: Number(env['PORT'] ?? 4400), host: env['HOST'] ?? '127.0.0.1' });
  say([
    `${isNew ? 'New data' : 'Data'} in ${dataFolder}, open after ${Math.round(performance.now() - startedAt)} ms.`,
    ...[
      ['', 'host app'],
      ['inbox', 'inbox'],
      ['gallery', 'gallery'],
      ['v1/openapi.json', 'receiver'],
      ['healthz', 'health'],
    ].map(([path, name]) => `${name}: ${address}/${path}`),
  ]);
  stopOn(['SIGTERM', 'SIGINT'], app);
}

/** The port of the origin of content, when that is another one than that of the demo. */
function portOf(origin: string | undefined, env: NodeJS.ProcessEnv): number | undefined {
  const port = origin === undefined ? NaN : Number(new URL(origin).port);
  return port > 0 && port !== Number(env['PORT'] ?? 4400) ? port : undefined;
}

/** A second port for the same receiver: what is asked there is told apart by its name. */
function listenToo(app: Demo['app'], port: number, host: string): void {
  const server = createServer((request, response) => app.routing(request, response));
  app.addHook('onListen', async () => void server.listen(port, host));
  app.addHook('preClose', async () => void server.close());
}

async function open(dataFolder: string, env: NodeJS.ProcessEnv): Promise<Demo> {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  } catch {
    throw new StartRefused('The data folder can not be made.');
  }
  return createDemo({
    ...storageSettings(dataFolder, env),
    ...tellingSettings(env),
    ...(env['KEYS_DIR'] && { keysFolder: resolve(env['KEYS_DIR']) }),
    built: {
      host: resolve('.build/host'),
      inbox: resolve('.build/inbox'),
      gallery: resolve('.build/gallery'),
      support: resolve('dist'),
    },
    ...(env['CONTENT_ORIGIN'] !== undefined && {
      contentOrigin: env['CONTENT_ORIGIN'],
      publicOrigin: env['PUBLIC_ORIGIN'] ?? `http://127.0.0.1:${env['PORT'] ?? 4400}`,
    }),
    hasHints: env['HINTS'] !== 'off',
    submissionsPerHour: Number(env['SUBMISSIONS_PER_HOUR'] ?? 200),
    log: createPinoLog(logFile(join(dataFolder, 'receiver.log'))),
  });
}

/** A disk that is full costs lines of the log, never the receiver: answers say what is the matter. */
function logFile(path: string): ReturnType<typeof pino.destination> {
  const file = pino.destination({ dest: path, mkdir: true, sync: false });
  file.on('error', () => undefined);
  return file;
}

function stopOn(signals: readonly NodeJS.Signals[], app: Demo['app']): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    void app.close().then(() => process.exit(0));
  };
  for (const signal of signals) process.on(signal, stop);
}

const say = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

main(process.env).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof StartRefused ? error.message : `The demo did not start: ${String(error)}`}\n`,
  );
  process.exit(error instanceof StartRefused ? EXIT_NOT_DURABLE : 1);
});
