import '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import type { Id } from '../../foundation/id';
import { Badge, Button, Choice, Icon, List, ListRow, Screen, useFormat, useText } from '../../ui';
import { isWaiting, type MediaOnItsWay, type QuestionRow } from '../conversation';
import type { ConversationsModel } from '../conversations.model';
import type { ScreenFrame } from './frame';
import { StatusBadge } from './StatusBadge';
import { Loading, Troubled } from './Troubled';

/** What a `ConversationList` takes. */
export interface ConversationListProps {
  readonly model: ConversationsModel;
  readonly frame: ScreenFrame;
  readonly onOpen: (question: Id) => void;
  /** A question that the receiver does not have yet was pressed. */
  readonly onWaiting: (submission: Id) => void;
  readonly onAsk: () => void;
  /** What is said above the list. */
  readonly notices?: ComponentChildren;
}

/** Draws "Mijn vragen": every question with its own status, also inside a bundle. */
export function ConversationList({
  model,
  frame,
  onOpen,
  onWaiting,
  onAsk,
  notices,
}: ConversationListProps): JSX.Element {
  const t = useText();
  const trouble = model.trouble.value;
  const rows = model.rows.value;
  const isFirst = rows?.length === 0 && !trouble;
  return (
    <Screen
      {...frame}
      title={t('mine.title')}
      actions={
        isFirst && (
          <Button kind="primary" onPress={onAsk}>
            {t('home.ask')}
          </Button>
        )
      }
    >
      {notices}
      {trouble && <Troubled trouble={trouble} onRetry={() => void model.refresh()} />}
      {!rows && !trouble && <Loading lines={5} />}
      {isFirst && <Nothing text={t('mine.empty')} />}
      {rows && rows.length > 0 && <Filtered model={model} onOpen={onOpen} onWaiting={onWaiting} />}
    </Screen>
  );
}

function Filtered({ model, ...ways }: Pick<ConversationListProps, 'model' | keyof Ways>): JSX.Element {
  const t = useText();
  const shown = model.shown.value ?? [];
  const options = [
    { value: 'open', label: t('mine.filter.open') },
    { value: 'all', label: t('mine.filter.all') },
  ] as const;
  return (
    <>
      <Choice
        hideLabel
        label={t('mine.filter')}
        value={model.filter.value}
        options={options}
        onChange={(filter) => (model.filter.value = filter)}
      />
      {shown.length > 0 ? <Rows rows={shown} {...ways} /> : <Nothing text={t('mine.empty.open')} />}
    </>
  );
}

type Ways = Pick<ConversationListProps, 'onOpen' | 'onWaiting'>;

function Rows({ rows, ...ways }: Ways & { readonly rows: readonly QuestionRow[] }): JSX.Element {
  const t = useText();
  return (
    <List label={t('mine.title')}>
      {rows.map((row) => (
        <Row key={row.id} row={row} {...ways} />
      ))}
    </List>
  );
}

function Row({ row, onOpen, onWaiting }: Ways & { readonly row: QuestionRow }): JSX.Element {
  const t = useText();
  const format = useFormat();
  const { id, number, excerpt, status, unread, at } = row;
  const isNew = unread > 0;
  const facts = [number, format.date(at)].filter(Boolean).join(' · ');
  const words = excerpt || t(row.isSealed ? 'mine.sealed' : 'bundle.notext');
  return (
    <ListRow
      title={isNew ? <strong>{words}</strong> : words}
      detail={
        <span class="c-facts">
          {isNew ? <Badge tone="accent">{t('mine.new')}</Badge> : <StatusBadge status={status} />}
          {row.media && <MediaBadge media={row.media} />}
          <span>{facts}</span>
        </span>
      }
      onPress={() => (isWaiting(row) ? onWaiting(row.submission) : onOpen(id))}
    />
  );
}

/** Says of a received question that its pictures are still on their way, or went no further. */
function MediaBadge({ media: { percent, isStuck } }: { readonly media: MediaOnItsWay }): JSX.Element {
  const t = useText();
  return isStuck ? (
    <Badge tone="danger">{t('mine.media.stuck')}</Badge>
  ) : (
    <Badge tone="plain">{t('mine.media', { pct: percent })}</Badge>
  );
}

function Nothing({ text }: { readonly text: string }): JSX.Element {
  return (
    <div class="c-empty">
      <Icon name="talk" />
      <p>{text}</p>
    </div>
  );
}
