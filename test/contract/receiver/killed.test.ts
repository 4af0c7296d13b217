import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transpile } from '../../../config/rollup/transpile.mjs';
import type { Submission, SubmissionView } from '../../../src/protocol/index';
import { digestHeader } from './receiverUnderTest';
import { aPng, aSubmission, aWireQuestion, manifestOf, nextId, sha256 } from './wire';

const KILLS = 3;
const PROGRAM = resolve('.build/killed/server.mjs');

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const bundle = await rollup({
    input: 'demo/server/main.ts',
    external: (id) => /^(node:|@?[a-z])/i.test(id) && !id.startsWith('demo/'),
    plugins: [nodeResolve({ extensions: ['.ts', '.js'] }), transpile()],
  });
  await bundle.write({ file: PROGRAM, format: 'es', inlineDynamicImports: true });
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
}

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, SUBMISSIONS_PER_HOUR: '100000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const output of child.stdout) {
    const url = /host app: (http:\/\/[\d.:]+)/.exec(String(output))?.[1];
    if (url !== undefined) return { url, child };
  }
  throw new Error('The demo ended before it listened');
}

async function tokenOf(url: string): Promise<string> {
  const login = await fetch(`${url}/host/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"person":"p-sanne"}',
  });
  const token = await fetch(`${url}/host/api/support-token`, {
    headers: { cookie: login.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
  });
  return ((await token.json()) as { token: string }).token; // our own demo
}

interface Sent {
  readonly path: string;
  readonly digest: string;
  readonly picture: string;
  readonly receipt?: SubmissionView;
  readonly offset: number;
}

/** Sends one submission with a picture in two pieces; tells what was acknowledged before the connection broke. */
async function sendOne(url: string, token: string, owner: string): Promise<Sent> {
  const bytes = aPng(40_000);
  const manifest = manifestOf(bytes);
  const submission: Submission = aSubmission(owner, {
    questions: [aWireQuestion({ attachments: [manifest.id] })],
    attachments: [manifest],
  });
  const body = JSON.stringify(submission);
  const sent = { path: `/v1/submissions/${nextId()}`, digest: digestHeader(body), picture: manifest.id };
  const authorization = `Bearer ${token}`;
  try {
    const answer = await fetch(url + sent.path, {
      method: 'PUT',
      body,
      headers: { authorization, 'content-type': 'application/json', 'content-digest': sent.digest },
    });
    const receipt = (await answer.json()) as SubmissionView; // 201 from our own receiver
    let offset = 0;
    try {
      for (const piece of [bytes.slice(0, 25_000), bytes.slice(25_000)]) {
        await fetch(`${url}/v1/attachments/${manifest.id}`, {
          method: 'PATCH',
          body: piece,
          headers: {
            authorization,
            'content-type': 'application/offset+octet-stream',
            'upload-offset': String(offset),
            'upload-checksum': `sha256 ${sha256(piece)}`,
          },
        });
        offset += piece.length;
      }
    } catch {
      // killed between the pieces: what was acknowledged counts
    }
    return { ...sent, receipt, offset };
  } catch {
    return { ...sent, offset: 0 };
  }
}

test(
  `keeps everything it acknowledged when it is killed in the middle, ${KILLS} times`,
  { timeout: 240_000 },
  async () => {
    const all: Sent[] = [];
    for (let turn = 0; turn < KILLS; turn += 1) {
      const { url, child } = await start();
      const token = await tokenOf(url);
      const { owner } = (await (
        await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })
      ).json()) as { owner: string }; // our own receiver
      const ended = once(child, 'exit');
      const stopAfter = all.filter(({ receipt }) => receipt).length + 5 + turn;
      while (child.signalCode === null) {
        all.push(...(await Promise.all([sendOne(url, token, owner), sendOne(url, token, owner)])));
        if (all.filter(({ receipt }) => receipt).length >= stopAfter) {
          const inFlight = [sendOne(url, token, owner), sendOne(url, token, owner)];
          child.kill('SIGKILL');
          all.push(...(await Promise.all(inFlight)));
          await ended;
        }
      }
    }

    const { url, child } = await start();
    const headers = { authorization: `Bearer ${await tokenOf(url)}` };
    const references: string[] = [];
    for (const { path, digest, receipt, picture, offset } of all.filter((sent) => sent.receipt)) {
      const view = (await (await fetch(url + path, { headers })).json()) as SubmissionView; // our own receiver
      expect(view).toMatchObject({ digest, reference: receipt?.reference });
      expect(view.attachments[0]?.offset).toBeGreaterThanOrEqual(offset);
      references.push(view.reference);
      if (offset < 40_000) continue;
      const content = await fetch(`${url}/v1/attachments/${picture}/content`, { headers });
      expect(sha256(new Uint8Array(await content.arrayBuffer()))).toBe(sha256(aPng(40_000)));
    }
    expect(new Set(references).size).toBe(references.length);
    expect(references.length).toBeGreaterThanOrEqual(5);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
  },
);
