import { expect, test } from 'vitest';
import type { SubmissionView } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { acceptedWith, aPng, manifestOf, patch, refusalOf } from './wire';

const { receiver, sanne } = await receiverOfFile();

const viewOf = async ({ id }: SubmissionView): Promise<SubmissionView> =>
  (await receiver.get(`/v1/submissions/${id}`, sanne)).json<SubmissionView>();

test('starts again when the bytes are not the ones of the manifest, and gives up believing after three times', async () => {
  const bytes = aPng(2000, { seed: 3 });
  const manifest = manifestOf(aPng(2000, { seed: 4 }));
  const receipt = await acceptedWith(receiver, sanne, manifest);
  for (let turn = 0; turn < 3; turn += 1) {
    const answer = await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes });
    expect(refusalOf(answer)).toBe('409 mismatching-upload-offset');
    expect(answer.json()).toMatchObject({ 'expected-offset': 0 });
  }
  await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes });
  expect((await viewOf(receipt)).attachments[0]).toMatchObject({ state: 'quarantined', reason: 'content-mismatch' });
});

test.each([
  [
    'text that says it is a picture',
    new TextEncoder().encode(`<script>alert(1)</script>${' '.repeat(900)}`),
    'image/png',
    'content-mismatch',
  ],
  ['a PNG that says it is a JPEG', aPng(900), 'image/jpeg', 'content-mismatch'],
  [
    'an SVG that says it is a PNG',
    new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(900)}</svg>`),
    'image/png',
    'content-mismatch',
  ],
  ['a picture that says it is a video', aPng(900), 'video/webm', 'content-mismatch'],
  ['a PNG without pixels', aPng(900, { width: 0 }), 'image/png', 'content-mismatch'],
  ['65,535 by 65,535 pixels', aPng(900, { width: 65_535, height: 65_535 }), 'image/png', 'pixel-limit'],
])('sets %s apart: the asker sees why, nobody sees the bytes', async (_what, bytes, type, reason) => {
  const manifest = manifestOf(bytes, { type });
  const receipt = await acceptedWith(receiver, sanne, manifest);
  expect((await patch(receiver, sanne, { id: manifest.id, offset: 0, bytes })).statusCode).toBe(204);
  expect(await viewOf(receipt)).toMatchObject({
    delivery: 'complete',
    attachments: [{ state: 'quarantined', reason }],
  });
  expect(refusalOf(await receiver.get(`/v1/attachments/${manifest.id}/content`, sanne))).toBe('404 not-found');
  const agent = await receiver.agent();
  expect(
    refusalOf(
      await receiver.send({
        method: 'POST',
        url: `/v1/agent/attachments/${manifest.id}/grant`,
        headers: { authorization: `Bearer ${agent}` },
      }),
    ),
  ).toBe('404 not-found');
});
