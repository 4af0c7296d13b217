import { useSignal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Clock } from '../../foundation/clock';
import type { Undo } from '../../foundation/lifetime';
import { useText, type Box } from '../../ui';
import { listenForEscape } from '../browser/listenForEscape';
import type { GoneThing, HintDoings, ShownHint } from '../shown';
import { VoiceModel } from '../voice.model';
import { HintBanner } from './HintBanner';
import { HintBeacon } from './HintBeacon';
import { FreeCard, PlacedCard } from './HintCard';
import { HintProvider, useHints, usePlace, type HintPlaces, type HintShared } from './hintContext';
import { HintNote } from './HintNote';
import { HintTasks } from './HintTasks';
import { Spotlight } from './Spotlight';
import { hasFocus } from './useCard';

/** What a `HintLayer` takes. */
export interface HintLayerProps {
  readonly shown: ReadonlySignal<readonly ShownHint[]>;
  readonly doings: HintDoings;
  readonly places: HintPlaces;
  readonly clock: Clock;
  /** While a picture or recording is made, nothing of it is on the screen. */
  readonly isHidden?: ReadonlySignal<boolean>;
  /** Dims the page around the place of a tour. Default off. */
  readonly hasSpotlight?: boolean;
  /** Lets the target of what only explains point to its words: the one thing that is written in the page. Default off. */
  readonly describe?: (hint: ShownHint, target: Element) => Undo;
  /** Something was asked for that is not there. It is said for a moment, and taken back here. */
  readonly gone?: Signal<GoneThing | undefined>;
}

/** Draws all hints that are shown, each in the top layer. It must stand in the open root of our bar, on the page, before anything is shown. */
export function HintLayer({ shown, isHidden, gone, hasSpotlight = false, ...given }: HintLayerProps): JSX.Element {
  const t = useText();
  const layer = useRef<HTMLDivElement>(null);
  const spot = useSignal<Box | undefined>(undefined);
  const [isParting, setParting] = useState(false);
  const shared = useShared({
    ...given,
    onPlaced: (hint, box) => void (hint.kind === 'tour' && (spot.value = box)),
  });
  const { voice } = shared;
  const doings = useDoings(shared, shown, (hint) => {
    const stopped = shown.peek().find(({ id }) => id === hint);
    if (stopped?.kind !== 'tour') return;
    setParting(true);
    voice.say('', t('hint.tour.stopped'));
  });
  useEscape(layer, shown, doings);
  useLayoutEffect(() => {
    const goBack = shared.focus.lost.current;
    shared.focus.lost.current = null;
    if (goBack && layer.current && !hasFocus(layer.current)) goBack();
  });
  const hints = shown.value;
  const isTour = hints.some(({ kind }) => kind === 'tour');
  return (
    <HintProvider value={{ ...shared, doings }}>
      <div class="hints" ref={layer} hidden={isHidden?.value}>
        {hasSpotlight && isTour && <Spotlight spot={spot} />}
        {hints.map((hint) => (
          <Drawn key={hint.id} hint={hint} />
        ))}
        {isParting && !isTour && <HintNote onClose={() => setParting(false)}>{t('hint.tour.stopped')}</HintNote>}
        {gone?.value && <Gone key={gone.value} what={gone.value} onClose={() => (gone.value = undefined)} />}
        <div class="spoken" role="status">
          {voice.spoken}
        </div>
      </div>
    </HintProvider>
  );
}

function Gone({ what, onClose }: { readonly what: GoneThing; readonly onClose: () => void }): JSX.Element {
  const t = useText();
  const { voice } = useHints();
  const words = t(what === 'hint' ? 'hint.other.gone' : 'hint.article.gone');
  useEffect(() => voice.say('', words), []);
  return <HintNote onClose={onClose}>{words}</HintNote>;
}

function Drawn({ hint }: { readonly hint: ShownHint }): JSX.Element | null {
  const target = usePlace(hint.id);
  if (hint.look === 'banner') return <HintBanner hint={hint} />;
  if (hint.look === 'checklist')
    return (
      <FreeCard hint={hint}>
        <HintTasks hint={hint} />
      </FreeCard>
    );
  if (hint.isPlaceMissing || hint.look === 'modal' || hint.look === 'slideout') return <FreeCard hint={hint} />;
  if (!target) return null;
  return hint.look === 'beacon' ? (
    <HintBeacon hint={hint} target={target} />
  ) : (
    <PlacedCard hint={hint} target={target} />
  );
}

type Given = Omit<HintShared, 'voice' | 'focus'>;

function useShared({ clock, ...given }: Given): HintShared {
  const wanted = useRef<string>(null);
  const lost = useRef<() => void>(null);
  const voice = useMemo(() => new VoiceModel(clock), [clock]);
  useEffect(() => () => voice.end(), [voice]);
  // Who goes on with something else in the meantime no longer waits for our card.
  useEffect(() => {
    const forget = (): void => void (wanted.current = null);
    for (const type of ['keydown', 'pointerdown']) window.addEventListener(type, forget, true);
    return () => {
      for (const type of ['keydown', 'pointerdown']) window.removeEventListener(type, forget, true);
    };
  }, []);
  return { ...given, clock, voice, focus: { wanted, lost } };
}

/** A press that leads to another card takes the focus there. A press on an open dot closes its card, which is no dismissal. */
function useDoings(
  { doings, focus }: HintShared,
  shown: HintLayerProps['shown'],
  onDismissed: (hint: string) => void,
): HintDoings {
  const leading = (name: 'next' | 'back' | 'open') => (hint: string) => {
    const isClosing = name === 'open' && shown.peek().some(({ id, isOpen }) => id === hint && isOpen);
    focus.wanted.current = isClosing ? null : hint;
    doings[name](hint);
  };
  return {
    ...doings,
    next: leading('next'),
    back: leading('back'),
    open: leading('open'),
    dismiss(hint) {
      onDismissed(hint);
      doings.dismiss(hint);
    },
  };
}

/** What a person may want out of the way while working elsewhere. A strip or a list of tasks is closed from within only: it is in nobody's way. */
const isClosable = ({ look, isOpen }: ShownHint): boolean =>
  look === 'tooltip' || look === 'modal' || look === 'slideout' || (look === 'beacon' && isOpen);

function useEscape(
  layer: { readonly current: HTMLElement | null },
  shown: ReadonlySignal<readonly ShownHint[]>,
  doings: HintDoings,
): void {
  const latest = useRef(doings);
  latest.current = doings;
  useEffect(() => {
    const element = layer.current;
    const root = element?.getRootNode();
    if (!element || !(root instanceof ShadowRoot)) return undefined;
    return listenForEscape(window, root, (isInside) => {
      const within = element.querySelector('[data-hint]:focus-within')?.getAttribute('data-hint');
      const closable = isInside
        ? shown.peek().filter(({ id, look, isOpen }) => id === within && (look !== 'beacon' || isOpen))
        : shown.peek().filter(isClosable);
      const top = closable.at(-1);
      if (top) latest.current.dismiss(top.id);
      return top !== undefined;
    });
  }, []);
}
