import type { Outbox, OutboxItemView } from '../../delivery';
import type { Id } from '../../foundation/id';
import type { Undo } from '../../foundation/lifetime';
import { fail, succeed, type Failure, type Result } from '../../foundation/result';
import { readEnvironment } from '../../host';
import { clearSubmission } from '../../privacy';
import type { Submission } from '../../protocol/submission';
import { freezeBundle, type SentSoFar, type SubmissionSink } from '../../questions';
import { clientNames } from '../clientNames';
import type { OwnerSpace } from '../owner';
import type { PanelPort } from '../panelPort';

/** Which text of "Dit sturen we mee" people see. Goes up when its meaning changes. */
const CONSENT_VERSION = '1';

/** Creates the way out for bundles: who and when are added, the gate clears it, the outbox keeps and sends it. */
export function createSubmissionSink(port: PanelPort, space: OwnerSpace): SubmissionSink {
  const { app, news, clock } = port;
  return {
    async prepare(bundle) {
      if (space.owner === '')
        return fail({ code: 'session-lost', message: 'Nobody is signed in, so nothing can be sent.' });
      const device = await space.device();
      if (!device.ok) return device;
      const frozen = freezeBundle(bundle, {
        owner: space.owner,
        device: device.value,
        now: clock.now(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        environment: environmentOf(port),
        consentVersion: CONSENT_VERSION,
      });
      const checked = await passHook(frozen, port);
      if (!checked.ok) return checked;
      return succeed({
        id: port.newId(),
        submission: clearSubmission(checked.value, { names: clientNames(app.settings.peek()) }),
      });
    },
    async send(prepared) {
      const outbox = await space.outbox().catch(() => undefined);
      if (!outbox) return fail({ code: 'chunk-failed', message: 'The part that sends did not arrive.' });
      const saved = await outbox.submit(prepared);
      if (!saved.ok) {
        port.log.warn(saved.problem.code, saved.problem.message);
        return saved;
      }
      if (saved.value.saved) news.saved(prepared.id, prepared.submission.questions.length);
      void outbox.flush();
      const item = outbox.items.peek().find(({ id }) => id === prepared.id);
      return succeed(item ? sentSoFar(item, outbox) : { id: prepared.id, stage: 'text', percent: 0 });
    },
    follow(id, listener) {
      let end: (() => void) | undefined;
      let isEnded = false;
      void space.outbox().then(
        (outbox) => {
          if (!isEnded) end = followItem(outbox, id, listener);
        },
        () => undefined,
      );
      return () => {
        isEnded = true;
        end?.();
      };
    },
  };

  function environmentOf({ view }: PanelPort): Submission['environment'] {
    const { collect, brand } = app.settings.peek();
    return collect.includes('environment')
      ? readEnvironment(view, brand.name, app.subject.context().release ?? '')
      : null;
  }
}

/** What is put away, a day after it was complete, is told no more: what was said last stays true. */
const followItem = (outbox: Outbox, id: Id, listener: (sent: SentSoFar) => void): Undo =>
  outbox.items.subscribe((items) => {
    const item = items.find((one) => one.id === id);
    if (item) listener(sentSoFar(item, outbox));
  });

function sentSoFar(item: OutboxItemView, outbox: Pick<Outbox, 'retry'>): SentSoFar {
  const { id, reference, receivedAt, questions, problem, percent, state, isStuck, isGone } = item;
  return {
    id,
    stage: isGone ? 'gone' : state === 'done' ? 'done' : item.stage,
    percent,
    ...(reference === undefined ? {} : { reference }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
    ...(questions === undefined ? {} : { questions }),
    ...(item.saved ? {} : { isHeld: true }),
    ...(state === 'attention' ? { retry: () => void outbox.retry(id) } : {}),
    ...(isStuck ? { isStuck } : {}),
    ...(problem === undefined ? {} : { problem }),
  };
}

/** Lets the host's own code look. What it gives back passes the gate like everything else. */
async function passHook(submission: Submission, { app }: PanelPort): Promise<Result<Submission, Failure>> {
  const { beforeSend } = app.settings.peek().hooks;
  if (!beforeSend) return succeed(submission);
  try {
    const checked = await beforeSend(submission);
    return checked
      ? succeed(checked)
      : fail({ code: 'held-back', message: 'Hook beforeSend held the submission back.' });
  } catch (cause) {
    return fail({ code: 'held-back', message: 'Hook beforeSend threw, so nothing was sent.', cause });
  }
}
