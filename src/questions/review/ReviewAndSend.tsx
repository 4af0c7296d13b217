import '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Attachment, Question, Submission } from '../../protocol';
import { Button, Checkbox, Disclosure, IconButton, Screen, useFormat, useText } from '../../ui';
import { preparedOf } from '../outgoing.model';
import type { QuestionsModel } from '../questions.model';
import { isTrail, partsOf, type ShownPart, type TrailPart } from '../parts';
import type { ScreenFrame } from '../views/frame';
import { partName, partText } from './partText';
import { TrailParts } from './TrailParts';
import { UndoNotices } from './UndoNotices';
import { SendFailure } from '../views/SendFailure';
import { SubmitKeys } from '../views/SubmitKeys';

/** What a `ReviewAndSend` takes. */
export interface ReviewAndSendProps {
  readonly model: QuestionsModel;
  readonly frame: ScreenFrame;
  /** Draws the picture itself, large enough to look at. */
  readonly picture?: ((attachment: Attachment) => ComponentChildren) | undefined;
  readonly onSent: () => void;
  /** There is nothing left to send, or something must be filled in first. */
  readonly onBack: () => void;
}

/** Draws every literal part of what will be sent. What is shown here is the object that is hashed and posted. */
export function ReviewAndSend({ model, frame, picture, onSent, onBack }: ReviewAndSendProps): JSX.Element {
  const t = useText();
  const { state } = model.outgoing.value;
  const submission = preparedOf(model.outgoing.value)?.submission;
  useEffect(() => {
    if (state === 'sent') onSent();
    if (state === 'none') onBack();
  }, [state]);
  useEffect(
    () => () => {
      const left = model.outgoing.peek().state;
      if (left === 'review' || left === 'failed') model.leave(); // back to writing: nothing is held any more
    },
    [],
  );
  return (
    <SubmitKeys onSubmit={() => void model.send()}>
      <Screen
        {...frame}
        title={t('rev.title')}
        actions={<Actions model={model} submission={submission} titleId={frame.titleId} />}
      >
        <h3 class="q-heading">{t('rev.what')}</h3>
        {submission && <Parts model={model} submission={submission} picture={picture} />}
      </Screen>
    </SubmitKeys>
  );
}

interface ActionsProps {
  readonly model: QuestionsModel;
  readonly submission: Submission | undefined;
  readonly titleId: string;
}

function Actions({ model, submission, titleId }: ActionsProps): JSX.Element {
  const mustCheck = model.toCheck.value.length > 0;
  return (
    <>
      <UndoNotices model={model} titleId={titleId} />
      <SendFailure model={model} />
      {mustCheck && <Tick model={model} />}
      <SendButton model={model} n={submission?.questions.length} isHeld={mustCheck && !model.isChecked.value} />
    </>
  );
}

const TICK_HELP = 'q-tick-help';

function Tick({ model }: { readonly model: QuestionsModel }): JSX.Element {
  const t = useText();
  return (
    <div class="grow">
      <Checkbox
        label={t('rev.media.checked')}
        checked={model.isChecked.value}
        onChange={(checked) => (model.isChecked.value = checked)}
      />
      <span class="spoken" id={TICK_HELP}>
        {t('rev.media.ask')}
      </span>
    </div>
  );
}

interface SendButtonProps {
  readonly model: QuestionsModel;
  /** How many questions are shown; nothing when preparing them failed. */
  readonly n: number | undefined;
  readonly isHeld: boolean;
}

function SendButton({ model, n, isHeld }: SendButtonProps): JSX.Element {
  const t = useText();
  const { state } = model.outgoing.value;
  const isBusy = state === 'sending' || state === 'preparing';
  const mustRetry = state === 'failed' && n === undefined;
  const label = mustRetry ? t('err.retry') : n && n > 1 ? t('rev.send.n', { n }) : t('rev.send');
  const press = (): void => void (mustRetry ? model.look() : model.send());
  return (
    <Button
      kind="primary"
      busy={isBusy}
      disabled={isHeld}
      describedBy={isHeld ? TICK_HELP : undefined}
      keys="Control+Enter"
      onPress={press}
    >
      {label}
    </Button>
  );
}

interface PartsProps extends Pick<ReviewAndSendProps, 'model' | 'picture'> {
  readonly submission: Submission;
}

function Parts({ model, submission, picture }: PartsProps): JSX.Element {
  const t = useText();
  const parts = partsOf(submission);
  return (
    <>
      <ol class="q-cards" aria-label={t('rev.what')}>
        {submission.questions.map((question, index) => (
          <li class="card stack" key={question.id}>
            <QuestionHead
              model={model}
              question={question}
              label={t('bundle.item', { i: index + 1, n: submission.questions.length })}
            />
            {parts
              .filter((part) => 'question' in part && part.question === question.id && part.kind !== 'text')
              .map((part) =>
                isTrail(part) ? (
                  <TrailParts key={keyOf(part)} part={part} onRemove={model.removePart} />
                ) : (
                  <PartRow key={keyOf(part)} model={model} part={part}>
                    {part.kind === 'attachment' && picture?.(part.value)}
                  </PartRow>
                ),
              )}
          </li>
        ))}
      </ol>
      <Disclosure summary={t('rev.tech')}>
        {parts
          .filter((part) => part.kind === 'environment')
          .map((part) => (
            <PartRow key={part.kind} model={model} part={part} />
          ))}
        <Disclosure summary={t('parts.exact')}>
          <pre class="q-exact" tabIndex={0}>
            {JSON.stringify(submission, null, 2)}
          </pre>
        </Disclosure>
      </Disclosure>
    </>
  );
}

function QuestionHead({
  model,
  question,
  label,
}: {
  readonly model: QuestionsModel;
  readonly question: Question;
  readonly label: string;
}): JSX.Element {
  const t = useText();
  return (
    <div class="q-part">
      <div class="grow">
        <div class="small">{label}</div>
        <p class="q-words">{question.text}</p>
      </div>
      <IconButton icon="remove" name={`${t('bundle.remove')}: ${label}`} onPress={() => model.remove(question.id)} />
    </div>
  );
}

function PartRow({
  model,
  part,
  children,
}: {
  readonly model: QuestionsModel;
  readonly part: Exclude<ShownPart, TrailPart>;
  readonly children?: ComponentChildren;
}): JSX.Element {
  const t = useText();
  const format = useFormat();
  const name = partName(t, part);
  return (
    <div class="stack">
      <div class="q-part">
        <div class="grow">
          <div class="small">{name}</div>
          <div class="q-words">{partText(part, { t, format })}</div>
        </div>
        <IconButton icon="close" name={t('parts.remove', { part: name })} onPress={() => model.removePart(part)} />
      </div>
      {children}
    </div>
  );
}

const keyOf = (part: ShownPart): string =>
  ('question' in part ? part.question : '') + part.kind + (part.kind === 'attachment' ? part.value.id : '');
