/** Evidence for tests of the inbox: real recordings made in the page, and questions that bring them to a running demo. */
import type { Page } from '@playwright/test';
import { createHash, randomUUID } from 'node:crypto';
import type { Attachment } from '../../src/protocol/index';

const PIECE = 1_048_576;

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** What goes along with a question. */
export interface Evidence extends Partial<Omit<Attachment, 'id' | 'size' | 'digests'>> {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/** A question that is asked without the widget. */
export interface AskedQuestion {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** An id of the demo. Default: Sanne. */
  readonly person?: string;
}

/** Asks a question with evidence at a demo, over the wire; all of it has arrived when this is done. */
export async function askWith(address: string, { text, evidence, person = 'p-sanne' }: AskedQuestion): Promise<void> {
  const token = await tokenOf(address, person);
  const attachments = evidence.map(manifestOf);
  const submission = {
    schema: 1,
    owner: await ownerOf(address, token),
    device: randomUUID(),
    deviceTime: new Date().toISOString(),
    timeZone: 'Europe/Amsterdam',
    questions: [
      {
        id: randomUUID(),
        kind: 'problem',
        text,
        place: { label: 'Agenda › Week', route: '/agenda/week' },
        steps: [],
        errors: [],
        failedRequests: [],
        fields: {},
        attachments: attachments.map(({ id }) => id),
      },
    ],
    attachments,
    environment: null,
    consent: { version: '1', reviewed: true, at: new Date().toISOString() },
    deflection: { shown: [], opened: [] },
    colleagues: [],
  };
  const body = JSON.stringify(submission);
  await mustSucceed(`${address}/v1/submissions/${randomUUID()}`, {
    method: 'PUT',
    body,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    },
  });
  for (const [index, { id }] of attachments.entries()) await upload(address, token, { id, ...evidence[index] });
}

function manifestOf({ bytes, ...said }: Evidence): Attachment {
  const kind = said.type.startsWith('video/') ? 'recording' : 'screenshot';
  const count = Math.ceil(bytes.length / PIECE);
  return {
    kind,
    name: `${kind}.${said.type.split('/')[1] ?? ''}`,
    redaction: { mode: 'masked', boxes: 0, revealed: [] },
    ...said,
    id: randomUUID() as Attachment['id'], // a UUID v4 in lower case, by its specification
    size: bytes.length,
    digests: Array.from({ length: count }, (_none, at) => sha256(bytes.subarray(at * PIECE, (at + 1) * PIECE))),
  };
}

async function upload(
  address: string,
  token: string,
  { id, bytes = new Uint8Array() }: { readonly id: string; readonly bytes?: Uint8Array },
): Promise<void> {
  for (let offset = 0; offset < bytes.length; offset += PIECE)
    await mustSucceed(`${address}/v1/attachments/${id}`, {
      method: 'PATCH',
      body: Buffer.from(bytes.subarray(offset, offset + PIECE)),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
    });
}

async function tokenOf(address: string, person: string): Promise<string> {
  const session = await mustSucceed(`${address}/host/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const answer = await mustSucceed(`${address}/host/api/support-token`, { headers: { cookie } });
  return ((await answer.json()) as { readonly token: string }).token; // the demo's own back end
}

async function ownerOf(address: string, token: string): Promise<string> {
  const answer = await mustSucceed(`${address}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { readonly owner: string }).owner; // Me, checked by the contract tests
}

async function mustSucceed(address: string, init: RequestInit): Promise<Response> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`);
  return response;
}

/** What is recorded: numbered frames in changing colours, so that a test can tell where it is. */
export interface RecordingOptions {
  readonly type: string;
  readonly frames?: number;
  readonly width?: number;
  readonly height?: number;
}

/** Makes a real recording with the browser's own recorder: small, and as such a recorder writes it, without a length in a WebM. */
export async function record(page: Page, options: RecordingOptions): Promise<Buffer> {
  const { type, frames = 50, width = 320, height = 200 } = options;
  const encoded = await page.evaluate(
    async ({ type, frames, width, height }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const pen = canvas.getContext('2d');
      const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: type, videoBitsPerSecond: 80_000 });
      const parts: Blob[] = [];
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
      recorder.start(200);
      for (let frame = 0; frame < frames; frame += 1) {
        if (pen) {
          pen.fillStyle = `hsl(${(frame * 360) / frames} 60% 40%)`;
          pen.fillRect(0, 0, width, height);
          pen.fillStyle = '#fff';
          pen.font = `${height / 3}px sans-serif`;
          pen.fillText(String(frame), width / 10, height / 2);
        }
        await new Promise((resolve) => setTimeout(resolve, 40)); // the recorder's own clock runs along
      }
      recorder.stop();
      await stopped;
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { type, frames, width, height },
  );
  return Buffer.from(encoded, 'base64');
}
