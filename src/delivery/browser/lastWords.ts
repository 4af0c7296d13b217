import type { Undo } from '../../foundation/lifetime';
import type { Id } from '../../foundation/id';
import type { OutboxRow } from '../outbox';
import type { BackendWriting, Leaving, SealedBody, TokenSource } from '../ports';
import { putFollowUp } from './followUp';

/** Texts on their way that are tried once more when the page is left, with a request that outlives it. Nothing depends on it. */
export interface LastWords {
  /** Keeps a text in memory while it is on its way. */
  hold(row: OutboxRow, sealed: SealedBody): void;
  letGo(id: Id): void;
  end: Undo;
}

/** What last words need. */
export interface LastWordsDeps {
  readonly owner: string;
  readonly backend: BackendWriting;
  readonly session: TokenSource;
  language(): string;
  readonly leaving: Leaving;
}

/** Browsers refuse more than 64 KiB of such requests at a time (measured, Chromium and Firefox). */
const MAX_BYTES = 60_000;

/** Creates them, and listens for the page being left. */
export function createLastWords({ owner, backend, session, language, leaving }: LastWordsDeps): LastWords {
  const held = new Map<Id, { readonly row: OutboxRow; readonly sealed: SealedBody }>();

  const say = async (): Promise<void> => {
    if (held.size === 0) return;
    const token = await session.token(); // one that is held comes at once; for another there is no time
    if (!token.ok || session.subject?.owner !== owner) return;
    const call = { token: token.value, language: language(), keepalive: true };
    let bytes = 0;
    for (const { row, sealed } of held.values()) {
      bytes += sealed.body.byteLength;
      if (bytes > MAX_BYTES) return;
      const put =
        row.kind === 'submission' ? backend.putSubmission(sealed, call) : putFollowUp(backend, row, { sealed, call });
      void put.catch(() => undefined); // nobody is there to hear it
    }
  };
  return {
    hold: (row, sealed) => void held.set(row.id, { row, sealed }),
    letGo: (id) => void held.delete(id),
    end: leaving(() => void say()),
  };
}
