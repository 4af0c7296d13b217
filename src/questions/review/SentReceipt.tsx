import '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { problemText } from '../../locale';
import type { Submission } from '../../protocol';
import { Button, Icon, Notice, Progress, Screen, useAnnounce, useText } from '../../ui';
import type { SentSoFar } from '../ports';
import { firstSentence } from '../question';
import type { QuestionsModel } from '../questions.model';
import type { ScreenFrame } from '../views/frame';

/** What a `SentReceipt` takes. */
export interface SentReceiptProps {
  readonly model: QuestionsModel;
  readonly frame: ScreenFrame;
  /** Back to work: the panel closes. */
  readonly onClose: () => void;
  readonly onMore: () => void;
  /** To the other ways, while sending does not get through. */
  readonly onOtherWay?: (() => void) | undefined;
  /** To "Mijn vragen". */
  readonly onMine: () => void;
}

/** Draws what is certain: saved on this device, or received with a number per question. */
export function SentReceipt({
  model,
  frame,
  onClose,
  onMore,
  onOtherWay,
  onMine,
}: SentReceiptProps): JSX.Element | null {
  const t = useText();
  const announce = useAnnounce();
  const close = useRef<HTMLButtonElement>(null);
  const outgoing = model.outgoing.value;
  const { reference, isHeld = false } = outgoing.state === 'sent' ? outgoing.sent : {};
  useLayoutEffect(() => close.current?.focus(), []);
  const standing = t(isHeld ? 'q.held' : 'sent.saved');
  useEffect(() => announce(reference ? t('say.sent', { ref: reference }) : standing), [reference, standing]);
  if (outgoing.state !== 'sent') return null;
  const { sent, submission } = outgoing;
  const actions = (
    <Button kind="primary" buttonRef={close} onPress={onClose}>
      {t('sent.close')}
    </Button>
  );
  return (
    <Screen
      {...frame}
      title={reference ? t('sent.title') : isHeld ? t('off.queued', { n: 1 }) : t('sent.saved.title')}
      actions={actions}
    >
      {reference ? (
        <Received sent={sent} submission={submission} reference={reference} />
      ) : (
        <Saved sent={sent} isHeld={isHeld} onOtherWay={onOtherWay} />
      )}
      <div class="row q-further">
        <Button kind="quiet" icon="talk" onPress={onMine}>
          {t('home.mine')}
        </Button>
        <Button kind="quiet" icon="plus" onPress={onMore}>
          {t('sent.more')}
        </Button>
      </div>
    </Screen>
  );
}

function Received({
  sent,
  submission,
  reference,
}: {
  readonly sent: SentSoFar;
  readonly submission: Submission;
  readonly reference: string;
}): JSX.Element {
  const t = useText();
  const { questions = [], stage, percent, problem, retry } = sent;
  const words = (id: string): string =>
    firstSentence(submission.questions.find((question) => question.id === id)?.text ?? '');
  return (
    <>
      <div class="q-receipt">
        <span class="q-mark success">
          <Icon name="check" />
        </span>
        <p class="q-reference">{t('sent.ref', { ref: reference })}</p>
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
      {stage === 'media' && !retry && <Progress label={t('sent.media', { pct: percent })} value={percent} />}
      {problem && !retry && <Notice kind="warning">{t(problemText(problem))}</Notice>}
      {retry && (
        <Notice kind="warning" actions={<Button onPress={retry}>{t('err.retry')}</Button>}>
          {t('err.attachment')}
        </Notice>
      )}
    </>
  );
}

interface SavedProps {
  readonly sent: SentSoFar;
  readonly isHeld: boolean;
  readonly onOtherWay: (() => void) | undefined;
}

function Saved({ sent: { problem, isStuck = false }, isHeld, onOtherWay }: SavedProps): JSX.Element {
  const t = useText();
  const otherWay = isStuck && onOtherWay && <Button onPress={onOtherWay}>{t('sent.other')}</Button>;
  return (
    <>
      <div class="q-receipt">
        <span class="q-mark">
          <Icon name={isHeld ? 'info' : 'check'} />
        </span>
        <p class="q-reference">{t(isHeld ? 'q.held' : 'sent.saved')}</p>
        {!isHeld && <p class="small">{t('rev.continue')}</p>}
      </div>
      {isHeld ? <div class="row q-further">{otherWay}</div> : <Problem code={problem} actions={otherWay} />}
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
