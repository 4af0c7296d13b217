import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../locale';
import { Button, FieldError, Icon, IconButton, Screen, useAnnounce, useText } from '../../ui';
import { firstSentence, type DraftQuestion } from '../question';
import type { QuestionsModel } from '../questions.model';
import type { ScreenFrame } from '../views/frame';
import { SendFailure } from '../views/SendFailure';
import { UndoNotices } from './UndoNotices';
import { useFailureText } from '../views/useFailureText';

/** What a `BundlePanel` takes. */
export interface BundlePanelProps {
  readonly model: QuestionsModel;
  readonly frame: ScreenFrame;
  /** The question is open in the form. */
  readonly onEdit: () => void;
  readonly onAdd: () => void;
  /** What will be sent is ready to be looked at. */
  readonly onReview: () => void;
}

/** Draws the questions that wait to be sent together, in their order. */
export function BundlePanel({ model, frame, onEdit, onAdd, onReview }: BundlePanelProps): JSX.Element {
  const t = useText();
  const kept = model.kept.value;
  const { state } = model.outgoing.value;
  const look = async (): Promise<void> => {
    await model.look();
    if (model.outgoing.peek().state === 'review') onReview();
  };
  const isEmpty = kept.length === 0;
  const actions = (
    <>
      <UndoNotices model={model} titleId={frame.titleId} />
      <SendFailure model={model} />
      {isEmpty ? (
        <Button kind="primary" onPress={onAdd}>
          {t('home.ask')}
        </Button>
      ) : (
        <Button kind="primary" busy={state === 'preparing'} onPress={() => void look()}>
          {t('q.send')}
        </Button>
      )}
    </>
  );
  return (
    <Screen {...frame} title={t('bundle.title')} actions={actions}>
      {isEmpty ? <Nothing /> : <Cards model={model} kept={kept} onEdit={onEdit} />}
      {!isEmpty && (
        <Button kind="quiet" icon="plus" onPress={onAdd}>
          {t('bundle.add')}
        </Button>
      )}
      {kept.length === 1 && <p class="small q-tip">{t('bundle.tip')}</p>}
    </Screen>
  );
}

function Nothing(): JSX.Element {
  const t = useText();
  return (
    <div class="q-empty">
      <Icon name="bundle" />
      <p>{t('bundle.empty')}</p>
      <p class="small">{t('bundle.tip')}</p>
    </div>
  );
}

interface CardsProps {
  readonly model: QuestionsModel;
  readonly kept: readonly DraftQuestion[];
  readonly onEdit: () => void;
}

function Cards({ model, kept, onEdit }: CardsProps): JSX.Element {
  const t = useText();
  const announce = useAnnounce();
  const list = useRef<HTMLOListElement>(null);
  const moved = useSignal('');
  useLayoutEffect(() => {
    if (moved.peek()) list.current?.querySelector<HTMLElement>(`#${moved.peek()}`)?.focus(); // a card that moves in the tree loses it
    moved.value = '';
  }, [kept]);
  const move = (question: DraftQuestion, from: number, to: number): void => {
    if (to < 0 || to >= kept.length) return;
    moved.value = `q${to < from ? 'up' : 'down'}-${question.id}`;
    model.move(question.id, to);
    announce(t('say.moved', { i: from + 1, j: to + 1, n: kept.length }));
  };
  const edit = ({ id }: DraftQuestion): void => {
    model.edit(id);
    onEdit();
  };
  return (
    <ol class="q-cards" ref={list} aria-label={t('bundle.title')}>
      {kept.map((question, index) => (
        <li class="card" key={question.id}>
          <CardText model={model} question={question} label={t('bundle.item', { i: index + 1, n: kept.length })} />
          <div class="q-card-foot">
            <span class="grow small">{factsOf(question, t)}</span>
            <IconButton
              id={`qup-${question.id}`}
              icon="up"
              name={t('bundle.up')}
              disabled={index === 0}
              onPress={() => move(question, index, index - 1)}
            />
            <IconButton
              id={`qdown-${question.id}`}
              icon="down"
              name={t('bundle.down')}
              disabled={index === kept.length - 1}
              onPress={() => move(question, index, index + 1)}
            />
            <IconButton icon="edit" name={t('bundle.edit')} onPress={() => edit(question)} />
            <IconButton icon="remove" name={t('bundle.remove')} onPress={() => model.remove(question.id)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

interface CardTextProps extends Pick<CardsProps, 'model'> {
  readonly question: DraftQuestion;
  readonly label: string;
}

function CardText({ model, question, label }: CardTextProps): JSX.Element {
  const t = useText();
  const failureText = useFailureText(model);
  const refusal = model.refusals.value.find((one) => one.question === question.id);
  return (
    <>
      <div class="small">{label}</div>
      <div class="q-card-title">{firstSentence(question.text) || t('bundle.notext')}</div>
      {refusal && <FieldError>{failureText(refusal.code)}</FieldError>}
    </>
  );
}

const factsOf = ({ place, attachments }: DraftQuestion, t: Translate): string =>
  [place?.label, attachments.length > 0 && t('mine.attachments', { n: attachments.length })]
    .filter(Boolean)
    .join(' · ');
