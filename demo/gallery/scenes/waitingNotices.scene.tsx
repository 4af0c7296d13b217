import { useState } from 'preact/hooks';
import { ExpiringNotice, LateNotice, QueuedNotice, UnreadableNotice } from '../../../src/questions/waiting';
import { Button, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;

const Unread = ({ count }: { readonly count: number }) => {
  const t = useText();
  const [isThere, setThere] = useState(true);
  return isThere ? (
    <UnreadableNotice count={count} onDiscard={() => setThere(false)} />
  ) : (
    <Button onPress={() => setThere(true)}>{t('err.retry')}</Button>
  );
};

interface LateProps {
  readonly count: number;
  readonly days: number;
  readonly kind?: 'question' | 'reply';
}

const Late = ({ count, days, kind = 'question' }: LateProps) => (
  <LateNotice kind={kind} late={{ count, days }} onThis={count === 1 ? nothing : undefined} onMine={nothing} />
);

/** What waits on the device and needs the person's eye. */
export const waitingNotices: Scene = {
  title: 'WaitingNotices',
  states: {
    lateOne: () => <Late count={1} days={5} />,
    lateMany: () => <Late count={3} days={12} />,
    lateReply: () => <Late kind="reply" count={1} days={5} />,
    lateAboveList: () => <LateNotice kind="question" late={{ count: 3, days: 12 }} />,
    queued: () => <QueuedNotice questions={2} replies={1} />,
    picturesOnly: () => <QueuedNotice questions={0} replies={0} percent={62} />,
    draftExpires: () => <ExpiringNotice at={Date.UTC(2026, 2, 14, 8, 30)} onKeep={nothing} />,
    unreadableOne: () => <Unread count={1} />,
    unreadableMany: () => <Unread count={123} />,
    together: () => (
      <div class="stack">
        <Unread count={1} />
        <Late count={1} days={6} />
        <ExpiringNotice at={Date.UTC(2026, 2, 14, 8, 30)} onKeep={nothing} />
      </div>
    ),
  },
};
