import { FILTERS, type Filter } from './rows';

/** What the address says: which list, and which question is open. */
export interface Route {
  readonly filter: Filter;
  readonly question?: string;
}

const WORDS: Readonly<Record<Filter, string>> = { unanswered: 'zonder-reactie', open: 'open', all: 'alles' };

/** Reads an address like `#/zonder-reactie/<question id>`; anything else is the list of who waits. */
export function readRoute(hash: string): Route {
  const [word, question] = hash.replace(/^#\/?/, '').split('/');
  const filter = FILTERS.find((known) => WORDS[known] === word) ?? 'unanswered';
  return question && /^[0-9a-f-]{36}$/.test(question) ? { filter, question } : { filter };
}

/** Writes the address of a list, or of a question in it. */
export const hrefOf = ({ filter, question }: Route): string => `#/${WORDS[filter]}${question ? `/${question}` : ''}`;
