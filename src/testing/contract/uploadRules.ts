import type { Id } from '../../foundation/id';
import type { SubmissionView } from '../../protocol/submission';
import { PIECE_BYTES } from '../../protocol/version';
import { sha256 } from '../../storage';
import { accepted, eventually, refused, same, sameBytes } from './expectations';
import { anId, aPicture, aSubmission, sealed, type SamplePicture } from './samples';
import { rule, type BackendUnderTest, type ContractRule } from './subject';

/** What holds for the bytes of attachments. */
export const uploadRules: readonly ContractRule[] = [
  rule('has the text before the first byte of a picture, and says that it is not complete', async (subject) => {
    const { view, picture } = await declared(subject);
    same(view.delivery, 'received', 'the delivery');
    same(
      view.attachments.map(({ id, offset, size }) => [id, offset, size]),
      [[picture.attachment.id, 0, picture.bytes.byteLength]],
      'the attachments',
    );
    same(accepted(await offsetOf(subject, picture), 'the offset'), 0, 'the offset');
  }),
  rule('is complete when it has every piece, and gives the same bytes back', async (subject) => {
    const { view, picture } = await declared(subject);
    await uploadFrom(subject, picture, PIECE_BYTES);
    await complete(subject, view.id);
    const content = accepted(
      await subject.backend.attachmentContent(picture.attachment.id, subject.asker.call),
      'the content',
    );
    same(content.type, 'image/png', 'the type');
    sameBytes(content.bytes, picture.bytes, 'the picture');
  }),
  rule('goes on where it was, with pieces of any size', async (subject) => {
    const { view, picture } = await declared(subject);
    accepted(await sendPiece(subject, picture, { from: 0, to: 300_001 }), 'a first odd piece');
    same(accepted(await offsetOf(subject, picture), 'the offset'), 300_001, 'the offset');
    await uploadFrom(subject, picture, 262_144);
    await complete(subject, view.id);
  }),
  rule('refuses a piece at another offset, says where it is, and keeps nothing of it', async (subject) => {
    const { picture } = await declared(subject);
    accepted(await sendPiece(subject, picture, { from: 0, to: 1000 }), 'a first piece');
    const ahead = await sendPiece(subject, picture, { from: 2000, to: 3000 });
    const problem = refused(ahead, { status: 409, name: 'mismatching-upload-offset' }, 'a piece too far');
    same([problem.expectedOffset, problem.retryable], [1000, true], 'where it is and whether a repeat helps');
    const again = refused(
      await sendPiece(subject, picture, { from: 0, to: 1000 }),
      { status: 409 },
      'a piece that came twice',
    );
    same(again.expectedOffset, 1000, 'where it is');
  }),
  rule('refuses a piece that was damaged on the way', async (subject) => {
    const { picture } = await declared(subject);
    const checksum = await sha256(new Uint8Array([1]));
    const bytes = picture.bytes.slice(0, 1000);
    const piece = { id: picture.attachment.id, offset: 0, bytes, checksum };
    const problem = refused(
      await subject.backend.uploadPiece(piece, subject.asker.call),
      { status: 460, name: 'checksum-mismatch' },
      'a damaged piece',
    );
    same(problem.retryable, true, 'whether a repeat helps');
    same(accepted(await offsetOf(subject, picture), 'the offset'), 0, 'the offset');
  }),
  rule('takes one of two pieces for the same offset', async (subject) => {
    const { picture } = await declared(subject);
    const answers = await Promise.all([
      sendPiece(subject, picture, { from: 0, to: 5000 }),
      sendPiece(subject, picture, { from: 0, to: 5000 }),
    ]);
    same(answers.filter(({ ok }) => ok).length <= 1, true, 'whether at most one was taken');
    const offset = await eventually(
      async () => accepted(await offsetOf(subject, picture), 'the offset'),
      (value) => value === 5000 || answers.every(({ ok }) => !ok),
      'the offset',
    );
    same(offset, answers.some(({ ok }) => ok) ? 5000 : 0, 'the offset');
  }),
  rule('never calls a picture complete whose bytes are not the declared ones', async (subject) => {
    const picture = await aPicture(40);
    const digests = [await sha256(new Uint8Array([7]))];
    const { view } = await declare(subject, { ...picture, attachment: { ...picture.attachment, digests } });
    await sendPiece(subject, picture, { from: 0, to: picture.bytes.byteLength });
    const settled = await eventually(
      async () => accepted(await subject.backend.submission(view.id, subject.asker.call), 'the submission'),
      ({ attachments: [attachment] }) => attachment?.offset === 0 || attachment?.state === 'quarantined',
      'the refusal of other bytes',
    );
    same(
      settled.delivery === 'complete' && settled.attachments[0]?.state !== 'quarantined',
      false,
      'whether other bytes count as complete',
    );
  }),
  rule('refuses more bytes than were declared', async (subject) => {
    const picture = await aPicture(40);
    await declare(subject, picture);
    const bytes = new ArrayBuffer(picture.bytes.byteLength + 1);
    const piece = { id: picture.attachment.id, offset: 0, bytes, checksum: await sha256(bytes) };
    const answer = await subject.backend.uploadPiece(piece, subject.asker.call);
    same(answer.ok, false, 'whether one byte too many is accepted');
    same(accepted(await offsetOf(subject, picture), 'the offset'), 0, 'the offset');
  }),
  rule('knows no attachment that nobody declared', async (subject) => {
    const picture = await aPicture(40);
    refused(await offsetOf(subject, picture), { status: 404 }, 'asking for its offset');
    refused(await sendPiece(subject, picture, { from: 0, to: 10 }), { status: 404 }, 'a piece of it');
    refused(await subject.backend.attachmentContent(anId(), subject.asker.call), { status: 404 }, 'its content');
  }),
  rule('forgets a picture that the person took out, and waits for it no longer', async (subject) => {
    const { backend, asker } = subject;
    const { view, picture } = await declared(subject);
    accepted(await sendPiece(subject, picture, { from: 0, to: 1000 }), 'a first piece');
    accepted(await backend.removeAttachment(picture.attachment.id, asker.call), 'taking it out');
    refused(await offsetOf(subject, picture), { status: 410 }, 'asking for its offset');
    const { delivery, attachments } = accepted(await backend.submission(view.id, asker.call), 'the submission');
    same([delivery, attachments.map(({ state }) => state)], ['complete', ['erased']], 'how complete it is without');
  }),
  rule('lets nobody else add to a picture or see it', async (subject) => {
    const { view, picture } = await declared(subject);
    const stranger = { ...subject, asker: subject.stranger };
    refused(await offsetOf(stranger, picture), { status: 404 }, 'a stranger asking for the offset');
    refused(await sendPiece(stranger, picture, { from: 0, to: 10 }), { status: 404 }, "a stranger's piece");
    await uploadFrom(subject, picture, PIECE_BYTES);
    await complete(subject, view.id);
    refused(
      await subject.backend.attachmentContent(picture.attachment.id, subject.stranger.call),
      { status: 404 },
      'a stranger looking',
    );
  }),
];

async function declared(subject: BackendUnderTest): Promise<{ view: SubmissionView; picture: SamplePicture }> {
  return declare(subject, await aPicture());
}

async function declare(
  { backend, asker }: BackendUnderTest,
  picture: SamplePicture,
): Promise<{ view: SubmissionView; picture: SamplePicture }> {
  const item = await sealed(aSubmission(asker.owner, ['Kijk hier eens'], [picture.attachment]));
  return { view: accepted(await backend.putSubmission(item, asker.call), 'a submission with a picture'), picture };
}

const offsetOf = ({ backend, asker }: BackendUnderTest, { attachment }: SamplePicture) =>
  backend.uploadOffset(attachment.id, asker.call);

async function sendPiece(
  { backend, asker }: BackendUnderTest,
  picture: SamplePicture,
  { from, to }: { readonly from: number; readonly to: number },
) {
  const bytes = picture.bytes.slice(from, to);
  return backend.uploadPiece(
    { id: picture.attachment.id, offset: from, bytes, checksum: await sha256(bytes) },
    asker.call,
  );
}

async function uploadFrom(subject: BackendUnderTest, picture: SamplePicture, pieceBytes: number): Promise<void> {
  let offset = accepted(await offsetOf(subject, picture), 'the offset');
  while (offset < picture.bytes.byteLength) {
    offset = accepted(await sendPiece(subject, picture, { from: offset, to: offset + pieceBytes }), 'a piece'); // pieces follow each other
  }
}

const complete = ({ backend, asker }: BackendUnderTest, id: Id): Promise<SubmissionView> =>
  eventually(
    async () => accepted(await backend.submission(id, asker.call), 'the submission'),
    ({ delivery }) => delivery === 'complete',
    'a complete delivery',
  );
