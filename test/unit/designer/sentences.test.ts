import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  audienceWords,
  countedChoices,
  durationWords,
  factChoices,
  hintSentences,
  textOf,
  wholeSentence,
  whoSentence,
  type Sentence,
} from '../../../src/designer';
import { compileAudience, type Condition } from '../../../src/hints/audience';
import { FACT_OPERATORS, HINT_TRIGGERS, type Audience, type Hint } from '../../../src/protocol';
import { BUILT_IN_FACTS } from '../../../src/protocol/hintFacts';
import { aTarget, aWording, exampleDocument } from '../../support/designing';
import { anyAudience } from '../../support/hintDocuments';

/** Marks what is strong as the examples of the design do. */
const shown = (sentence: Sentence): string =>
  sentence.map(({ text, isStrong }) => (isStrong ? `**${text}**` : text)).join('');

const nl = aWording({ targets: { evalueren: aTarget('Knop Evalueren') } });
const en = aWording({ targets: { evalueren: aTarget('Knop Evalueren') } }, 'en');

const CARE_PLAN: Pick<Hint, 'where' | 'when' | 'who' | 'howOften'> = {
  where: { routes: ['zorgplan'], target: 'evalueren' },
  when: { on: 'visible', for: 'PT1S' },
  who: { fact: 'user.functie', op: 'in', value: ['verpleegkundige', 'behandelaar'] },
  howOften: { max: 5, every: 'P1D', until: 'opened' },
};

test('a hint reads as the sentence that the design asks for', () => {
  expect(shown(wholeSentence(hintSentences(CARE_PLAN, nl)))).toBe(
    'Toon aan medewerkers met **Functie** is een van **verpleegkundige, behandelaar**. Waar: **Zorgplan**. ' +
      'Wanneer: als **Knop Evalueren** 1 seconde zichtbaar is. Hoe vaak: hooguit 5 keer, 1 keer per dag, tot hij is geopend.',
  );
});

test('it reads in English too', () => {
  expect(shown(wholeSentence(hintSentences(CARE_PLAN, en)))).toBe(
    'Show to staff with **Functie** is one of **verpleegkundige, behandelaar**. Where: **Zorgplan**. ' +
      'When: when **Knop Evalueren** is in view for 1 second. How often: at most 5 times, once per day, until it was opened.',
  );
});

test('an unfinished hint says what was not chosen yet', () => {
  expect(textOf(wholeSentence(hintSentences({}, nl)))).toBe(
    'Toon aan alle medewerkers. Waar: nog niet gekozen. Wanneer: nog niet gekozen. ' +
      'Hoe vaak: hooguit 3 keer, 1 keer per dag, tot hij is gesloten.',
  );
  expect(textOf(hintSentences({ when: { on: 'click' } }, nl).when)).toBe(
    'Wanneer: als iemand klikt op een plek die nog niet gekozen is.',
  );
});

test.each<[Partial<Hint>, string]>([
  [
    { where: { routes: ['zorgplan', 'agenda'], not: ['elders'] } },
    'Waar: **Zorgplan, Agenda**, maar niet op **elders**.',
  ],
  [
    { where: { routes: ['agenda'], target: 'evalueren' }, when: { on: 'route' } },
    'Waar: **Agenda**, bij **Knop Evalueren**.',
  ],
])('pages are called by their titles: %j', (hint, sentence) => {
  expect(shown(hintSentences(hint, nl).where)).toBe(sentence);
});

test.each<[Hint['when'], string]>([
  [{ on: 'route', delay: 'PT2S' }, 'Wanneer: als de pagina opengaat, na **2 seconden**.'],
  [{ on: 'click', times: 3 }, 'Wanneer: na 3 keer klikken op **Knop Evalueren**.'],
  [{ on: 'event', event: 'zorgplan_bekeken', times: 2 }, 'Wanneer: als dit 2 keer gebeurt: **Zorgplan bekeken**.'],
  [{ on: 'event', event: 'onbekend' }, 'Wanneer: als dit gebeurt: **onbekend**.'],
  [{ on: 'idle', idle: 'PT1M30S' }, 'Wanneer: als iemand 1 minuut en 30 seconden niets doet.'],
  [{ on: 'visible' }, 'Wanneer: als **Knop Evalueren** zichtbaar is.'],
])('every trigger is a sentence: %j', (when, sentence) => {
  expect(shown(hintSentences({ ...CARE_PLAN, when }, nl).when)).toBe(sentence);
});

test('presses again and again without a place are about anything', () => {
  expect(textOf(hintSentences({ when: { on: 'rageClick' } }, nl).when)).toContain('hetzelfde onderdeel');
});

test.each(HINT_TRIGGERS)('%s has words in both languages', (on) => {
  for (const wording of [nl, en])
    expect(textOf(hintSentences({ ...CARE_PLAN, when: { on } }, wording).when)).not.toContain('des.');
});

test.each<[string, string, string]>([
  ['PT1S', '1 seconde', '1 second'],
  ['PT0.6S', '0,6 seconden', '0.6 seconds'],
  ['PT10M', '10 minuten', '10 minutes'],
  ['PT60S', '1 minuut', '1 minute'],
  ['P7D', '7 dagen', '7 days'],
  ['P1DT2H', '1 dag en 2 uur', '1 day and 2 hours'],
  ['PT0S', '0 seconden', '0 seconds'],
  ['morgen', 'morgen', 'morgen'],
])('%s lasts %s', (duration, dutch, english) => {
  expect([durationWords(duration, nl), durationWords(duration, en)]).toEqual([dutch, english]);
});

test.each<[Hint['howOften'], string]>([
  [{ max: 1, every: 'P7D', until: 'shown' }, 'Hoe vaak: hooguit 1 keer, 1 keer per 7 dagen, tot hij is gezien.'],
  [{ every: 'PT1H', until: 'forever' }, 'Hoe vaak: 1 keer per uur, steeds opnieuw.'],
  [{ max: 2, until: 'done' }, 'Hoe vaak: hooguit 2 keer, 1 keer per dag, tot hij klaar is.'],
])('how often is a sentence: %j', (howOften, sentence) => {
  expect(textOf(hintSentences({ howOften }, nl).often)).toBe(sentence);
});

test.each<[Hint['schedule'], string]>([
  [{ from: '2026-03-01', until: '2026-06-01' }, 'Van 1 maart 2026 tot en met 1 juni 2026.'],
  [{ from: '2026-03-01' }, 'Vanaf 1 maart 2026.'],
  [{ until: '2026-03-01T09:00:00Z' }, 'Tot en met 1 maart 2026 om 10:00.'],
  [{ until: 'ooit' }, 'Tot en met ooit.'],
  [undefined, ''],
])('days are written as people write them: %j', (schedule, sentence) => {
  expect(textOf(hintSentences({ ...(schedule && { schedule }) }, nl).schedule)).toBe(sentence);
});

describe('for whom', () => {
  const is = (value: string): Audience => ({ fact: 'user.functie', op: 'is', value });
  test.each<[Audience, string]>([
    [
      { all: [is('a'), { any: [is('b'), is('c')] }] },
      '**Functie** is **a** en (**Functie** is **b** of **Functie** is **c**)',
    ],
    [{ not: is('a') }, '**Functie** is niet **a**'],
    [{ not: { not: is('a') } }, '**Functie** is **a**'],
    [{ not: { any: [is('a'), is('b')] } }, 'niet (**Functie** is **a** of **Functie** is **b**)'],
    [{ not: { all: [is('a')] } }, '**Functie** is niet **a**'],
    [
      { not: { fact: 'event.zorgplan_bekeken.count30d', op: 'gte', value: 1 } },
      '**Zorgplan bekeken, keren in 30 dagen** is minder dan **1**',
    ],
    [{ fact: 'user.functie', op: 'known', value: false }, '**Functie** is niet bekend'],
    [{ not: { fact: 'user.functie', op: 'known', value: false } }, '**Functie** is bekend'],
    [{ fact: 'time.hour', op: 'between', value: [7, 22] }, '**Uur van de dag** is **7** tot en met **22**'],
    [{ fact: 'time.weekday', op: 'in', value: [1, 5] }, '**Dag van de week** is een van **maandag, vrijdag**'],
    [{ fact: 'time.date', op: 'after', value: '2026-03-01' }, '**Datum** is na **1 maart 2026**'],
    [{ fact: 'user.rechten', op: 'has', value: 'rapportage.schrijven' }, '**Rechten** bevat **rapportage schrijven**'],
    [{ fact: 'segment.nieuw', op: 'is', value: true }, '**Groep nieuw** is **ja**'],
    [{ fact: 'hint.welkom.done', op: 'is', value: false }, '**Hint welkom klaar** is **nee**'],
    [{ fact: 'ui.device', op: 'is', value: 'touch' }, '**Muis of vinger** is **vinger**'],
    [{ fact: 'user.team', op: 'is', value: '__proto__' }, '**user.team** is **__proto__**'],
  ])('%j', (audience, words) => {
    expect(shown(audienceWords(audience, nl))).toBe(words);
  });

  test('what is not about people is asked in another way', () => {
    expect(textOf(whoSentence({ fact: 'time.hour', op: 'lt', value: 9 }, nl))).toBe(
      'Toon aan medewerkers als dit klopt: Uur van de dag is minder dan 9.',
    );
  });

  test('every comparison has words, also the other way round', () => {
    for (const op of FACT_OPERATORS)
      for (const wording of [nl, en]) {
        const asked: Audience = { fact: 'user.functie', op, value: [1, 2] };
        const words = textOf(audienceWords(asked, wording));
        const opposite = textOf(audienceWords({ not: asked }, wording));
        expect(`${words} ${opposite}`).not.toMatch(/des\.|\{|undefined/);
        expect(words).not.toBe(opposite);
      }
  });

  /** Every condition that the engine asks, as it tells them to who wants to know why. */
  const told = (audience: Audience): readonly Condition[] => {
    const conditions: Condition[] = [];
    compileAudience(audience, { tests: 64 })?.judge(
      () => undefined,
      (condition) => conditions.push(condition),
    );
    return conditions;
  };

  test('each part has the path under which the engine tells whether it holds', () => {
    const audience: Audience = { all: [is('a'), { not: is('b') }, { any: [is('c'), { not: is('d') }] }] };
    const paths = audienceWords(audience, nl).flatMap(({ path }) => path ?? []);
    expect([...new Set(paths)]).toEqual(['all/0', 'all/1/not', 'all/2/any/0', 'all/2/any/1/not']);
    expect([...new Set(paths)]).toEqual(told(audience).map(({ path }) => path));
    expect(audienceWords(is('a'), nl).every(({ path }) => path === '')).toBe(true);
  });

  test('of any audience the parts and the engine agree on the paths', () => {
    fc.assert(
      fc.property(anyAudience, (audience) => {
        if (compileAudience(audience, { tests: 64 }) === undefined) return;
        const paths = audienceWords(audience, nl).flatMap(({ path }) => path ?? []);
        expect([...new Set(paths)]).toEqual([...new Set(told(audience).map(({ path }) => path))]);
      }),
    );
  });

  test('a part that says the opposite of its condition says so', () => {
    const parts = audienceWords({ all: [is('a'), { not: is('b') }] }, nl).filter(({ path }) => path !== undefined);
    expect(parts.map(({ path, isNegated = false }) => [path, isNegated])).toEqual([
      ...Array.from({ length: 3 }, () => ['all/0', false]),
      ...Array.from({ length: 3 }, () => ['all/1/not', true]),
    ]);
  });
});

test('a designer chooses among facts that have names, each with what fits it', () => {
  const wording = aWording(exampleDocument());
  const choices = [...factChoices(wording), ...countedChoices('hint', 'bsn-waarom', wording)];
  expect(choices.find(({ key }) => key === 'user.functie')).toMatchObject({
    label: 'Functie',
    operators: ['is', 'isNot', 'in', 'notIn', 'known'],
  });
  expect(choices.map(({ label }) => label)).toContain('Hint Uitleg bij BSN gezien');
  expect(choices.map(({ key }) => key)).toContain('segment.nieuwe-medewerker');
  expect(choices.map(({ label }) => label).filter((label) => /des\.|\*/.test(label))).toEqual([]);
});

test('every fact that needs no host has a name in both languages', () => {
  for (const path of ['src/locale/designer/nl.ts', 'src/locale/designer/en.ts']) {
    const keys = [...readFileSync(path, 'utf8').matchAll(/'des\.fact\.([\w.]+)'/g)].map(([, key]) => key);
    const facts = [...BUILT_IN_FACTS.keys()].map((fact) => fact.replace('.*', ''));
    expect(keys.sort()).toEqual([...facts, 'segment'].sort());
  }
});

test('a name that looks like a slot or a mark stays what it is', () => {
  const odd = aWording({ targets: { evalueren: aTarget('{time} $& |') } });
  expect(textOf(hintSentences(CARE_PLAN, odd).when)).toBe('Wanneer: als {time} $& | 1 seconde zichtbaar is.');
});
