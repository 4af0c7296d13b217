import type { Undo } from '../../foundation/lifetime';
import type { FactType } from '../../protocol';
import type { HintFact, HintFactValue } from '../hintsPart';
import type { AppNews } from '../ports';

/** What the host told: facts, and what it calls the page. */
export interface HintDesk {
  define(facts: unknown): void;
  /** Facts as they are now; what is not known is not in it. */
  facts(): ReadonlyMap<string, HintFactValue>;
  /** Which facts may stand in a text. It is the same set, whatever is told later. */
  readonly displayable: ReadonlySet<string>;
  name(pages: string | readonly string[]): void;
  /** What the host calls the page; nothing when it has not said. */
  pages(): readonly string[] | undefined;
  /** Forgets what is of one person: plain values, not functions that give them, and the page. */
  leave(): void;
  /** Calls after something else was told. */
  follow(listener: () => void): Undo;
}

/** Creates the desk. What is wrong is left out and told to developers. */
export function createHintDesk(news: Pick<AppNews, 'problem'>): HintDesk {
  const known = new Map<string, HintFact>();
  const displayable = new Set<string>();
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  let pages: readonly string[] | undefined;

  const take = (fact: unknown): void => {
    if (!isFact(fact)) return news.problem('hint-fact', WRONG_FACT, fact);
    known.set(fact.key, fact);
    displayable[fact.displayable === true ? 'add' : 'delete'](fact.key);
  };
  return {
    displayable,
    define(facts) {
      for (const fact of Array.isArray(facts) ? facts : [facts]) take(fact);
      tell();
    },
    facts: () =>
      new Map(
        [...known.values()].flatMap((fact) => {
          const value = valueOf(fact);
          return value === undefined ? [] : [[fact.key, value] as const];
        }),
      ),
    name(next) {
      pages = [next].flat().filter((page) => typeof page === 'string');
      tell();
    },
    pages: () => pages,
    leave() {
      for (const [key, { value }] of known) if (typeof value !== 'function') known.delete(key);
      pages = undefined;
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const WRONG_FACT =
  'A fact is left out: `key` should be `user.…` or `org.…`, with a `label`, a `type` (enum, set, number, boolean, date or text) and a `value`.';

const isText = (value: unknown): value is string => typeof value === 'string';
/** What a value of each type looks like. */
const FITS: Readonly<Record<FactType, (value: unknown) => boolean>> = {
  enum: isText,
  text: isText,
  date: (value) => isText(value) && /^\d{4}-\d\d-\d\d$/.test(value),
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  set: (value) => Array.isArray(value) && value.every(isText),
};

function isFact(value: unknown): value is HintFact {
  if (typeof value !== 'object' || value === null) return false;
  const { key, label, type } = value as Readonly<Record<string, unknown>>; // an object: each member is still unknown
  const isKey = isText(key) && /^(user|org)\.[\w.-]{1,60}$/.test(key);
  return isKey && isText(label) && isText(type) && Object.hasOwn(FITS, type) && 'value' in value;
}

/** A function of the host's that throws knows nothing; nor does a value of another type. */
function valueOf({ type, value }: HintFact): HintFactValue | undefined {
  try {
    const now = typeof value === 'function' ? value() : value;
    return FITS[type](now) ? now : undefined;
  } catch {
    return undefined;
  }
}
