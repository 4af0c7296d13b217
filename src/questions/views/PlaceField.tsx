import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from '../../protocol';
import { Badge, Button, Icon, List, ListRow, TextField, useText } from '../../ui';
import { findPlaces, placeFrom } from '../places';

/** What a `PlaceField` takes. */
export interface PlaceFieldProps {
  readonly value: Place | undefined;
  /** Where the person is now, as the host says. */
  readonly now: Place | undefined;
  /** The host's places, to choose from. */
  readonly places: readonly Place[];
  readonly onChange: (place: Place) => void;
}

/** Draws the place in one line, and the way to choose another: one of the host's, or in own words. */
export function PlaceField({ value, now, places, onChange }: PlaceFieldProps): JSX.Element {
  const t = useText();
  const isChoosing = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (place: Place): void => {
    onChange(place);
    isChoosing.value = false;
    queueMicrotask(() => button.current?.focus());
  };
  const line = !value
    ? t('q.where.none')
    : t(value.label === now?.label ? 'q.where.auto' : 'q.where.chosen', { place: value.label });
  return (
    <div class="stack">
      <div class="row q-place">
        <Icon name="place" />
        <span class="grow">{line}</span>
        <Button
          kind="quiet"
          expanded={isChoosing.value}
          buttonRef={button}
          onPress={() => (isChoosing.value = !isChoosing.peek())}
        >
          {t('q.where.change')}
        </Button>
      </div>
      {isChoosing.value && <PlaceSearch now={now} places={places} onChoose={choose} />}
    </div>
  );
}

interface PlaceSearchProps {
  readonly now: Place | undefined;
  readonly places: readonly Place[];
  readonly onChoose: (place: Place) => void;
}

function PlaceSearch({ now, places, onChoose }: PlaceSearchProps): JSX.Element {
  const t = useText();
  const typed = useSignal('');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const known = now ? [now, ...places.filter(({ label }) => label !== now.label)] : places;
  const found = findPlaces(known, typed.value);
  const q = typed.value.trim();
  const enter = (): void => {
    if (q) onChoose(placeFrom(known, q));
  };
  return (
    <div class="card stack">
      <TextField
        label={t('place.search')}
        value={typed.value}
        onInput={(text) => (typed.value = text)}
        onEnter={enter}
        autoFocusRef={field}
      />
      <List label={t('place.list')}>
        {found.map((place) => (
          <ListRow
            key={place.label}
            title={place.label}
            end={place === now && <Badge tone="accent">{t('place.now')}</Badge>}
            onPress={() => onChoose(place)}
          />
        ))}
        {q && !found.some(({ label }) => label === q) && (
          <ListRow key="" icon="plus" title={t('place.own', { q })} onPress={enter} />
        )}
      </List>
    </div>
  );
}
