import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Bundle } from '../../questions';
import {
  countOf,
  ExpiringNotice,
  expiryOf,
  LateNotice,
  lateOf,
  QueuedNotice,
  UnreadableNotice,
  type Late,
} from '../../questions/waiting';
import { DRAFT_KEY, keep, type Kept } from '../../storage';
import { useAnnounce, useText } from '../../ui';
import { REPLIES_KEY } from '../panel/draftStore';
import type { OwnerSpace } from '../owner';
import type { PanelContext } from '../panel/panelContext';
import { followUnsent, type OnItsWay, type UnsentItem } from './followUnsent';

/** What these notices take. */
export interface WaitingNoticesProps {
  readonly context: PanelContext;
  /** In "Mijn vragen" each row tells how far it is: only what needs the person's eye is said above them. */
  readonly isAboveList?: boolean;
}

/** Draws what waits on the device and needs the person's eye; nothing when nothing does. */
export function WaitingNotices({ context, isAboveList = false }: WaitingNoticesProps): JSX.Element {
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
      {port.app.waiting.value > 0 && <Waiting context={context} isAboveList={isAboveList} />}
      <Expiring {...context} />
    </>
  );
}

/** Looks at what the receiver does not have, as long as it is on screen. */
function Waiting({ context, isAboveList }: Required<WaitingNoticesProps>): JSX.Element {
  const { port, panel, workspace } = context;
  const found = useSignal<OnItsWay>({ unsent: [] });
  useEffect(() => followUnsent(workspace.ownerSpace(), (now) => (found.value = now)), [workspace]);
  const { unsent, percent } = found.value;
  const late = KINDS.map((kind) => ({
    kind,
    late: lateOf(
      unsent.filter((item) => item.kind === kind),
      port.clock.now(),
    ),
  }));
  const onMine = isAboveList ? undefined : () => panel.go({ name: 'mine' });
  const queued = (kind: UnsentItem['kind']): number =>
    countOf(unsent.filter((item) => item.kind === kind && !late.some((other) => other.late?.items.includes(item))));
  return (
    <>
      {late.map(
        ({ kind, late }) =>
          late && <LateNotice key={kind} kind={kind} late={late} onThis={wayTo(late, panel)} onMine={onMine} />,
      )}
      {!isAboveList && <QueuedNotice questions={queued('question')} replies={queued('reply')} percent={percent} />}
    </>
  );
}

const KINDS = ['question', 'reply'] as const;

/** To the only one: the other ways for a question, the conversation for a reply. */
function wayTo(
  { items: [oldest, ...others] }: Late<UnsentItem>,
  panel: PanelContext['panel'],
): (() => void) | undefined {
  const { id, kind, question } = oldest;
  if (others.length > 0) return undefined;
  if (kind === 'question') return () => panel.go({ name: 'mail', submission: id });
  return question && (() => panel.go({ name: 'thread', question }));
}

/** Looks how old the drafts are that are on the device, again after each time that they are stored: of questions and of replies. */
function Expiring({ port: { app, clock }, workspace }: PanelContext): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const savedAt = useSignal<number | undefined>(undefined);
  const { bundle, flush, saving } = workspace.questions;
  const { revision } = bundle.value;
  useEffect(() => {
    let isOver = false;
    void oldestDraft(workspace.ownerSpace()).then((oldest) => {
      if (!isOver) savedAt.value = oldest;
    });
    return () => {
      isOver = true;
    };
  }, [workspace, revision]);
  const longer = async (): Promise<void> => {
    const space = workspace.ownerSpace();
    await flush();
    await keepRepliesLonger(space, clock.now());
    savedAt.value = await oldestDraft(space);
    if (saving.peek().state === 'saved') announce(t('q.saved'));
  };
  const { ttlHours } = app.settings.value.storage;
  const at = savedAt.value === undefined ? undefined : expiryOf(savedAt.value, { now: clock.now(), ttlHours });
  return at === undefined ? null : <ExpiringNotice at={at} onKeep={() => void longer()} />;
}

type Replies = Kept<Readonly<Record<string, string>>>;

/** When the oldest draft was stored that has words in it. */
async function oldestDraft({ database }: OwnerSpace): Promise<number | undefined> {
  const drafts = database.store('drafts');
  const [bundle, replies] = await Promise.all([drafts.get<Kept<Bundle>>(DRAFT_KEY), drafts.get<Replies>(REPLIES_KEY)]);
  const times = [
    bundle.ok && bundle.value?.value.questions.length ? bundle.value.savedAt : Infinity,
    replies.ok && replies.value && Object.keys(replies.value.value).length > 0 ? replies.value.savedAt : Infinity,
  ];
  const oldest = Math.min(...times);
  return oldest === Infinity ? undefined : oldest;
}

async function keepRepliesLonger({ database }: OwnerSpace, now: number): Promise<void> {
  const drafts = database.store('drafts');
  const found = await drafts.get<Replies>(REPLIES_KEY);
  if (found.ok && found.value) await drafts.setMany([[REPLIES_KEY, keep(found.value.value, now)]]);
}
