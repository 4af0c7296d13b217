import type { Finder, FinderSignals, HintTarget } from '../../../src/protocol';
import { worthOf } from '../../../src/protocol/finderWorth';
import type { Control, Section } from './careApp';
import type { Chance } from './chance';

/** Where a control stands. */
export interface ControlInSection {
  readonly section: Section;
  readonly control: Control;
}

/** This share of the places has been recorded in English too. */
const IN_ENGLISH = 0.5;
const MOST_FINDERS = 8;

/** Describes a control as the recorder does on a page: every way to find it that the table of weights knows, most weight first. */
export function targetOf({ section, control }: ControlInSection, chance: Chance): HintTarget {
  const { tag, type, role, signs } = control;
  const words = { nl: control.words.nl, ...(chance.isLucky(IN_ENGLISH) && { en: control.words.en }) };
  const within = (by: FinderSignals): readonly FinderSignals[] =>
    [`id:${section.id}`, `kop:${section.heading}`].map((name) => ({ ...by, section: name }));
  const said: FinderSignals = tag === 'button' || tag === 'a' ? { text: words } : { label: words };
  const { hintId, testid, id, name, href } = signs;
  const ways: readonly FinderSignals[] = [
    ...[{ hintId }, { testid }, { id }, { href }].flatMap((by) => present(by)),
    ...within(said),
    ...present({ name }).flatMap((by) => [...within(by), by]),
    said,
    { section: `id:${section.id}`, position: positionOf(control, section) },
  ];
  const find = ways
    .map((by) => ({ by, ...worthOf(by) }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, MOST_FINDERS)
    .map(({ by, weight, isStrong }): Finder => ({ by, weight: weight / 100, ...(isStrong && { strong: true }) }));
  return { label: `${control.words.nl} (${section.heading})`, tag, ...(type && { type }), role, find };
}

const present = (by: Readonly<Record<string, string | undefined>>): readonly FinderSignals[] =>
  Object.values(by).some((value) => value !== undefined) ? [by as FinderSignals] : []; // its one member is there

function positionOf(control: Control, { controls }: Section): NonNullable<FinderSignals['position']> {
  const alike = controls.filter(({ tag, role }) => tag === control.tag && role === control.role);
  return { index: alike.indexOf(control), of: alike.length };
}
