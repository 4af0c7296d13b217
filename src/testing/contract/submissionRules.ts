import { accepted, refused, same } from './expectations';
import { anId, aSubmission, sealed } from './samples';
import { rule, type ContractRule } from './subject';

/** What holds for the text of a submission. */
export const submissionRules: readonly ContractRule[] = [
  rule(
    'gives a receipt for exactly the bytes it was sent, with a number for each question in order',
    async ({ backend, asker }) => {
      const submission = aSubmission(asker.owner, ['Waar is de knop?', 'Het scherm blijft wit', 'Mag dit anders?']);
      const item = await sealed(submission);
      const view = accepted(await backend.putSubmission(item, asker.call), 'a submission');
      same(view.id, item.id, 'the id of the receipt');
      same(view.digest, item.digest, 'the digest of the receipt');
      same(
        view.questions.map(({ id }) => id),
        submission.questions.map(({ id }) => id),
        'the order of the questions',
      );
      same(new Set(view.questions.map(({ number }) => number)).size, 3, 'the count of different numbers');
      same(view.delivery, 'complete', 'the delivery of a submission without attachments');
    },
  ),
  rule('takes the same bytes twice and has one submission', async ({ backend, asker }) => {
    const item = await sealed(aSubmission(asker.owner, ['Twee keer verstuurd']));
    const first = accepted(await backend.putSubmission(item, asker.call), 'a submission');
    const second = accepted(await backend.putSubmission(item, asker.call), 'the same submission again');
    same(second.reference, first.reference, 'the reference that the same bytes get again');
    const list = accepted(await backend.submissions(0, asker.call), 'the list');
    same(
      list.map(({ id }) => id),
      [item.id],
      'the list',
    );
  }),
  rule('takes the same bytes from two tabs at once and has one submission', async ({ backend, asker }) => {
    const item = await sealed(aSubmission(asker.owner, ['Tegelijk verstuurd']));
    const answers = await Promise.all([
      backend.putSubmission(item, asker.call),
      backend.putSubmission(item, asker.call),
    ]);
    const references = answers.map((answer) => accepted(answer, 'a submission sent by two tabs').reference);
    same(references[0], references[1], 'the reference that both tabs get');
    same(accepted(await backend.submissions(0, asker.call), 'the list').length, 1, 'the length of the list');
  }),
  rule('refuses other bytes under an id that it has', async ({ backend, asker }) => {
    const first = await sealed(aSubmission(asker.owner, ['Eerst dit']));
    const other = await sealed(aSubmission(asker.owner, ['Nu iets anders']), first.id);
    accepted(await backend.putSubmission(first, asker.call), 'a submission');
    const problem = refused(
      await backend.putSubmission(other, asker.call),
      { status: 409, name: 'submission-conflict' },
      'other bytes',
    );
    same(problem.retryable, false, 'whether a repeat helps');
    same(
      accepted(await backend.submission(first.id, asker.call), 'the first one').digest,
      first.digest,
      'the digest that is kept',
    );
  }),
  rule('refuses bytes that were damaged on the way, and keeps nothing', async ({ backend, asker }) => {
    const item = await sealed(aSubmission(asker.owner, ['Beschadigd']));
    const { digest } = await sealed('something else');
    const problem = refused(
      await backend.putSubmission({ ...item, digest }, asker.call),
      { status: 400, name: 'digest-mismatch' },
      'a wrong digest',
    );
    same(problem.retryable, true, 'whether a repeat helps');
    refused(await backend.submission(item.id, asker.call), { status: 404 }, 'asking for it');
  }),
  rule('refuses a submission written by somebody else', async ({ backend, asker, stranger }) => {
    const item = await sealed(aSubmission(stranger.owner, ['Van een ander']));
    refused(
      await backend.putSubmission(item, asker.call),
      { status: 403, name: 'owner-mismatch' },
      "another owner's submission",
    );
  }),
  rule('refuses a body that is not a submission', async ({ backend, asker }) => {
    const problem = refused(
      await backend.putSubmission(await sealed({ schema: 1, owner: asker.owner }), asker.call),
      { status: 400 },
      'half a submission',
    );
    same(problem.retryable, false, 'whether a repeat helps');
  }),
  rule('refuses who has no token, and one that is not a token', async ({ backend, asker }) => {
    const item = await sealed(aSubmission(asker.owner, ['Zonder sleutel']));
    refused(
      await backend.putSubmission(item, { ...asker.call, token: 'not-a-token' }),
      { status: 401 },
      'a made-up token',
    );
    refused(await backend.me({ ...asker.call, token: '' }), { status: 401 }, 'no token');
  }),
  rule('shows a submission to nobody else', async ({ backend, asker, stranger }) => {
    const item = await sealed(aSubmission(asker.owner, ['Alleen voor mij']));
    accepted(await backend.putSubmission(item, asker.call), 'a submission');
    refused(await backend.submission(item.id, stranger.call), { status: 404 }, 'a stranger asking for it');
    same(accepted(await backend.submissions(0, stranger.call), "the stranger's list"), [], "the stranger's list");
    refused(await backend.submission(anId(), asker.call), { status: 404 }, 'an id that nobody made');
  }),
  rule('lists what changed since a cursor', async ({ backend, asker }) => {
    const [first, second] = [
      await sealed(aSubmission(asker.owner, ['Een'])),
      await sealed(aSubmission(asker.owner, ['Twee'])),
    ];
    const { cursor } = accepted(await backend.putSubmission(first, asker.call), 'a submission');
    accepted(await backend.putSubmission(second, asker.call), 'another submission');
    const later = accepted(await backend.submissions(cursor, asker.call), 'the list after the first');
    same(
      later.map(({ id }) => id),
      [second.id],
      'the list after the first',
    );
  }),
  rule('tells who is asking', async ({ backend, asker }) => {
    const me = accepted(await backend.me(asker.call), 'me');
    same(me.owner, asker.owner, 'the owner');
    same(me.limits.questions > 0 && me.limits.chunkBytes >= 262_144, true, 'whether the limits allow anything');
  }),
];
