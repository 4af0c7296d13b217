import type { Translate } from '../../locale/createTranslate';
import type { HintDocument } from '../../protocol/hint';
import type { FactDefinition } from '../../protocol/hintKnowledge';

/** A fact of the host, with what its values are called. */
export interface CataloguedFact extends FactDefinition {
  readonly values?: readonly { readonly value: string; readonly label: string }[];
}

/** What things are called by people. What has no name here is called by its key. */
export interface Names {
  readonly facts: ReadonlyMap<string, CataloguedFact>;
  /** Titles of pages, by the name of their route. */
  readonly pages: ReadonlyMap<string, string>;
  readonly targets: ReadonlyMap<string, string>;
  readonly hints: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
  readonly segments: readonly string[];
}

/** In which words, and how a day and a number are written. */
export interface Wording {
  readonly t: Translate;
  readonly locale: string;
  /** Of moments with an hour: that of the policy. Left out: that of the device. */
  readonly timeZone?: string;
  readonly names: Names;
}

/** What a host told about itself. */
export interface HostNames {
  readonly facts?: readonly CataloguedFact[];
  readonly events?: readonly { readonly name: string; readonly label: string }[];
  readonly pages?: Readonly<Record<string, string>>;
}

/** Gathers what things are called: by the host, and in the document or the draft. */
export const namesOf = (
  { targets = {}, hints = [], segments = {} }: Partial<Pick<HintDocument, 'targets' | 'hints' | 'segments'>>,
  { facts = [], events = [], pages = {} }: HostNames = {},
): Names => ({
  facts: new Map(facts.map((fact) => [fact.key, fact])),
  pages: new Map(Object.entries(pages)),
  targets: new Map(Object.entries(targets).map(([name, { label }]) => [name, label])),
  hints: new Map(hints.map(({ id, name }) => [id, name])),
  events: new Map(events.map(({ name, label }) => [name, label])),
  segments: Object.keys(segments),
});
