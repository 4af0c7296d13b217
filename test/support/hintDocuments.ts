import fc from 'fast-check';
import type { Audience, FactTest, Hint, HintDocument, HintStep } from '../../src/protocol/index';

/** The smallest hint that can be published. */
export const aHint = (change: Partial<Hint> = {}): Hint => ({
  id: 'uitleg',
  rev: 1,
  status: 'published',
  kind: 'tooltip',
  name: 'Uitleg bij Opslaan',
  where: { routes: ['zorgplan'], target: 'opslaan' },
  when: { on: 'focus' },
  howOften: {},
  content: { nl: { title: 'Opslaan', body: 'Je werk is bewaard als het vinkje verschijnt.' } },
  ...change,
});

/** The smallest document that can be published. */
export const aHintDocument = (change: Partial<HintDocument> = {}): HintDocument => ({
  format: 'cliendo.hints',
  version: 1,
  revision: 1,
  environment: 'productie',
  defaultLocale: 'nl',
  routes: { zorgplan: '/dossier/:client/zorgplan' },
  policy: {},
  targets: {
    opslaan: {
      label: 'Knop Opslaan',
      tag: 'button',
      find: [{ by: { hintId: 'opslaan' }, weight: 1, strong: true }],
    },
  },
  hints: [aHint()],
  ...change,
});

/** A step that can be left. */
export const aStep = (change: Partial<HintStep> = {}): HintStep => ({
  id: 'stap',
  kind: 'modal',
  content: { nl: { title: 'Stap', body: 'Lees dit even.' } },
  next: { on: 'button' },
  ...change,
});

const words = fc.constantFrom('opslaan', 'zorgplan', 'a', 'hint-1', 'x'.repeat(64));
const route = fc.constantFrom('/', '/agenda/*', '/dossier/:client/zorgplan', '/a.b_c~d-e');
const duration = fc.constantFrom('PT0.6S', 'P7D', 'PT10M', 'P1DT2H3M4.5S', 'PT99999S');
const line = fc.string({ maxLength: 40, unit: 'grapheme' });
const byLocale = <Value>(member: fc.Arbitrary<Value>): fc.Arbitrary<Record<string, Value>> =>
  fc.dictionary(fc.constantFrom('nl', 'en', 'en-GB', 'de'), member, { minKeys: 1, noNullPrototype: true });
const some = <Value extends object>(
  shape: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> },
  needed: (keyof Value)[],
) => fc.record(shape, { requiredKeys: needed as never[], noNullPrototype: true }); // keys of the shape itself

const factTest: fc.Arbitrary<FactTest> = fc.oneof(
  fc.constant({ fact: 'user.functie', op: 'known' as const }),
  fc.record(
    {
      fact: fc.constantFrom('user.functie', 'org.plan', 'hint.uitleg.seen', 'event.zorgplan_klaar.count30d'),
      op: fc.constantFrom('is' as const, 'isNot' as const, 'in' as const, 'lt' as const, 'between' as const),
      value: fc.oneof(line, fc.integer(), fc.boolean(), fc.array(fc.oneof(line, fc.integer()), { maxLength: 4 })),
    },
    { noNullPrototype: true },
  ),
);

/** Any audience, four deep at most. */
export const anyAudience: fc.Arbitrary<Audience> = fc.letrec<{ audience: Audience }>((tie) => ({
  audience: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    factTest,
    fc.record({ all: fc.array(tie('audience'), { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
    fc.record({ any: fc.array(tie('audience'), { minLength: 1, maxLength: 3 }) }, { noNullPrototype: true }),
    fc.record({ not: tie('audience') }, { noNullPrototype: true }),
  ),
})).audience;

const texts = byLocale(
  some({ title: line, body: line, media: fc.record({ asset: line, alt: line }, { noNullPrototype: true }) }, []),
);
const action = some(
  {
    do: fc.constantFrom('next', 'dismiss', 'openArticle', 'openLink', 'startHint'),
    label: byLocale(fc.constantFrom('Verder', 'Sluiten')),
    article: line,
    hint: words,
    href: fc.constantFrom('https://voorbeeldzorg.example/a', '/agenda'),
    prefill: fc.dictionary(fc.constantFrom('onderwerp', 'plek'), line, { noNullPrototype: true }),
  },
  ['do'],
);
const actions = fc.array(action, { maxLength: 3 });
const failure = some(
  { targetMissing: fc.constantFrom('skip', 'pause', 'modal', 'end'), targetAmbiguous: fc.constantFrom('skip', 'end') },
  [],
);
const finder = some(
  {
    by: some(
      {
        hintId: line,
        testid: line,
        href: line,
        label: byLocale(fc.constantFrom('BSN', 'Opslaan')),
        section: fc.constantFrom('kop:Zorgplan', 'id:sectie-naw', 'nav:Menu'),
        position: fc.record({ index: fc.nat(), of: fc.integer({ min: 1, max: 200 }) }, { noNullPrototype: true }),
      },
      ['hintId'],
    ),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
    strong: fc.boolean(),
  },
  ['by', 'weight'],
);
const target = some(
  {
    label: line,
    tag: fc.constantFrom('button', 'input', 'my-element'),
    find: fc.array(finder, { minLength: 1, maxLength: 3 }),
    role: line,
    mode: fc.constantFrom('strict', 'tolerant'),
    layer: fc.constantFrom('page', 'dialog'),
    shadow: fc.array(line, { maxLength: 4 }),
  },
  ['label', 'tag', 'find'],
);
const step = some(
  {
    id: words,
    kind: fc.constantFrom('tooltip', 'modal', 'beacon', 'slideout'),
    content: texts,
    next: some({ on: fc.constantFrom('button', 'click', 'route', 'gone'), route: line, idle: duration }, ['on']),
    target: words,
    waitFor: duration,
    actions,
    only: anyAudience,
    onFailure: failure,
  },
  ['id', 'kind', 'content', 'next'],
);
const hint = some(
  {
    id: words,
    rev: fc.integer({ min: 1 }),
    status: fc.constantFrom('draft', 'published', 'paused', 'archived'),
    kind: fc.constantFrom('tooltip', 'beacon', 'banner', 'modal', 'slideout', 'checklist', 'tour'),
    name: line,
    where: some({ routes: fc.array(line, { minLength: 1, maxLength: 3 }), target: words, placement: line }, ['routes']),
    when: some(
      {
        on: fc.constantFrom('route', 'visible', 'focus', 'event', 'manual', 'deadClick'),
        event: line,
        delay: duration,
      },
      ['on'],
    ),
    howOften: some(
      { max: fc.integer({ min: 1, max: 100 }), every: duration, until: fc.constantFrom('shown', 'done', 'forever') },
      [],
    ),
    group: words,
    who: anyAudience,
    interrupts: fc.boolean(),
    priority: fc.integer({ min: 0, max: 100 }),
    schedule: some({ from: line, until: line }, []),
    content: texts,
    actions,
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    onFailure: failure,
  },
  ['id', 'rev', 'status', 'kind', 'name', 'where', 'when', 'howOften'],
);

/** Any document that the schema accepts; whether it makes sense is another question. */
export const anyHintDocument: fc.Arbitrary<unknown> = some(
  {
    format: fc.constant('cliendo.hints'),
    version: fc.constant(1),
    revision: fc.integer({ min: 1 }),
    environment: line,
    defaultLocale: fc.constantFrom('nl', 'en-GB'),
    routes: fc.dictionary(line, route, { maxKeys: 4, noNullPrototype: true }),
    policy: some(
      {
        timezone: line,
        minGap: duration,
        maxInterruptingPerDay: fc.integer({ min: 0, max: 20 }),
        quietWhen: anyAudience,
        groups: fc.dictionary(words, some({ maxActive: fc.integer({ min: 1, max: 5 }), cooldown: duration }, []), {
          noNullPrototype: true,
        }),
      },
      [],
    ),
    targets: fc.dictionary(words, target, { maxKeys: 3, noNullPrototype: true }),
    hints: fc.array(hint, { maxLength: 3 }),
    segments: fc.dictionary(words, anyAudience, { maxKeys: 2, noNullPrototype: true }),
    minRuntime: fc.constantFrom('1.0.0', '10.2.33'),
  },
  ['format', 'version', 'revision', 'environment', 'defaultLocale', 'routes', 'policy', 'targets', 'hints'],
);
