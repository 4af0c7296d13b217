import { expectTypeOf, test } from 'vitest';
import type { Outbox } from '../../src/delivery';
import { clearSubmission, type Cleared } from '../../src/privacy';
import type { Submission } from '../../src/protocol/submission';

test('what was not cleared cannot be delivered', () => {
  const submission = {} as Submission;
  const outbox = {} as Outbox;
  const id = '' as never;
  // @ts-expect-error -- forgetting the gate does not compile
  void outbox.submit({ id, submission });
  expectTypeOf(clearSubmission(submission, { names: [] })).toEqualTypeOf<Cleared<Submission>>();
});
