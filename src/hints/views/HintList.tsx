import type { JSX } from 'preact';
import { Checkbox, List, ListRow, useText } from '../../ui';
import type { TitledHint } from '../titles.model';

/** What a `HintList` takes. */
export interface HintListProps {
  /** Of the page that is open; nothing while they are looked up. */
  readonly hints: readonly Pick<TitledHint, 'id' | 'title'>[] | undefined;
  /** Nothing comes by itself. */
  readonly isOff: boolean;
  readonly onStart: (hint: string) => void;
  readonly onSwitch: (isOff: boolean) => void;
}

/** Draws the hints of the page that is open, to be shown by hand, and the switch for those that come by themselves. */
export function HintList({ hints, isOff, onStart, onSwitch }: HintListProps): JSX.Element {
  const t = useText();
  return (
    <section class="stack">
      <h3>{t('hint.list')}</h3>
      {hints?.length === 0 && <p class="small">{t('hint.list.none')}</p>}
      {hints && hints.length > 0 && (
        <List label={t('hint.list')}>
          {hints.map(({ id, title }) => (
            <ListRow key={id} icon="info" title={title} onPress={() => onStart(id)} />
          ))}
        </List>
      )}
      <Checkbox label={t('hint.switch')} checked={!isOff} onChange={(isOn) => onSwitch(!isOn)} />
    </section>
  );
}
