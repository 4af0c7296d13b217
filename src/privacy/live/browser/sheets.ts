import { rulesOf } from './firstLayer';
import { readHostRules, type HostRules, type RulesBy } from './hostRules';

/** Makes sheets of ours, one for each text: trees that are covered alike share it. */
export interface SheetMaker {
  make(text: string): CSSStyleSheet;
  isOurs(sheet: CSSStyleSheet): boolean;
}

/** Creates the maker. A document takes only sheets of its own window. */
export function createSheetMaker(view: Window & typeof globalThis): SheetMaker {
  const made = new Map<string, CSSStyleSheet>();
  const ours = new WeakSet<CSSStyleSheet>();
  return {
    isOurs: (sheet) => ours.has(sheet),
    make(text) {
      const known = made.get(text);
      if (known) return known;
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(text);
      made.set(text, sheet);
      ours.add(sheet);
      return sheet;
    },
  };
}

/** Reads each sheet of the host once, and again when it has another number of rules. */
export function createRulesReader(by: RulesBy): (sheet: CSSStyleSheet) => HostRules {
  const read = new WeakMap<CSSStyleSheet, { readonly count: number; readonly rules: HostRules }>();
  return (sheet) => {
    const count = rulesOf(sheet)?.length ?? -1;
    const known = read.get(sheet);
    if (known?.count === count && !known.rules.isPending) return known.rules;
    const rules = readHostRules(sheet, by);
    read.set(sheet, { count, rules });
    return rules;
  };
}

/** Tells one state of a list of sheets from another: which, and how many rules each has. */
export function createStateOf(): (sheets: readonly CSSStyleSheet[]) => string {
  const numbers = new WeakMap<CSSStyleSheet, number>();
  let count = 0;
  return (sheets) =>
    sheets
      .map((sheet) => {
        const number = numbers.get(sheet) ?? (count += 1);
        numbers.set(sheet, number);
        return `${number}:${rulesOf(sheet)?.length ?? -1}`;
      })
      .join();
}
