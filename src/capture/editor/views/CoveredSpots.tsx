import '@preact/signals';
import type { JSX } from 'preact';
import { Button, Dialog, List, on, useText } from '../../../ui';
import type { AnnotationModelInstance } from '../annotation.model';
import { coveredCount } from '../annotation';
import type { NamedSpot } from '../pageParts';
import { spotName } from './names';

/** What `CoveredSpots` takes. */
export interface CoveredSpotsProps {
  readonly model: AnnotationModelInstance;
  /** Asks whether a spot may be shown. */
  readonly onAsk: (spot: NamedSpot) => void;
}

/** Lists what is covered, by where it is. Each spot can be shown by itself and covered again; what the host blocked cannot. */
export function CoveredSpots({ model, onAsk }: CoveredSpotsProps): JSX.Element {
  const t = useText();
  const { spots, pixels, work } = model;
  const { spots: plain, fixedSpots } = pixels.subject.value;
  const n = coveredCount(work.annotations.value, plain) + fixedSpots;
  return (
    <section class="stack">
      <h3 class="mask-heading">{n > 0 ? t('mask.auto', { n }) : t('mask.list.none')}</h3>
      {fixedSpots > 0 && <p class="small">{t('mask.fixed')}</p>}
      {plain.length > 0 && (
        <List label={t('mask.list')}>
          {spots.named.value.map((named) => (
            <SpotRow key={named.spot.id} model={model} named={named} onAsk={() => onAsk(named)} />
          ))}
        </List>
      )}
    </section>
  );
}

interface SpotRowProps {
  readonly model: AnnotationModelInstance;
  readonly named: NamedSpot;
  readonly onAsk: () => void;
}

function SpotRow({ model: { spots }, named, onAsk }: SpotRowProps): JSX.Element {
  const t = useText();
  const { id, canReveal } = named.spot;
  const name = spotName(t, named);
  const isShown = spots.revealed.value.has(id);
  const point = (isPointed: boolean): void => {
    spots.pointed.value = isPointed ? id : undefined;
  };
  const pointing = on({
    mouseenter: () => point(true),
    mouseleave: () => point(false),
    focusin: () => point(true),
    focusout: () => point(false),
  });
  return (
    <li class="mask-row" {...pointing}>
      <div class="grow">
        <div class="mask-name">{name}</div>
        {isShown && <div class="small mask-open">{t('mask.revealed')}</div>}
        {!canReveal && <div class="small">{t('mask.blocked')}</div>}
      </div>
      {canReveal && spots.canReveal.value && (
        <Button
          kind="quiet"
          name={t(isShown ? 'mask.cover.name' : 'mask.reveal.name', { spot: name })}
          onPress={() => (isShown ? spots.cover(id) : onAsk())}
        >
          {isShown ? t('mask.cover') : t('mask.reveal')}
        </Button>
      )}
    </li>
  );
}

/** What a `RevealDialog` takes. */
export interface RevealDialogProps {
  readonly name: string;
  readonly onReveal: () => void;
  readonly onClose: () => void;
}

/** Asks whether something that is covered may be shown. */
export function RevealDialog({ name, onReveal, onClose }: RevealDialogProps): JSX.Element {
  const t = useText();
  const actions = (
    <>
      <Button onPress={onReveal}>{t('mask.reveal')}</Button>
      <Button kind="primary" onPress={onClose}>
        {t('mask.reveal.no')}
      </Button>
    </>
  );
  return (
    <Dialog title={name} onClose={onClose} actions={actions}>
      <p>{t('mask.reveal.ask')}</p>
    </Dialog>
  );
}
