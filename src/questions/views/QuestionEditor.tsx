import '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from '../../protocol';
import { Button, Choice, Disclosure, Screen, TextField, useText } from '../../ui';
import type { DraftQuestion } from '../question';
import type { QuestionsModel } from '../questions.model';
import { ClientField } from './ClientField';
import type { ScreenFrame } from './frame';
import { CHIPS, KINDS } from '../kinds';
import { PlaceField } from './PlaceField';
import { SendFailure } from './SendFailure';
import { SubmitKeys } from './SubmitKeys';
import { useFailureText } from './useFailureText';
import { useSavedText } from './useSavedText';
import { WhiteScreenField } from './WhiteScreenField';

/** What a `QuestionEditor` takes. */
export interface QuestionEditorProps {
  readonly model: QuestionsModel;
  readonly frame: ScreenFrame;
  /** The host's places, to choose from. */
  readonly places?: readonly Place[];
  /** Where pictures are made and shown. */
  readonly captures?: ComponentChildren;
  /** Waits until it is known whose question this is, and gives the model it has then. Default: the one that is shown. */
  readonly settled?: () => Promise<QuestionsModel>;
  /** The question was put in the bundle. */
  readonly onKept: () => void;
  /** What comes next: looking at it first, or the receipt. */
  readonly onNext: (next: 'review' | 'sent') => void;
}

/** Draws the question form. Only the text is needed; the rest is filled in where it is known. */
export function QuestionEditor({
  model,
  frame,
  places = [],
  captures,
  settled = async () => model,
  onKept,
  onNext,
}: QuestionEditorProps): JSX.Element | null {
  const t = useText();
  useEffect(() => {
    if (!model.draft.peek() && model.outgoing.peek().state !== 'sent') model.begin(); // sent or removed from another tab
  });
  const draft = model.draft.value;
  const { state } = model.outgoing.value;
  const isBusy = state === 'preparing' || state === 'sending';
  if (!draft) return null;

  const send = async (): Promise<void> => {
    const settledModel = await settled();
    await settledModel.submit();
    const next = settledModel.outgoing.peek().state;
    if (next === 'review' || next === 'sent') onNext(next);
  };
  const look = async (): Promise<void> => {
    if (!model.hasWords()) return;
    const settledModel = await settled();
    await settledModel.look();
    if (settledModel.outgoing.peek().state === 'review') onNext('review');
  };
  const keep = (): void => {
    if (model.keep()) onKept();
  };
  const actions = (
    <>
      <SendFailure model={model} />
      <Button onPress={keep}>{t('q.save')}</Button>
      <Button kind="primary" busy={isBusy} onPress={() => void send()} keys="Control+Enter">
        {t(model.needsReview.value ? 'q.send' : 'rev.send')}
      </Button>
    </>
  );
  return (
    <SubmitKeys onSubmit={() => void send()}>
      <Screen {...frame} title={t(draft.isUnfinished ? 'q.title' : 'q.title.edit')} actions={actions}>
        <div class="q-form">
          <KindField model={model} draft={draft} />
          <TextSlot model={model} draft={draft} />
          {captures}
          <Slots model={model} draft={draft} places={places} />
          <MoreFields draft={draft} onChange={(fields) => model.answer({ fields })} />
          <Button kind="quiet" onPress={() => void look()}>
            {t('rev.what')}
          </Button>
        </div>
      </Screen>
    </SubmitKeys>
  );
}

interface DraftProps {
  readonly model: QuestionsModel;
  readonly draft: DraftQuestion;
}

interface SlotsProps extends DraftProps {
  readonly places: readonly Place[];
}

function KindField({ model, draft: { kind } }: DraftProps): JSX.Element {
  const t = useText();
  const options = CHIPS.map((value) => ({ value, label: t(KINDS[value].name) }));
  const isUnsafe = kind === 'unsafe';
  return (
    <div class="q-kind">
      <Choice
        hideLabel
        label={t('q.kind')}
        value={CHIPS.find((chip) => chip === kind)}
        options={options}
        onChange={(value) => model.answer({ kind: value })}
      />
      <Button
        kind="quiet"
        icon={isUnsafe ? 'check' : 'warning'}
        pressed={isUnsafe}
        onPress={() => model.answer({ kind: isUnsafe ? 'problem' : 'unsafe' })}
      >
        {t('q.kind.safety')}
      </Button>
    </div>
  );
}

function Slots({ model, draft, places }: SlotsProps): JSX.Element {
  const { kind, place, client, whiteScreen } = draft;
  const now = model.context();
  return (
    <>
      <PlaceField
        value={place}
        now={now.place}
        places={places}
        onChange={(chosen) => model.answer({ place: chosen })}
      />
      <ClientField value={client} openRef={now.clientRef} onChange={(chosen) => model.answer({ client: chosen })} />
      {(kind === 'problem' || whiteScreen) && (
        <WhiteScreenField value={whiteScreen} onChange={(chosen) => model.answer({ whiteScreen: chosen })} />
      )}
    </>
  );
}

function TextSlot({ model, draft }: DraftProps): JSX.Element {
  const t = useText();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length); // go on where the words end
  }, [draft.id]);
  const label = t(KINDS[draft.kind].text);
  const refusal = model.refusals.value.find(({ question }) => question === draft.id);
  useEffect(() => {
    if (refusal) field.current?.focus();
  }, [refusal]);
  const failureText = useFailureText(model);
  const savedText = useSavedText(model);
  return (
    <TextField
      multiline
      rows={4}
      label={label}
      example={draft.kind === 'problem' ? t('q.text.example') : undefined}
      value={draft.text}
      onInput={(text) => model.answer({ text })}
      autoFocusRef={field}
      hint={(draft.text && savedText) || '\u00a0'}
      error={refusal && failureText(refusal.code, label)}
    />
  );
}

interface MoreFieldsProps {
  readonly draft: DraftQuestion;
  readonly onChange: (fields: DraftQuestion['fields']) => void;
}

function MoreFields({ draft: { fields }, onChange }: MoreFieldsProps): JSX.Element {
  const t = useText();
  const change = (name: string, text: string): void => {
    const { [name]: _, ...others } = fields;
    onChange(text ? { ...others, [name]: text } : others);
  };
  return (
    <Disclosure summary={t('q.more')} open={Object.keys(fields).length > 0}>
      <TextField label={t('q.since')} value={fields['since'] ?? ''} onInput={(text) => change('since', text)} />
      <TextField
        multiline
        rows={2}
        label={t('q.tried')}
        value={fields['tried'] ?? ''}
        onInput={(text) => change('tried', text)}
      />
    </Disclosure>
  );
}
