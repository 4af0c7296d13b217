import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { isContentHost } from '../receiver/contentHost';
import { hintFacts } from '../content/hints';
import { receiver, serverOptions } from '../receiver/app';
import { DEFAULT_TERMS } from '../receiver/domain/retention';
import type { Ports, ReceiverLog } from '../receiver/ports';
import { lookDaily } from '../receiver/retention';
import { createStore } from '../receiver/store/store';
import { finishAll } from '../receiver/upload/finishUpload';
import { addCspReports } from './cspReports';
import { addHostBackEnd } from './hostBackEnd';
import { addInboxBackEnd } from './inboxBackEnd';
import { openCookieSecret, openIssuer, type TokenIssuer } from './keys';
import { addPages, type BuiltFolders } from './pages';
import { ORGANISATION } from './people';
import { publishDemoHints } from './publishHints';
import { createSessions } from './session';
import { openStorages, type StorageSettings } from './storages';
import { answerMailsOf, tellOthers, type TellingSettings } from './tellOthers';

const AUDIENCE = 'cliendo-support';
/** Uploads whose last check was cut off are looked for this often; a restart looks at once. */
const FINISH_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 86_400_000;

/** What the demo needs to know. */
export interface DemoSettings extends StorageSettings, TellingSettings {
  /** Keys that sign tokens and cookies: receivers side by side share them. Default: in the data folder. */
  readonly keysFolder?: string;
  readonly built: BuiltFolders;
  readonly submissionsPerHour: number;
  /** Publishes the hints of the demo, where none were. Default true. */
  readonly hasHints?: boolean;
  /** Another origin that only shows granted evidence. Default: this one. */
  readonly contentOrigin?: string;
  /** Where the inbox is, so that it may read evidence on the other origin. */
  readonly publicOrigin?: string;
  readonly log: ReceiverLog;
}

/** The demo on one port, not listening yet. Closing it closes the database. */
export interface Demo {
  readonly app: FastifyInstance;
  readonly isNew: boolean;
}

/** Opens the data and puts receiver, host, inbox and gallery behind one port. */
export async function createDemo(settings: DemoSettings): Promise<Demo> {
  const { dataFolder, log } = settings;
  const opened = await openStorages(settings);
  const { database, signal, freeBytes, blobs } = opened;
  const keys = settings.keysFolder ?? join(dataFolder, 'keys');
  const hostIssuer = await openIssuer(keys, 'voorbeeldzorg');
  const inboxIssuer = await openIssuer(keys, 'inbox');
  const spoolFolder = join(dataFolder, 'incoming');
  await rm(spoolFolder, { recursive: true, force: true }); // half-received pieces of a process that is gone
  await mkdir(spoolFolder, { mode: 0o700 });
  const told = receiverSettings({ host: hostIssuer, inbox: inboxIssuer, settings });
  const ports: Ports = {
    store: createStore({
      database,
      ...(signal && { signal }),
      ...(freeBytes && { freeBytes }),
      clock: Date,
      submissionsPerHour: settings.submissionsPerHour,
      answerMails: answerMailsOf(told, settings.mail),
    }),
    blobs,
    spoolFolder,
    clock: Date,
    log,
    settings: told,
  };
  await finishAll(ports);
  if (settings.hasHints !== false) await publishDemoHints(ports);

  const app = Fastify(serverOptions);
  app.addHook('onClose', () => opened.close());
  if (settings.contentOrigin !== undefined) keepContentApart(app, settings.contentOrigin);
  workAtTimes(app, ports);
  await tellOthers(app, ports, settings);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.register(receiver(ports), { prefix: '/v1' });
  addCspReports(app);
  addHostBackEnd(app, {
    sessions: createSessions(await openCookieSecret(keys)),
    issuer: hostIssuer,
    audience: AUDIENCE,
  });
  addInboxBackEnd(app, inboxIssuer);
  await addPages(app, settings.built, settings.contentOrigin ?? '');
  return { app, isNew: opened.isNew };
}

interface Told {
  readonly host: TokenIssuer;
  readonly inbox: TokenIssuer;
  readonly settings: DemoSettings;
}

const receiverSettings = ({ host, inbox, settings }: Told): Ports['settings'] => ({
  audience: AUDIENCE,
  askerIssuers: [
    {
      ...host.issuer,
      organisation: {
        ...ORGANISATION,
        hintFacts,
        answerMail: { appUrl: `${settings.linkOrigin ?? ''}/?support=vraag:{number}` },
      },
    },
  ],
  agentIssuers: [inbox.issuer],
  origins: settings.publicOrigin === undefined ? [] : [settings.publicOrigin],
  contentOrigin: settings.contentOrigin ?? '',
});

/** On the origin of content there are no pages, no logging in, no sockets: only granted bytes. */
function keepContentApart(app: FastifyInstance, contentOrigin: string): void {
  app.addHook('onRequest', async (request, reply) =>
    isContentHost(contentOrigin, request.headers.host) && !request.url.startsWith('/v1/content/')
      ? reply.code(404).send()
      : undefined,
  );
}

/** Does now and again what nobody asks for: finishes uploads, and once a day erases what is past its term. */
function workAtTimes(app: FastifyInstance, ports: Ports): void {
  const run = (name: string, work: () => Promise<unknown>) => (): void => {
    work().catch((error: unknown) =>
      ports.log.failed({ requestId: name, what: error instanceof Error ? error.name : 'unknown', stack: [] }),
    );
  };
  const look = run('retention', () => lookDaily(ports, DEFAULT_TERMS));
  const timers = [
    setInterval(
      run('finish-uploads', () => finishAll(ports)),
      FINISH_EVERY_MS,
    ),
    setInterval(look, LOOK_EVERY_MS),
  ];
  app.addHook('onReady', async () => look());
  app.addHook('preClose', async () => timers.forEach((timer) => clearInterval(timer)));
}
