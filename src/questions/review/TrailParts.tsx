import type { JSX } from 'preact';
import { Button, Disclosure, IconButton, useFormat, useText } from '../../ui';
import { entriesOf, type Part, type TrailPart } from '../parts';
import { partName } from './partText';
import { entryDetail, entryTitle } from './trailText';

/** What `TrailParts` takes. */
export interface TrailPartsProps {
  readonly part: TrailPart;
  /** Takes out one entry, or all of them. */
  readonly onRemove: (part: Part) => void;
}

/** As many are in view at once; a longer list opens at a press. */
const IN_VIEW = 6;

/** Draws one list of what the page noticed: each entry literally, each to be taken out. */
export function TrailParts({ part, onRemove }: TrailPartsProps): JSX.Element {
  const t = useText();
  const format = useFormat();
  const name = partName(t, part);
  const entries = entriesOf(part);
  return (
    <Disclosure summary={`${name} (${entries.length})`} open={entries.length <= IN_VIEW}>
      <ol class="q-trail" role="list" aria-label={name}>
        {entries.map((entry) => {
          const title = entryTitle(entry, t);
          return (
            <li key={entry.value.at} class={entry.kind === 'error' ? 'q-part q-error' : 'q-part'}>
              <div class="grow">
                <div class="q-words">{title}</div>
                <div class="small q-words">{entryDetail(entry, { t, format })}</div>
              </div>
              <IconButton icon="close" name={t('parts.remove', { part: title })} onPress={() => onRemove(entry)} />
            </li>
          );
        })}
      </ol>
      {entries.length > 1 && (
        <Button kind="quiet" onPress={() => onRemove(part)}>
          {t('parts.remove', { part: name })}
        </Button>
      )}
    </Disclosure>
  );
}
