import type { Audience, Hint, HintDocument, HintKind, HintStep, HintTexts, HintTrigger } from '../../../src/protocol';
import { careApp, controlsOf, type NamedControl, type Screen } from './careApp';
import { DEEDS, ENDINGS, MIDDLES, OPENINGS, ROLES, THINGS } from './careWords';
import { chanceOf, type Chance } from './chance';
import { targetOf } from './targetOf';

/** The hints of each page: twenty, of every kind. */
const KINDS: readonly HintKind[] = [
  ...Array.from({ length: 8 }, () => 'tooltip' as const),
  ...Array.from({ length: 4 }, () => 'beacon' as const),
  ...Array.from({ length: 3 }, () => 'tour' as const),
  ...Array.from({ length: 2 }, () => 'slideout' as const),
  'banner',
  'modal',
  'checklist',
];
/** The first hint of each page waits for this, and for nothing else: it is what is timed from cause to paint. */
export const MEASURED_EVENT = 'gemeten';
/** Facts of who is signed in while measuring. */
export const FACTS: ReadonlyMap<string, string | number | readonly string[]> = new Map<
  string,
  string | number | readonly string[]
>([
  ['user.functie', 'verpleegkundige'],
  ['user.teams', ['noord', 'nacht']],
  ['user.ervaring', 12],
  ['org.pakket', 'compleet'],
  ['ui.width', 1280],
  ['ui.device', 'desktop'],
]);

/** What one page's hints are made with. */
interface Maker {
  readonly screen: Screen;
  readonly places: readonly NamedControl[];
  readonly chance: Chance;
  text(thing: string): HintTexts;
}

/** Makes a document of 1,000 hints on 50 pages, 20 on each; of one seed always the same. */
export function largeDocument(seed = 5): HintDocument {
  const chance = chanceOf(seed);
  const text = textsOf(chance);
  const screens = careApp();
  const hints = screens.flatMap((screen) => {
    const maker: Maker = { screen, places: controlsOf(screen), chance, text };
    return KINDS.map((kind, index) => hintOf(kind, index, maker));
  });
  const used = new Set(hints.flatMap(({ where, steps = [] }) => [where.target, ...steps.map(({ target }) => target)]));
  const places = screens.flatMap((screen) => controlsOf(screen).filter(({ target }) => used.has(target)));
  return {
    format: 'cliendo.hints',
    version: 1,
    revision: 118,
    environment: 'productie',
    defaultLocale: 'nl',
    routes: Object.fromEntries(screens.map(({ name, pattern }) => [name, pattern])),
    segments: {
      nieuw: { fact: 'user.ervaring', op: 'lt', value: 3 },
      nachtdienst: { fact: 'user.teams', op: 'has', value: 'nacht' },
    },
    policy: {
      timezone: 'Europe/Amsterdam',
      maxInterruptingPerSession: 3,
      maxInterruptingPerDay: 6,
      minGap: 'PT10M',
      groups: { uitleg: { maxActive: 2, cooldown: 'PT1H' }, nieuws: { maxActive: 1, cooldown: 'P1D' } },
    },
    targets: Object.fromEntries(places.map((place) => [place.target, targetOf(place, chance)])),
    hints,
  };
}

function hintOf(kind: HintKind, index: number, maker: Maker): Hint {
  const { screen, places, chance } = maker;
  const isMeasured = index === 0;
  const place = isMeasured ? places[0] : chance.pick(places);
  const thing = place?.section.heading.toLowerCase() ?? '';
  const isAtPlace = kind === 'tooltip' || kind === 'beacon';
  return {
    id: `${screen.name.replace('.', '-')}-${kind}-${index + 1}`,
    rev: 1 + Math.floor(chance.next() * 9),
    status: 'published',
    kind,
    name: `${screen.title}: ${thing}`,
    where: {
      routes: [screen.name],
      ...(isAtPlace && place && { target: place.target, placement: chance.pick(['top', 'right', 'bottom-start']) }),
    },
    ...(isMeasured ? MEASURED : rulesOf(kind, chance)),
    ...contentOf(kind, thing, maker),
  };
}

type Rules = Pick<Hint, 'when' | 'who' | 'howOften' | 'priority' | 'schedule' | 'group'>;

/** Always allowed, so that it can be shown again and again. */
const MEASURED: Rules = {
  when: { on: 'event', event: MEASURED_EVENT },
  howOften: { max: 100, until: 'forever', every: 'PT0S' },
  priority: 100,
};

const rulesOf = (kind: HintKind, chance: Chance): Rules => ({
  when: triggerOf(kind, chance),
  ...(chance.isLucky(0.7) && { who: audienceOf(chance) }),
  howOften: frequencyOf(chance),
  priority: Math.floor(chance.next() * 99),
  ...(chance.isLucky(0.2) && { schedule: { from: `2026-0${1 + Math.floor(chance.next() * 9)}-15` } }),
  ...(chance.isLucky(0.2) && { group: chance.pick(['uitleg', 'nieuws']) }),
});

const contentOf = (
  kind: HintKind,
  thing: string,
  { places, chance, text }: Maker,
): Pick<Hint, 'content' | 'actions' | 'steps'> =>
  kind === 'tour' || kind === 'checklist'
    ? { steps: stepsOf(chance.some(places, 3), { chance, text, kind }) }
    : {
        content: text(thing),
        ...(chance.isLucky(0.3) && { actions: [{ do: 'dismiss', label: { nl: 'Begrepen' } }] }),
      };

/** Only what lies still comes by itself: what interrupts waits for a person, or for something that the app tells. */
function triggerOf(kind: HintKind, chance: Chance): HintTrigger {
  const event = { on: 'event', event: chance.pick(['dossier-bewaard', 'overdracht-klaar', 'formulier-open']) } as const;
  if (kind === 'tooltip')
    return chance.pick<HintTrigger>([{ on: 'focus' }, { on: 'hover' }, { on: 'click', times: 2 }, { on: 'rageClick' }]);
  if (kind === 'beacon') return chance.pick<HintTrigger>([{ on: 'route' }, { on: 'visible', for: 'PT1S' }]);
  if (kind === 'slideout') return chance.pick<HintTrigger>([event, { on: 'error' }, { on: 'idle', idle: 'PT2M' }]);
  return chance.pick<HintTrigger>([event, { on: 'manual' }]);
}

const frequencyOf = (chance: Chance): Hint['howOften'] => ({
  max: chance.pick([1, 2, 3, 5]),
  every: chance.pick(['PT4H', 'P1D', 'P7D', 'P30D']),
  until: chance.pick(['shown', 'opened', 'dismissed', 'done', 'forever'] as const),
});

function audienceOf(chance: Chance): Audience {
  const tests: readonly Audience[] = [
    { fact: 'user.functie', op: 'in', value: chance.some(ROLES, 1 + Math.floor(chance.next() * 4)) },
    { fact: 'user.ervaring', op: 'lt', value: Math.floor(chance.next() * 60) },
    { not: { fact: 'user.teams', op: 'hasAny', value: chance.some(['noord', 'zuid', 'nacht', 'flex'], 2) } },
    { fact: 'org.pakket', op: 'is', value: chance.pick(['basis', 'compleet']) },
    { fact: `segment.${chance.pick(['nieuw', 'nachtdienst'])}`, op: 'is', value: true },
    { fact: 'event.dossier-bewaard.count30d', op: 'lt', value: 1 + Math.floor(chance.next() * 20) },
    { fact: 'ui.width', op: 'gte', value: chance.pick([480, 768, 1024]) },
    {
      any: [
        { fact: 'ui.device', op: 'is', value: 'desktop' },
        { fact: 'time.hour', op: 'lt', value: 18 },
      ],
    },
  ];
  const some = chance.some(tests, 1 + Math.floor(chance.next() * 4));
  return some.length === 1 && some[0] ? some[0] : chance.isLucky(0.8) ? { all: some } : { any: some };
}

function stepsOf(
  places: readonly NamedControl[],
  { chance, text, kind }: Pick<Maker, 'chance' | 'text'> & { readonly kind: HintKind },
): readonly HintStep[] {
  return places.map(({ target, control, section }, index) => ({
    id: `stap-${index + 1}`,
    kind: 'tooltip',
    target,
    content: text(section.heading.toLowerCase()),
    next: kind === 'checklist' || control.tag === 'button' ? { on: 'click' } : { on: chance.pick(['button', 'input']) },
  }));
}

/** Writes texts of which none is written twice: what repeats itself packs better than what people write. */
function textsOf(chance: Chance): Maker['text'] {
  const said = new Set<string>();
  const fresh = (make: () => string): string => {
    for (let words = make(); ; words = make()) if (!said.has(words)) return said.add(words) && words;
  };
  const sentence = (thing: string): string =>
    `${chance.pick(OPENINGS)} de ${chance.pick(THINGS)[0]} van ${thing}, ${chance.pick(MIDDLES)}. ${chance.pick(ENDINGS)}.`;
  return (thing) => ({
    nl: {
      title: fresh(() => `De ${thing} ${chance.pick(DEEDS)[0]} bij ${chance.pick(THINGS)[0]}`),
      body: [fresh(() => sentence(thing)), fresh(() => sentence(thing))].join(' '),
    },
  });
}
