import '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Clock } from '../../foundation/clock';
import { problemText, type MessageKey, type Translate } from '../../locale';
import type { Submission } from '../../protocol';
import { Button, Icon, Notice, Progress, Screen, useAnnounce, useFormat, useText } from '../../ui';
import type { SentSoFar } from '../ports';
import { firstSentence } from '../question';
import type { QuestionsModel } from '../questions.model';
import type { ScreenFrame } from '../views/frame';
import { sentState, spokenPercent, type SentState } from './sentState';

/** What a `SentReceipt` takes. */
export interface SentReceiptProps {
  readonly model: QuestionsModel;
  readonly frame: ScreenFrame;
  /** Says whether something was received today. */
  readonly clock: Pick<Clock, 'now'>;
  /** Back to work: the panel closes. */
  readonly onClose: () => void;
  readonly onMore: () => void;
  /** To the other ways, while sending does not get through. */
  readonly onOtherWay?: (() => void) | undefined;
  /** To "Mijn vragen". */
  readonly onMine: () => void;
}

/** Draws what is certain: saved on this device, received with a number per question, or what the person has to look at. */
export function SentReceipt(props: SentReceiptProps): JSX.Element | null {
  const outgoing = props.model.outgoing.value;
  return outgoing.state === 'sent' ? (
    <Receipt {...props} sent={outgoing.sent} submission={outgoing.submission} />
  ) : null;
}

interface Told {
  readonly sent: SentSoFar;
  readonly submission: Submission;
}

const TITLES: Readonly<Record<SentState, MessageKey>> = {
  received: 'sent.title',
  saved: 'sent.saved.title',
  held: 'off.queued',
  attention: 'sent.attention',
  gone: 'sent.attention',
};

function Receipt({ frame, clock, sent, submission, ...ways }: SentReceiptProps & Told): JSX.Element {
  const t = useText();
  const close = useRef<HTMLButtonElement>(null);
  const state = sentState(sent);
  useLayoutEffect(() => close.current?.focus(), []);
  useSpoken(sent, state);
  const actions = (
    <Button kind="primary" buttonRef={close} onPress={ways.onClose}>
      {t('sent.close')}
    </Button>
  );
  return (
    <Screen {...frame} title={t(TITLES[state], { n: 1 })} actions={actions}>
      {state === 'received' ? (
        <Received sent={sent} submission={submission} clock={clock} />
      ) : (
        <NotReceived sent={sent} state={state} onOtherWay={ways.onOtherWay} />
      )}
      <div class="row q-further">
        <Button kind="quiet" icon="talk" onPress={ways.onMine}>
          {t('home.mine')}
        </Button>
        <Button kind="quiet" icon="plus" onPress={ways.onMore}>
          {t('sent.more')}
        </Button>
      </div>
    </Screen>
  );
}

/** Says where it stands, once for each step; a number never goes unsaid for a percentage. */
function useSpoken(sent: SentSoFar, state: SentState): void {
  const t = useText();
  const announce = useAnnounce();
  const { reference = '', stage } = sent;
  const standing = state === 'received' ? t('say.sent', { ref: reference }) : standingText(sent, state, t);
  const half = spokenPercent(sent);
  const wasOnItsWay = useRef(false);
  useEffect(() => (state === 'attention' ? announce.alert(standing) : announce(standing)), [standing]);
  useEffect(() => {
    if (half) announce(t('say.upload', { pct: half }));
    else if (stage === 'done' && wasOnItsWay.current) announce(t('say.upload', { pct: 100 }));
    wasOnItsWay.current = stage === 'media';
  }, [half, stage]);
}

function standingText({ problem = '', isHeld }: SentSoFar, state: SentState, t: Translate): string {
  if (state === 'gone') return t('err.gone');
  if (isHeld) return t('q.held');
  return t(state === 'attention' ? problemText(problem) : 'sent.saved');
}

function Received({ sent, submission, clock }: Told & Pick<SentReceiptProps, 'clock'>): JSX.Element {
  const t = useText();
  const { reference = '', questions = [], stage } = sent;
  const words = (id: string): string =>
    firstSentence(submission.questions.find((question) => question.id === id)?.text ?? '');
  return (
    <>
      <div class="q-receipt">
        <span class="q-mark success">
          <Icon name="check" />
        </span>
        <p class="q-reference">{t('sent.ref', { ref: reference })}</p>
        <ReceivedAt sent={sent} clock={clock} />
        <p class="small">{t('sent.promise')}</p>
        {stage === 'done' && <p class="small">{t('sent.complete')}</p>}
      </div>
      {questions.length > 1 && (
        <ol class="q-cards" aria-label={t('sent.numbers')}>
          {questions.map(({ id, number }) => (
            <li class="q-number" key={id}>
              <strong>{number}</strong>
              <span class="grow">{words(id)}</span>
            </li>
          ))}
        </ol>
      )}
      {stage === 'media' && <Media sent={sent} />}
    </>
  );
}

/** Says when the receiver had it, by the receiver's clock: the time, and the day when that is another one. */
function ReceivedAt({
  sent: { receivedAt },
  clock,
}: Pick<Told, 'sent'> & Pick<SentReceiptProps, 'clock'>): JSX.Element | null {
  const t = useText();
  const format = useFormat();
  if (receivedAt === undefined) return null;
  const [time, date] = [format.time(receivedAt), format.date(receivedAt)];
  return (
    <p>
      <time dateTime={receivedAt}>
        {date === format.date(clock.now()) ? t('sent.at', { time }) : t('sent.at.day', { date, time })}
      </time>
    </p>
  );
}

/** Says how far the pictures are, why they wait, or that one did not arrive. The text is there, whatever becomes of them. */
function Media({ sent: { percent, problem, retry } }: Pick<Told, 'sent'>): JSX.Element {
  const t = useText();
  if (retry)
    return (
      <Notice kind="warning" actions={<Button onPress={retry}>{t('err.retry')}</Button>}>
        {t('err.attachment')}
      </Notice>
    );
  return (
    <>
      <Progress label={t('sent.media', { pct: percent })} value={percent} />
      {problem !== undefined && <Notice kind="warning">{t(mediaText(problem))}</Notice>}
    </>
  );
}

/** Why pictures wait: the person can only log in; everything else goes by itself. */
const mediaText = (problem: string): MessageKey =>
  problemText(problem) === 'err.session' ? 'err.session' : 'sent.media.waits';

interface NotReceivedProps {
  readonly sent: SentSoFar;
  readonly state: SentState;
  readonly onOtherWay: (() => void) | undefined;
}

const MARKS = { received: 'check', saved: 'check', held: 'info', attention: 'warning', gone: 'warning' } as const;

function NotReceived({ sent, state, onOtherWay }: NotReceivedProps): JSX.Element {
  const t = useText();
  const { problem, isStuck = false, retry } = sent;
  const icon = MARKS[state];
  const otherWay = isStuck && onOtherWay && <Button onPress={onOtherWay}>{t('sent.other')}</Button>;
  return (
    <>
      <div class="q-receipt">
        <span class={icon === 'warning' ? 'q-mark warning' : 'q-mark'}>
          <Icon name={icon} />
        </span>
        <p class="q-reference">{standingText(sent, state, t)}</p>
        {state === 'saved' && <p class="small">{t('rev.continue')}</p>}
      </div>
      {state === 'saved' ? (
        <Problem code={problem} actions={otherWay} />
      ) : (
        <div class="row q-further">
          {retry && <Button onPress={retry}>{t('err.retry')}</Button>}
          {otherWay}
        </div>
      )}
    </>
  );
}

function Problem({
  code,
  actions,
}: {
  readonly code: string | undefined;
  readonly actions: ComponentChildren;
}): JSX.Element | null {
  const t = useText();
  return code === undefined ? null : (
    <Notice kind="warning" actions={actions}>
      {t(problemText(code))}
    </Notice>
  );
}
