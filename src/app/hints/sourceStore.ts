import type { OwnerDatabase } from '../../storage';
import { indexRead, isOfHint, nameOfWords, wordsOf, type KeptIndex } from './sourceIndex';

/** In `meta`, in clear: what is published to everybody says nothing of a person. */
const INDEX = 'hints.index';
const WORDS = 'hints.words/';

/** What the device keeps of what is published. A device that refuses keeps nothing, and is asked again. */
export interface IndexStore {
  load(): Promise<KeptIndex | undefined>;
  /** Keeps another index. Words that no hint of it has are let go. */
  keep(index: KeptIndex): Promise<void>;
  /** Notes that it was checked. */
  check(index: KeptIndex): Promise<void>;
  forget(): Promise<void>;
  words(hint: string, rev: number): Promise<object | undefined>;
  /** False: these are the words of another hint. */
  keepWords(hint: string, rev: number, words: object): Promise<boolean>;
}

/** Creates what keeps an index and words in the person's own database. */
export function createIndexStore(database: Pick<OwnerDatabase, 'store'>): IndexStore {
  const meta = database.store('meta');
  const check = async (index: KeptIndex): Promise<void> => void (await meta.setMany([[INDEX, index]]));
  return {
    check,
    async load() {
      const found = await meta.get<unknown>(INDEX);
      return found.ok ? indexRead(found.value) : undefined;
    },
    async keep(index) {
      await check(index);
      const keys = await meta.keys(WORDS);
      const used = wordsOf(index.value);
      if (keys.ok) await meta.removeMany(keys.value.filter((key) => !used.has(key.slice(WORDS.length))));
    },
    forget: async () => void (await meta.removeMany([INDEX])),
    async words(hint, rev) {
      const found = await meta.get<unknown>(WORDS + nameOfWords(hint, rev));
      return found.ok && isOfHint(found.value, { hint, rev }) ? found.value : undefined;
    },
    async keepWords(hint, rev, words) {
      if (!isOfHint(words, { hint, rev })) return false;
      await meta.setMany([[WORDS + nameOfWords(hint, rev), words]]);
      return true;
    },
  };
}
