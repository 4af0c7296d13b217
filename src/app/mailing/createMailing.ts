import type { OutboxItemView } from '../../delivery';
import type { Id } from '../../foundation/id';
import { createLifetime } from '../../foundation/lifetime';
import { fail, succeed } from '../../foundation/result';
import type { MailContent } from '../../protocol/mail';
import {
  createMailDevice,
  MailingModel,
  type MailDesk,
  type MailingModelInstance,
  type Standing,
} from '../../questions/mailing';
import type { OwnerSpace } from '../owner';
import type { PanelPort } from '../panelPort';

/** Joins the other ways for one submission with the outbox, the pictures and the rules of host and organisation. */
export function createMailing(port: PanelPort, space: OwnerSpace, id: Id): MailingModelInstance {
  const { app, clock, connection, view } = port;
  const { contact, mailFallback } = app.settings.peek();
  const ofOrganisation = connection.known(space.owner)?.mailFallback ?? 'text-only';
  return new MailingModel({
    desk: createDesk(space, id),
    device: createMailDevice(view, clock),
    rules: { content: strictest(mailFallback, ofOrganisation), to: contact.email },
    clock,
  });
}

const FROM_STRICT: readonly MailContent[] = ['off', 'text-only', 'redacted'];

/** Both have to allow it. */
const strictest = (...rules: readonly MailContent[]): MailContent =>
  FROM_STRICT[Math.min(...rules.map((rule) => FROM_STRICT.indexOf(rule)))] ?? 'off';

function createDesk(space: OwnerSpace, id: Id): MailDesk {
  return {
    follow(listener) {
      const lifetime = createLifetime();
      const tell = (items: readonly OutboxItemView[]): void => {
        const item = items.find((one) => one.id === id);
        listener(item && standingOf(item));
      };
      space.outbox().then(
        (box) => lifetime.add(box.items.subscribe(tell)),
        () => listener(undefined), // nobody is signed in: nothing waits
      );
      return () => lifetime.end();
    },
    async read() {
      const box = await space.outbox().catch(() => undefined);
      if (!box) return fail({ code: 'session-lost', message: 'Nobody is signed in, or a part did not arrive.' });
      const content = await box.content(id);
      if (!content.ok) return content;
      const isThere = content.value && 'questions' in content.value;
      return succeed(isThere ? { id, submission: content.value } : undefined);
    },
    async picture(attachment) {
      const found = await space.chunks.get(attachment);
      return found.ok ? found.value : undefined;
    },
    async sendAgain() {
      const box = await space.outbox().catch(() => undefined);
      await box?.retry(id);
      await box?.flush();
    },
  };
}

function standingOf({ state, reference, problem, saved, isGone }: OutboxItemView): Standing {
  if (isGone) return { state: 'gone' };
  const isReceived = reference !== undefined || state === 'done';
  return {
    state: isReceived ? 'received' : state === 'attention' || state === 'sending' ? state : 'waiting',
    ...(reference === undefined ? {} : { reference }),
    ...(saved ? {} : { isHeld: true }),
    ...(problem === undefined ? {} : { problem }),
  };
}
