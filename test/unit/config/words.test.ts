import { describe, expect, it } from 'vitest';
import { copyProblems } from '../../../config/words/copy.mjs';
import { galleryProblems } from '../../../config/words/gallery.mjs';
import { readUsage } from '../../../config/words/keys.mjs';
import { sourceProblems } from '../../../config/words/source.mjs';

const rulesBrokenBy = (path: string, text: string): string[] =>
  sourceProblems([{ path, text }]).map(({ rule }: { rule: string }) => rule);

describe('names', () => {
  it.each([
    ['a word that the glossary forbids', 'const ticketNumber = 1;'],
    ['a part of a longer name', 'function openDrawer() {}'],
    ['a name that says nothing at its end', 'interface OrderInfo {}'],
    ['a function named after when it runs', 'const handleClick = () => 1;'],
    ['a client that is software', 'const httpClient = 1;'],
    ['a server in the product', 'const serverAnswer = 1;'],
  ])('refuses %s', (_what, text) => {
    expect(rulesBrokenBy('src/questions/bundle.ts', text)).toEqual(['glossary']);
  });

  it('leaves the words of the platform and the noun handle alone', () => {
    const text = 'dialog.showModal(); const { data } = event; interface HandleOptions {} const client = 1;';
    expect(rulesBrokenBy('src/ui/layer.ts', text)).toEqual([]);
  });

  it.each(['src/app/utils.ts', 'src/helpers/bundle.ts', 'demo/host/orderInfo.ts'])(
    'refuses the file name %s',
    (path) => {
      expect(rulesBrokenBy(path, '')).toEqual(['file-name']);
    },
  );
});

describe('the gate', () => {
  it('refuses a cast to Cleared outside the folder that clears', () => {
    expect(rulesBrokenBy('src/app/createApp.ts', 'send(raw as Cleared<Submission>);')).toEqual(['as-cleared']);
    expect(rulesBrokenBy('src/privacy/clear.ts', 'send(raw as Cleared<Submission>);')).toEqual([]);
  });

  it.each([
    'a.innerHTML = b;',
    'a.outerHTML = b;',
    "a.insertAdjacentHTML('x', b);",
    'document.write(a);',
    'eval(a);',
    "new Function('a');",
    "a.setAttribute('style', b);",
    "const a = '<style>';",
    "const a = 'data:image/png';",
    "new Worker('a');",
    "const a = 'javascript:';",
  ])('refuses %s, which a strict policy refuses too', (text) => {
    expect(rulesBrokenBy('src/ui/Button.tsx', text)).toEqual(['refused-by-policy']);
  });

  it('lets a comment name what is refused, and the picture of the page be an SVG with styles', () => {
    expect(rulesBrokenBy('src/ui/Button.tsx', '/** Never innerHTML. */ // eval(\nconst a = 1;')).toEqual([]);
    expect(rulesBrokenBy('src/capture/browser/renderPage.ts', "const a = 'data:image/svg+xml';")).toEqual([]);
    expect(rulesBrokenBy('src/capture/moment/browser/freezePage.ts', "const a = '<style>';")).toEqual([]);
    expect(rulesBrokenBy('src/ui/Button.tsx', "const a = 'data:image/svg+xml';")).toEqual(['refused-by-policy']);
  });

  it('refuses state at module level', () => {
    expect(rulesBrokenBy('src/app/createApp.ts', 'let count = 0;')).toEqual(['module-state']);
    expect(rulesBrokenBy('src/app/createApp.ts', 'const start = () => { let count = 0; return count; };')).toEqual([]);
  });
});

describe('views', () => {
  const view = 'src/questions/views/BundlePanel.tsx';

  it.each([
    ['text between tags', 'const a = <p>Versturen</p>;'],
    ['text in braces', "const a = <p>{'Versturen'}</p>;"],
    ['a spoken name', 'const a = <b aria-label="Sluiten" />;'],
    ['a spoken name in braces', "const a = <img alt={'Plaatje'} />;"],
  ])('refuses %s', (_what, text) => {
    expect(rulesBrokenBy(view, text)).toEqual(['text-literal']);
  });

  it('refuses a native handler on an element, and allows one on a component', () => {
    expect(rulesBrokenBy(view, 'const a = <b onClick={go} />;')).toEqual(['native-handler']);
    expect(rulesBrokenBy(view, 'const a = <Button onPress={go} />;')).toEqual([]);
  });

  it('allows signs, texts that come from the dictionary, and their keys', () => {
    expect(rulesBrokenBy(view, "const a = <p title={t('q.saved')}>{t('q.saved')} · 1</p>;")).toEqual([]);
    expect(rulesBrokenBy(view, 'const a = <PartScreen title="bundle.title" />;')).toEqual([]);
  });
});

describe('the gallery', () => {
  const door = {
    path: 'src/ui/index.ts',
    text: "export { Button, type ButtonProps } from './Button'; export { on } from './on';",
  };
  const scene = { path: 'demo/gallery/scenes/button.scene.tsx', text: 'const a = <Button />;' };

  it('misses a component that a door offers and no scene shows', () => {
    expect(galleryProblems([door]).map(({ why }: { why: string }) => why)).toEqual([
      'Button has no scene in demo/gallery/scenes',
    ]);
    expect(galleryProblems([door, scene])).toEqual([]);
  });
});

describe('copy', () => {
  type Dictionary = Record<string, string>;
  const everythingUsed = { used: { isUsed: () => true, asked: [] as string[] }, buttons: new Set<string>() };
  const rulesBroken = (
    nl: Dictionary,
    more: { nlFormal?: Dictionary; en?: Dictionary } = {},
    usage = everythingUsed,
  ): unknown[] => [
    ...new Set(
      copyProblems({ nl, nlFormal: more.nlFormal ?? {}, en: more.en ?? nl }, usage).map(
        ({ rule }: { rule: number }) => rule,
      ),
    ),
  ];

  it('has nothing against plain Dutch', () => {
    const nl = { 'q.saved': 'Bewaard. Je kunt later verder.', 'sent.title': 'Verstuurd!' };
    const nlFormal = { 'q.saved': 'Bewaard. U kunt later verder.' };
    expect(rulesBroken(nl, { nlFormal })).toEqual([]);
  });

  it.each<[number, string, Dictionary, { nlFormal?: Dictionary; en?: Dictionary }]>([
    [1, 'a key that English lacks', { a: 'Vraag' }, { en: {} }],
    [1, 'a key that Dutch lacks', { a: 'Vraag' }, { en: { a: 'Question', b: 'Left' } }],
    [1, 'a formal key that nl lacks', { a: 'Vraag' }, { nlFormal: { b: 'Vraag' } }],
    [2, 'a slot that a translation lost', { a: '{n} vragen' }, { en: { a: 'Questions' } }],
    [3, 'a plural that a translation lost', { a: '{n} vraag|{n} vragen' }, { en: { a: '{n} questions' } }],
    [
      4,
      'a sentence of sixteen words',
      { a: 'een twee drie vier vijf zes zeven acht negen tien elf een twee drie vier vijf' },
      {},
    ],
    [5, 'a long word', { a: 'Het toestemmingsformulier' }, {}],
    [6, 'a formal word in nl', { a: 'Wilt u verder' }, {}],
    [6, 'an informal word in nlFormal', { a: 'Kies' }, { nlFormal: { a: 'Kies je vraag' } }],
    [7, 'an informal text without a formal value', { a: 'Je vraag' }, {}],
    [8, 'a forbidden word', { a: 'Deze gebruikers' }, {}],
    [8, 'office Dutch', { a: 'Dit dient te gebeuren' }, {}],
    [9, 'a promise', { a: 'Antwoord binnen {n} uur' }, {}],
    [9, 'an amount', { a: 'Dit kost € 10' }, {}],
    [10, 'a double negative', { a: 'Dat kan niet zonder naam' }, {}],
    [11, 'an abbreviation', { a: 'Kies iets, bijv. dit' }, {}],
    [12, 'an exclamation mark', { a: 'Mooi!' }, {}],
    [12, 'three dots', { a: 'Zoeken...' }, {}],
    [12, 'a double space', { a: 'Een  vraag' }, {}],
    [12, 'a space at the end', { a: 'Een vraag ' }, {}],
    [14, 'English in Dutch', { a: 'Loading' }, {}],
  ])('rule %i refuses %s', (rule, _what, nl, more) => {
    expect(rulesBroken(nl, more)).toEqual([rule]);
  });

  it('allows a time in a text about the agreement', () => {
    expect(rulesBroken({ 'sla.reply': 'Antwoord binnen {time} uur' })).toEqual([]);
  });

  const usageOf = (text: string): typeof everythingUsed => readUsage([{ path: 'src/ui/a.tsx', text }]);

  it('rule 13 refuses a button with a full stop or five words', () => {
    const usage = usageOf("const a = <><Button>{t('send')}</Button><IconButton name={t('close')} /></>;");
    expect(rulesBroken({ send: 'Versturen.', close: 'Sluiten' }, {}, usage)).toEqual([13]);
    expect(rulesBroken({ send: 'Versturen', close: 'Dit hele venster nu sluiten' }, {}, usage)).toEqual([13]);
    expect(rulesBroken({ send: 'Versturen', close: 'Sluiten' }, {}, usage)).toEqual([]);
  });

  it('rule 16 refuses a key that nobody uses, and a use of a key that is not there', () => {
    expect(rulesBroken({ 'a.b': 'Vraag' }, {}, usageOf("t('a.b');"))).toEqual([]);
    expect(rulesBroken({ 'kind.ask': 'Vraag' }, {}, usageOf('t(`kind.${kind}`);'))).toEqual([]);
    expect(rulesBroken({ 'a.b': 'Vraag' }, {}, usageOf('t(other);'))).toEqual([16]);
    expect(rulesBroken({}, {}, usageOf("t('a.b');"))).toEqual([16]);
  });
});
