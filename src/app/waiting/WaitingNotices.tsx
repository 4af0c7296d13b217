import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { ExpiringNotice, expiryOf, LateNotice, lateOf, UnreadableNotice } from '../../questions/waiting';
import type { Kept } from '../../storage';
import { useAnnounce, useText } from '../../ui';
import { DRAFT_KEY } from '../panel/draftStore';
import type { PanelContext } from '../panel/panelContext';
import { followUnsent, type UnsentSubmission } from './followUnsent';

/** Draws what waits on the device and needs the person's eye; nothing when nothing does. */
export function WaitingNotices(context: PanelContext): JSX.Element {
  const { port, workspace } = context;
  const unreadable = port.app.unreadable.value;
  const discard = (): void =>
    void workspace
      .ownerSpace()
      .outbox()
      .then((outbox) => unreadable.forEach((id) => void outbox.discard(id)));
  return (
    <>
      {unreadable.length > 0 && <UnreadableNotice count={unreadable.length} onDiscard={discard} />}
      <Waiting {...context} />
      <Expiring {...context} />
    </>
  );
}

/** Looks at what the receiver does not have, as long as it is on screen. */
function Waiting({ port, panel, workspace }: PanelContext): JSX.Element | null {
  const unsent = useSignal<readonly UnsentSubmission[]>([]);
  useEffect(() => followUnsent(workspace.ownerSpace(), (found) => (unsent.value = found)), [workspace]);
  const late = lateOf(unsent.value, port.clock.now());
  const oldest = late && unsent.value.find(({ id }) => id === late.submissions[0]?.id);
  return late && oldest ? (
    <LateNotice
      late={late}
      onOtherWay={() => panel.go({ name: 'mail', submission: oldest.id })}
      onMine={() => panel.go({ name: 'mine' })}
    />
  ) : null;
}

/** Looks how old the draft is that is on the device, again after each time that it is stored. */
function Expiring({ port: { app, clock }, workspace }: PanelContext): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const savedAt = useSignal<number | undefined>(undefined);
  const { bundle, flush, saving } = workspace.questions;
  const { revision } = bundle.value;
  useEffect(() => {
    let isOver = false;
    const drafts = workspace.ownerSpace().database.store('drafts');
    void drafts.get<Kept<unknown>>(DRAFT_KEY).then((found) => {
      if (!isOver) savedAt.value = found.ok ? found.value?.savedAt : undefined;
    });
    return () => {
      isOver = true;
    };
  }, [workspace, revision]);
  const keep = async (): Promise<void> => {
    await flush();
    if (saving.peek().state === 'saved') announce(t('q.saved'));
  };
  const { ttlHours } = app.settings.value.storage;
  const at = savedAt.value === undefined ? undefined : expiryOf(savedAt.value, { now: clock.now(), ttlHours });
  return at === undefined ? null : <ExpiringNotice at={at} onKeep={() => void keep()} />;
}
