import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chunk, costOf } from './manifest';

interface Row {
  readonly name: string;
  readonly limit: string;
}

const rows = JSON.parse(readFileSync('config/size-limit.json', 'utf8')) as readonly Row[]; // size-limit's own format
const limitOf = (name: string): number => {
  const row = rows.find((candidate) => candidate.name === name);
  if (!row) throw new Error(`${name} has no budget in config/size-limit.json`);
  return Number.parseFloat(row.limit) * 1000;
};

const SUPPORT = ['support.js'];
/** What is on the page once the panel is open: the way to it brings the launcher and what knows the person. */
const panel = (): readonly string[] => [
  ...SUPPORT,
  chunk('launcher'),
  chunk('owner'),
  chunk('storage.sealing'),
  chunk('panel'),
];

/** What is on the page of who is signed in and never opened the panel. */
const signedIn = (): readonly string[] => [
  ...SUPPORT,
  chunk('owner'),
  chunk('storage.sealing'),
  chunk('delivery.reading'),
  chunk('capture.moment'),
];

/** What is on their page when something is published for them. */
const hintsRun = (): readonly string[] => [
  ...signedIn(),
  chunk('launcher'),
  chunk('hints'),
  chunk('hints.engine'),
  chunk('hints.keeping'),
];

/** What a person pays for each step, over the line, when the steps before it were taken. Chunks that doors share count here. */
const STEPS: readonly (readonly [name: string, door: () => string, before: () => readonly string[]])[] = [
  ['loader', () => 'loader.js', () => []],
  ['support', () => 'support.js', () => []],
  ['launcher', () => chunk('launcher'), () => SUPPORT],
  ['owner', () => chunk('owner'), () => SUPPORT],
  ['storage.sealing', () => chunk('storage.sealing'), () => [...SUPPORT, chunk('owner')]],
  ['capture.moment', () => chunk('capture.moment'), () => SUPPORT],
  ['trail', () => chunk('trail'), () => [...SUPPORT, chunk('capture.moment')]],
  ['delivery.reading', () => chunk('delivery.reading'), () => [...SUPPORT, chunk('owner')]],
  ['delivery.guard', () => chunk('delivery.guard'), () => [...SUPPORT, chunk('owner'), chunk('delivery.reading')]],
  ['delivery.hints', () => chunk('delivery.hints'), () => [...signedIn(), chunk('hints')]],
  ['delivery.events', () => chunk('delivery.events'), () => [...SUPPORT, chunk('owner'), chunk('delivery.reading')]],
  [
    'panel',
    () => chunk('panel'),
    () => [...SUPPORT, chunk('launcher'), chunk('owner'), chunk('storage.sealing'), chunk('capture.moment')],
  ],
  ['hints', () => chunk('hints'), signedIn],
  ['hints.engine', () => chunk('hints.engine'), () => [...signedIn(), chunk('launcher'), chunk('hints')]],
  ['hints.keeping', () => chunk('hints.keeping'), () => [...signedIn(), chunk('launcher'), chunk('hints')]],
  ['hints.judging', () => chunk('hints.judging'), hintsRun],
  ['hints.looking', () => chunk('hints.looking'), () => [...hintsRun(), chunk('hints.judging')]],
  ['hints.playing', () => chunk('hints.playing'), () => [...hintsRun(), chunk('hints.judging')]],
  [
    'hints.pictures',
    () => chunk('hints.pictures'),
    () => [...hintsRun(), chunk('hints.judging'), chunk('hints.playing'), chunk('delivery.hints')],
  ],
  [
    'hints.describing',
    () => chunk('hints.describing'),
    () => [...hintsRun(), chunk('hints.judging'), chunk('hints.playing'), chunk('hints.views')],
  ],
  ['hints.list', () => chunk('hints.list'), () => [...panel(), ...hintsRun()]],
  ['hints.views', () => chunk('hints.views'), () => [...hintsRun(), chunk('hints.judging'), chunk('hints.playing')]],
  ['review', () => chunk('review'), () => [...panel(), chunk('trail')]],
  ['waiting', () => chunk('waiting'), () => [...panel(), chunk('review')]],
  ['signOut', () => chunk('signOut'), () => [...panel(), chunk('review')]],
  ['mailing', () => chunk('mailing'), () => [...panel(), chunk('review')]],
  ['conversations', () => chunk('conversations'), () => [...panel(), chunk('delivery.reading')]],
  ['delivery', () => chunk('delivery'), () => [...panel(), chunk('delivery.reading')]],
  ['captures', () => chunk('captures'), panel],
  ['capture.editor', () => chunk('capture.editor'), () => [...panel(), chunk('captures')]],
  ['capture.recording', () => chunk('recording'), () => [...panel(), chunk('captures')]],
  ['capture.repair', () => chunk('capture.repair'), panel],
  ['privacy.live', () => chunk('privacy.live'), () => [...panel(), chunk('capture.moment'), chunk('captures')]],
  ['locale.en', () => chunk('locale.en'), panel],
  ['locale.nlFormal', () => chunk('locale.nlFormal'), panel],
];

describe('what each step costs over the line', () => {
  it.each(STEPS)('%s keeps to its budget, with what it shares', (name, door, before) => {
    expect(costOf(door(), before())).toBeLessThanOrEqual(limitOf(name));
  });

  it('is the same over npm as with the script tag: the doors come once', () => {
    expect(costOf('index.js')).toBeLessThanOrEqual(limitOf('loader') + limitOf('support'));
  });

  it('has a step for every budget', () => {
    expect(STEPS.map(([name]) => name).sort()).toEqual(rows.map(({ name }) => name).sort());
  });
});
