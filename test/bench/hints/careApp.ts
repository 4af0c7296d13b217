import { chanceOf, type Chance } from './chance';
import { ASPECTS, DEEDS, MODULES, PAGES, THINGS } from './careWords';

/** A page of the invented app. */
export interface Screen {
  /** As hints know it: `client.gegevens`. */
  readonly name: string;
  readonly pattern: string;
  /** An address of it. */
  readonly path: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** A part of a page, under a heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly controls: readonly Control[];
}

/** Something that a person uses, with what its developer wrote on it. */
export interface Control {
  readonly tag: 'input' | 'button' | 'select' | 'a';
  readonly type?: string;
  readonly role: string;
  /** The words on it, or those of its label. */
  readonly words: Readonly<Record<'nl' | 'en', string>>;
  readonly signs: Readonly<Partial<Record<'hintId' | 'testid' | 'id' | 'name' | 'href', string>>>;
}

/** A control, and the name that its place has in the document. */
export interface NamedControl {
  readonly target: string;
  readonly section: Section;
  readonly control: Control;
}

/** Names every control of a page. */
export const controlsOf = ({ name, sections }: Screen): readonly NamedControl[] =>
  sections.flatMap((section) =>
    section.controls.map((control, index) => ({
      target: `${name.replace('.', '-')}-${section.id}-${index + 1}`,
      section,
      control,
    })),
  );

const SECTIONS = 4;
const FIELDS = 4;
const BUTTONS = 2;

/** Makes the fifty pages of the app; the same ones in every run. */
export function careApp(seed = 5): readonly Screen[] {
  const chance = chanceOf(seed);
  return MODULES.flatMap(([module, title]) =>
    PAGES.map(([page, pageTitle]): Screen => {
      const things = chance.some(THINGS, SECTIONS);
      return {
        name: `${module}.${page}`,
        pattern: `/${module}/:nummer/${page}`,
        path: `/${module}/7/${page}`,
        title: `${title}: ${pageTitle.toLowerCase()}`,
        sections: things.map((thing) => section(thing, chance)),
      };
    }),
  );
}

function section(thing: (typeof THINGS)[number], chance: Chance): Section {
  const id = slug(thing[0]);
  const fields = chance.some(ASPECTS, FIELDS).map((aspect) => field(id, [thing, aspect], chance));
  const buttons = chance.some(DEEDS, BUTTONS).map((deed) => button(id, [thing, deed], chance));
  return { id, heading: capital(thing[0]), controls: [...fields, ...buttons, link(id, thing, chance)] };
}

type Pair = readonly [string, string];

function field(section: string, [thing, aspect]: readonly [Pair, Pair], chance: Chance): Control {
  const name = slug(`${thing[0]} ${aspect[0]}`);
  const isChoice = /soort|status|eenheid/.test(aspect[0]);
  return {
    tag: isChoice ? 'select' : 'input',
    ...(!isChoice && { type: 'text' }),
    role: isChoice ? 'combobox' : 'textbox',
    words: { nl: capital(`${aspect[0]} ${thing[0]}`), en: capital(`${thing[1]} ${aspect[1]}`) },
    signs: { name, ...marks(`${section}-${slug(aspect[0])}`, chance) },
  };
}

const button = (section: string, [thing, deed]: readonly [Pair, Pair], chance: Chance): Control => ({
  tag: 'button',
  type: 'button',
  role: 'button',
  words: { nl: capital(`${thing[0]} ${deed[0]}`), en: `${deed[1]} ${thing[1]}` },
  signs: marks(`${section}-${slug(deed[0])}`, chance),
});

const link = (section: string, thing: Pair, chance: Chance): Control => ({
  tag: 'a',
  role: 'link',
  words: { nl: `Alles over ${thing[0]}`, en: `All about ${thing[1]}` },
  signs: { href: `/naslag/${section}`, ...(chance.isLucky(0.3) && { testid: `${section}-naslag` }) },
});

/** Apps differ in what they write on things: some are named for hints, more for tests, many not at all. */
function marks(id: string, chance: Chance): Control['signs'] {
  return {
    ...(chance.isLucky(0.2) && { hintId: id }),
    ...(chance.isLucky(0.5) && { testid: id }),
    ...(chance.isLucky(0.4) && { id: `veld-${id}` }),
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const slug = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[^\w. ]/g, '')
    .replace(/[. ]+/g, '-')
    .toLowerCase();
