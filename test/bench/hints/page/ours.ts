import { effect } from '@preact/signals-core';
import { createLifetime } from '../../../../src/foundation/lifetime';
import { silentLog } from '../../../../src/foundation/log';
import { succeed } from '../../../../src/foundation/result';
import {
  createJudging,
  createPlayer,
  HintsModel,
  PastModel,
  type HintDelivery,
  type HintKeeping,
  type HintPage,
  type HintsDeps,
  type PlayingPart,
} from '../../../../src/hints';
import type { LookOptions } from '../../../../src/hints/browser/findMatches';
import { createHintPage, type HintPageWithElements } from '../../../../src/hints/browser/hintPage';
import { resolveTarget } from '../../../../src/hints/browser/resolveTarget';
import { NOTHING_KEPT } from '../../../../src/hints/kept';
import { LiveModel } from '../../../../src/hints/live.model';
import { readPlaces } from '../../../../src/hints/readPlaces';
import { createSystemClock } from '../../../../src/host/browser/systemClock';
import type { HintContent, HintIndex } from '../../../../src/protocol';
import { FACTS, MEASURED_EVENT } from '../largeDocument';
import type { Contender, Stand } from './contender';

/** What is left out: the cards, and with them their chunk. */
export interface OurOptions {
  readonly hasCards: boolean;
}

const BAR = 'cliendo-support-bar';
const clock = createSystemClock();
const look = (): LookOptions => ({ page: document, locales: ['nl'], testIdAttribute: 'data-testid' });
const words = new Map<string, HintContent>();

/** Fetches the words that a card needs beforehand: the network is not what is measured. */
export async function fetchWords(hint: string): Promise<void> {
  const answer = await fetch(`/words/${hint}.json`);
  words.set(hint, (await answer.json()) as HintContent); // of our own server
}

/** The engine as the product runs it, on a receiver that answers at once and a person of whom nothing is known. */
export async function makeOurs({ index }: Stand, { hasCards }: OurOptions): Promise<Contender> {
  const lifetime = createLifetime();
  const places = readPlaces(index); // not the index: what the engine lets go is to be let go
  const page = createHintPage(
    {
      clock,
      look,
      isOwn: (element) => element.localName === BAR,
      safely: (action) => action(),
      followErrors: () => () => undefined,
    },
    lifetime,
  );
  let wanted: readonly string[] = [];
  const heard: HintPage = {
    ...page,
    watch(signs) {
      wanted = signs.places.map(({ name }) => name);
      page.watch(signs);
    },
  };
  const model = new HintsModel(depsOf(index, heard));
  model.know(FACTS);
  await model.start();
  const card = hasCards ? showCards(model, page) : () => undefined;
  return {
    goTo: (path) => void model.goTo(path),
    elementOf: (place) => page.elementOf(place),
    awaits: (place) => wanted.includes(place),
    show: () => void model.track(MEASURED_EVENT),
    hide: () => void model.stop(),
    card,
    resolve(place) {
      const target = places.get(place);
      if (target) resolveTarget(target, look());
    },
  };
}

function depsOf(index: HintIndex, page: HintPage): HintsDeps {
  const kept = { ...NOTHING_KEPT, session: { id: 'sessie', startedAt: clock.now(), shows: [] } };
  const keeping: HintKeeping = {
    load: () => Promise.resolve(succeed(kept)),
    save: () => Promise.resolve(),
    tell: () => undefined,
    changed: () => () => undefined,
  };
  const playing: PlayingPart = {
    createPlayer,
    slots: { claim: () => Promise.resolve(() => undefined) },
    pictures: { bring: async () => () => undefined },
    deeds: { act: () => Promise.resolve(true), link: () => Promise.resolve(true) },
  };
  let next: HintDelivery = { is: 'index', value: index, isCached: false };
  return {
    source: {
      index() {
        const delivery = next;
        next = { is: 'unchanged' };
        return Promise.resolve(succeed(delivery));
      },
      async content(hint) {
        if (!words.has(hint)) await fetchWords(hint);
        return succeed<unknown>(words.get(hint));
      },
    },
    createPast: (own) => new PastModel({ ...own, keeping }),
    tab: { load: () => undefined, save: () => undefined },
    judging: () => Promise.resolve({ createJudging, page, playing: () => Promise.resolve(playing) }),
    isModalOpen: () => page.isBehindModal(undefined),
    followModals: () => () => undefined,
    noteFault: () => false,
    clock,
    log: silentLog,
    locale: () => 'nl',
    displayable: new Set(),
  };
}

/** Brings the chunk of the cards when the first hint shows, as the product does. Gives how to find the measured card. */
function showCards(model: InstanceType<typeof HintsModel>, page: HintPageWithElements): () => Element | undefined {
  const bar = document.createElement(BAR);
  const root = bar.attachShadow({ mode: 'open' });
  document.documentElement.append(bar);
  let isAsked = false;
  effect(() => {
    const isNeeded = model.shown.value.length > 0;
    if (isAsked || !isNeeded) return;
    isAsked = true;
    void import('./cards').then(({ drawCards }) => drawCards({ root, model, page, clock }));
  });
  return () => root.querySelector('.hint:popover-open:not([data-away])[data-hint*=tooltip]') ?? undefined;
}

/** Makes an index ready as the product does: in slices. */
export async function makeReady(value: unknown): Promise<boolean> {
  const source: HintsDeps['source'] = {
    index: () => Promise.resolve(succeed({ is: 'index', value, isCached: false })),
    content: () => Promise.resolve(succeed<unknown>(undefined)),
  };
  const live = new LiveModel({ source, clock, log: silentLog, onRead: () => undefined, onRejected: () => undefined });
  await live.refresh();
  return live.index.peek() !== undefined;
}
