import type { HintContent } from '../protocol/hintIndex';
import type { CompiledHint } from './compileHint';
import type { LiveModel } from './live.model';
import type { HintsDeps } from './ports';
import { isContent, wordsOf, type Reader } from './words';

/** A hint, as it stands in a list. */
export interface TitledHint {
  readonly id: string;
  readonly title: string;
  /** Whether a person is offered it: an answer to an error, or to presses again and again, makes no sense without. */
  readonly isOffered: boolean;
}

/** Where titles are looked up. */
export interface Library extends Pick<HintsDeps, 'source'> {
  readonly live: InstanceType<typeof LiveModel>;
  reader(): Reader;
}

/** Gives hints their titles: a tour without one has that of its first step. What has no title or no words now is left out. */
export const titlesOf = async (ids: readonly string[], library: Library): Promise<readonly TitledHint[]> =>
  (await Promise.all(ids.map((id) => titled(id, library)))).flat();

async function titled(id: string, { source, live, reader }: Library): Promise<readonly TitledHint[]> {
  const hint = live.index.peek()?.hints.get(id);
  const words = hint && (await source.content(id, hint.rev));
  return hint && words?.ok && isContent(words.value)
    ? titleIn(words.value, reader()).map((title) => ({ id, title, isOffered: isOffered(hint) }))
    : [];
}

const isOffered = ({ when: { on } }: CompiledHint): boolean => on !== 'error' && on !== 'rageClick';

function titleIn(content: HintContent, reader: Reader): readonly string[] {
  const own = wordsOf(content, undefined, reader)?.title;
  return [own ?? wordsOf(content, content.steps?.[0]?.id, reader)?.title ?? []].flat();
}
