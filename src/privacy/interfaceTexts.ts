/** The host's own texts: a list, a loaded translation object, or a function that gives one of those. */
export type InterfaceTextSource = readonly string[] | { readonly [key: string]: unknown } | (() => InterfaceTextSource);

/** Knows which whole texts belong to the interface, so that no text of a person can be among them. */
export interface InterfaceDictionary {
  /** Tells whether the whole text stands in the catalogue. A number is matched only where the catalogue has a slot for a count. */
  has(text: string): boolean;
  /** How many texts of the catalogue were not taken: digits alone, or a person's name alone. */
  readonly refused: number;
}

const MOST_TEXTS = 100_000;
const DEEPEST = 12;
const COUNT_SLOT = /\{\{?\s*(?:n|num|number|count|aantal|total|totaal)\s*\}?\}|%d|#/gi;
const PLURAL_CASE = /(?:zero|one|two|few|many|other|=\d+)\s*\{([^{}]*)\}/g;
const LETTER = /\p{L}/u;

/** Names that are common and hardly ever a word of an interface. A catalogue that holds one of these alone holds a person. */
const NAMES = new Set(
  (
    'jan piet kees klaas henk johan hans willem gerrit dirk peter maria anna johanna wilhelmina sanne daan sophie emma lucas thijs fatima mohamed mohammed ahmed ' +
    'fatma mehmet ayse jansen janssen bakker visser smit meijer mulder bos vos peters hendriks dekker dijkstra jong vries berg dijk yilmaz kaya nguyen'
  ).split(' '),
);

/** Builds the dictionary once from the host's catalogue. Unknown shapes are passed over, nothing is ever thrown. */
export function createDictionary(source: InterfaceTextSource): InterfaceDictionary {
  const texts = new Set<string>();
  const templates = new Set<string>();
  let refused = 0;

  const add = (text: string): void => {
    if (texts.size + templates.size >= MOST_TEXTS) return;
    const plain = normalise(text);
    const counted = plain.replace(COUNT_SLOT, '{n}');
    if (isRefused(counted.replaceAll('{n}', ''))) refused += plain === '' ? 0 : 1;
    else if (counted.includes('{n}')) templates.add(counted);
    else texts.add(plain);
  };
  for (const text of textsOf(source, 0)) variantsOf(text).forEach(add);

  return {
    refused,
    has(text) {
      const plain = normalise(text);
      return (
        texts.has(plain) ||
        (templates.size > 0 && templates.has(plain.replace(/\d+/g, (digits) => (digits.length < 5 ? '{n}' : digits))))
      );
    },
  };
}

/** Makes a dictionary once per catalogue: a press has no time to read thousands of texts. A function is asked each time, its catalogue is read when it is another one. */
export function createDictionaryKeeper(): (source: InterfaceTextSource) => InterfaceDictionary {
  let kept: { readonly of: unknown; readonly made: InterfaceDictionary } | undefined;
  return (source) => {
    const of = typeof source === 'function' ? callSafely(source) : source;
    if (kept?.of !== of || !kept) kept = { of, made: createDictionary(source) };
    return kept.made;
  };
}

/** White space counts once; a colon or star that a form sets behind a label does not count. */
const normalise = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[ *]+|[ :*]+$/g, '');

const isRefused = (text: string): boolean => !LETTER.test(text) || NAMES.has(text.trim().toLowerCase());

/** A text as it may appear: as it is, each half of `one|many`, and each case of an ICU plural. */
function variantsOf(text: string): readonly string[] {
  const cases = [...text.matchAll(PLURAL_CASE)].map((match) => match[1] ?? '');
  return cases.length > 0 ? cases : [text, ...(text.includes('|') ? text.split('|') : [])];
}

function* textsOf(source: unknown, depth: number): Generator<string> {
  if (typeof source === 'string') yield source;
  else if (depth > DEEPEST) return;
  else if (typeof source === 'function') yield* textsOf(callSafely(source as () => unknown), depth + 1); // typeof has just proved it
  else if (typeof source === 'object' && source !== null)
    for (const part of Object.values(source)) yield* textsOf(part, depth + 1);
}

/** The host's function may fail while its catalogue still loads: then nothing is known and everything is covered. */
function callSafely(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
