import type { Id } from '../../src/foundation/id';
import type {
  HintActPage,
  HintDocument,
  HintDraft,
  HintDraftEntry,
  HintDraftState,
  HintEvent,
  HintFinding,
  HintHistory,
  HintReport,
  HintRevision,
  KeptHintDraft,
} from '../../src/protocol/index';
import type { Owner } from './retentionPort';

/** What somebody may do with hints. Each may also do what those before it may. */
export const HINT_ROLES = ['viewer', 'designer', 'publisher', 'steward'] as const;
export type HintRole = (typeof HINT_ROLES)[number];

/** Whose hints, and who does something with them. */
export interface HintPerson extends Owner {
  readonly name: string;
}

/** Too often in an hour: it is only delayed. */
export interface TooOften {
  readonly state: 'limited';
  readonly bucket: 'publishes' | 'hint-events' | 'hint-assets' | 'hint-drafts';
  readonly perHour: number;
  readonly retryAfterSeconds: number;
}

/** No room for more pictures. */
export interface NoRoom {
  readonly state: 'full';
  readonly whose: 'hints';
  readonly limitBytes: number;
}

/** What came of a picture. */
export type KeptAsset = { readonly state: 'created' | 'same'; readonly value: undefined } | TooOften | NoRoom;

/** A document that was judged, and what it should be the next revision of. */
export interface Publishing {
  readonly document: HintDocument;
  /** The live revision that its maker saw; 0 when there was none. */
  readonly after: number;
  readonly note: string;
  readonly act: 'publish' | 'rollback';
}

/** What came of publishing. */
export type Published =
  | { readonly state: 'published'; readonly revision: HintRevision }
  | { readonly state: 'changed'; readonly live: number }
  | { readonly state: 'refused'; readonly findings: readonly HintFinding[] }
  | TooOften;

/** Which document: everything is kept per organisation and environment. */
export interface HintPlace {
  readonly environment: string;
}

/** A picture of a hint, as it is kept: without its metadata. */
export interface KeptHintAsset {
  readonly type: string;
  readonly size: number;
  readonly blobKey: string;
}

/** Pictures of hints of the asker's organisation, each by the SHA-256 of what was sent. */
export interface HintAssetStore {
  hintAsset(asset: string, asker: HintPerson): Promise<KeptHintAsset | undefined>;
  /** The names of all. */
  hintAssets(asker: HintPerson): Promise<readonly string[]>;
  /** Whether it is there; if so and no revision names it yet, its term begins anew. */
  wantHintAsset(asset: string, asker: HintPerson): Promise<boolean>;
  keepHintAsset(asset: KeptHintAsset & { readonly asset: string }, asker: HintPerson): Promise<KeptAsset>;
}

/** Somebody else was first. `present`: what is there now; nothing when it is gone. */
export interface Overtaken {
  readonly state: 'overtaken';
  readonly present: HintDraftState | undefined;
}

/** A draft, and what its maker saw: the tag of that state, or nothing for one that is new. */
export interface DraftSaving extends HintPlace {
  readonly draft: HintDraft;
  readonly after: string | undefined;
}

/** What came of a draft. `same`: this very request was carried out before. */
export type DraftKept =
  | { readonly state: 'created' | 'saved' | 'same'; readonly value: HintDraftState }
  | Overtaken
  | { readonly state: 'many'; readonly limit: number }
  | TooOften;

/** Which draft: it has the name of its hint. */
export interface DraftPlace extends HintPlace {
  readonly hint: string;
}

/** Hints that are being made, of the asker's organisation: everybody who makes hints there shares them. */
export interface HintDraftStore {
  /** By name. */
  hintDrafts(place: HintPlace, asker: HintPerson): Promise<readonly HintDraftEntry[]>;
  hintDraft(which: DraftPlace, asker: HintPerson): Promise<KeptHintDraft | undefined>;
  keepHintDraft(saving: DraftSaving, asker: HintPerson): Promise<DraftKept>;
  /** Also when it is gone already. */
  removeHintDraft(
    which: DraftPlace & { readonly after: string },
    asker: HintPerson,
  ): Promise<{ readonly state: 'gone' } | Overtaken>;
}

/** What became of hints: who did what, and how many people. */
export interface HintFiguresStore {
  hintActs(page: HintPlace & { readonly before?: number }, asker: HintPerson): Promise<HintActPage>;
  /** `month` as `2026-03`. */
  hintReport(of: HintPlace & { readonly month: string }, asker: HintPerson): Promise<HintReport>;
}

/** Hints of the asker's organisation, and what the asker did with them. */
export interface HintStore extends HintAssetStore, HintDraftStore, HintFiguresStore {
  /** The index of what is live, as JSON; nothing when nothing was ever published, `unchanged` when the tag still fits. */
  hintIndex(
    place: HintPlace & { readonly tag?: string },
    asker: HintPerson,
  ): Promise<{ readonly tag: string; readonly json: string } | 'unchanged' | undefined>;
  /** The words of one hint, as JSON. */
  hintContent(
    which: HintPlace & { readonly hint: string; readonly rev: number },
    asker: HintPerson,
  ): Promise<string | undefined>;
  /** Adds a revision, if nobody else did since. What was published is never changed. */
  publishHints(publishing: Publishing, asker: HintPerson): Promise<Published>;
  /** Newest first. */
  hintRevisions(place: HintPlace, asker: HintPerson): Promise<readonly HintRevision[]>;
  /** A document as it was published: the very bytes of its digest. */
  hintDocument(
    which: HintPlace & { readonly revision: number | 'live' },
    asker: HintPerson,
  ): Promise<string | undefined>;
  /** Stops hints at once, or lets them go on; `*` is all of them. Gives what is paused now. */
  pauseHints(
    which: HintPlace & { readonly hints: readonly string[]; readonly isPaused: boolean; readonly note: string },
    asker: HintPerson,
  ): Promise<readonly string[]>;
  hintHistory(asker: HintPerson): Promise<HintHistory>;
  /** Joins what a device knows with what is kept, and gives the whole; nothing when that would be too much. */
  mergeHintHistory(history: HintHistory, asker: HintPerson): Promise<HintHistory | undefined>;
  keepHintEvents(
    batch: { readonly id: Id; readonly digest: string; readonly events: readonly HintEvent[] },
    asker: HintPerson,
  ): Promise<
    { readonly state: 'created' | 'same'; readonly value: undefined } | { readonly state: 'conflict' } | TooOften
  >;
}
