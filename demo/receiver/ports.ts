import type { Readable } from 'node:stream';
import type { Id } from '../../src/foundation/id';
import type { AttachmentStore, StoredAttachment } from './attachmentPort';
import type { Organisation, Asker, Agent, AgentRequest } from './callers';
import type { HintStore } from './hintPort';
import type { OutgoingState, OutgoingStore } from './outgoingPort';
import type { Purged, RetentionStore } from './retentionPort';
import type {
  AccessChain,
  AccessCheck,
  AccessFilter,
  AccessPage,
  Action,
  AgentQuestion,
  AgentReply,
  AgentStatus,
  ChangePage,
  ContentUse,
  Conversation,
  DeviceKey,
  InboxPage,
  Message,
  Submission,
  SubmissionPage,
  SubmissionView,
} from '../../src/protocol/index';

/** Time, so that tests decide what time it is. */
export interface Clock {
  now(): number;
}

/** Where bytes are kept. A key is written once, with known content. Without room it throws an error with the code `ENOSPC`, when it can't be asked now one with `EAGAIN` or the code of a socket. */
export interface BlobStore {
  /** Takes over a finished temporary file. When it returns, the bytes survive a power cut. */
  put(key: string, file: string): Promise<void>;
  get(key: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  /** The size in bytes; nothing when there is no such key. */
  head(key: string): Promise<number | undefined>;
  delete(key: string): Promise<void>;
  list(prefix: string): Promise<readonly string[]>;
}

/** One line per answer and one per failure. Never bodies, names, query strings or headers. */
export interface ReceiverLog {
  answered(line: {
    method: string;
    route: string;
    status: number;
    ms: number;
    requestId: string;
    organisation?: string;
  }): void;
  failed(line: { requestId: string; what: string; stack: readonly string[] }): void;
  /** How a try to tell somebody outside ended. */
  told(line: { id: string; target: string; event: string; state: OutgoingState; tries: number; reason?: string }): void;
  /** Once a day: how much was erased, and the end of each chain of accesses. Kept elsewhere, it proves later that no chain was written anew. */
  looked(line: { purged: Purged; sound: boolean; chains: readonly AccessChain[] }): void;
}

/** An item under an id made on the device, with the digest of its very bytes. */
export interface Identified {
  readonly id: Id;
  readonly digest: string;
}

/** What an idempotent PUT did. */
export type Outcome<Value> =
  | { readonly state: 'created'; readonly value: Value }
  | { readonly state: 'same'; readonly value: Value }
  | { readonly state: 'conflict'; readonly storedDigest?: string }
  | { readonly state: 'gone'; readonly reason: string }
  | { readonly state: 'missing' }
  | { readonly state: 'notAnswered' }
  | {
      readonly state: 'limited';
      /** Unsafe situations have a count of their own. */
      readonly bucket:
        | 'submissions'
        | 'unsafe'
        | 'messages'
        | 'unsafe-messages'
        | 'replies'
        | 'publishes'
        | 'hint-events'
        | 'hint-assets'
        | 'hint-drafts';
      readonly perHour: number;
      readonly retryAfterSeconds: number;
    }
  | {
      readonly state: 'full';
      /** `agents`: what agents attached for the organisation in the past day. `hints`: its pictures of hints. */
      readonly whose: 'owner' | 'organisation' | 'agents' | 'hints';
      readonly limitBytes: number;
      /** When some of it fits again; left out: within a day. */
      readonly retryAfterSeconds?: number;
    };

/** Submissions as their asker sees them. */
export interface SubmissionStore {
  /** What a repeat of this PUT would get; nothing when the id is new. Asked before any limit is judged. */
  repeated(
    item: Identified & { readonly submission: Submission },
    asker: Asker,
  ): Promise<Outcome<SubmissionView> | undefined>;
  accept(item: Identified & { readonly submission: Submission }, asker: Asker): Promise<Outcome<SubmissionView>>;
  /** What the id of a mail stands for already in this organisation; nothing when it is new. */
  mailed(id: Id, organisation: string): Promise<Outcome<SubmissionView> | undefined>;
  /** Takes in what a mail brought, for somebody who was here before. What that person sends under the same id takes its place. */
  acceptMailed(
    item: { readonly id: Id; readonly submission: Submission },
    organisation: string,
  ): Promise<Outcome<SubmissionView>>;
  view(id: Id, asker: Asker): Promise<SubmissionView | undefined>;
  list(page: { readonly after: number; readonly limit: number }, asker: Asker): Promise<SubmissionPage>;
}

/** Conversations as their asker sees them. */
export interface ConversationStore {
  /** Reading it is written down. */
  conversation(question: Id, asker: Asker, requestId: string): Promise<Conversation | undefined>;
  addMessage(
    item: Identified & { readonly question: Id; readonly message: Message },
    asker: Asker,
  ): Promise<Outcome<undefined>>;
  act(item: Identified & { readonly question: Id; readonly action: Action }, asker: Asker): Promise<Outcome<undefined>>;
  /** Remembers how far the asker has read; false when the question is not theirs. */
  markRead(question: Id, upTo: number, asker: Asker): Promise<boolean>;
}

/** What changed for one asker, in order, without holes. */
export interface ChangeStore {
  changes(after: number, asker: Asker): Promise<ChangePage>;
  /** Resolves after the next commit that concerns this asker, or when `signal` ends it. */
  nextChange(asker: Asker, signal: AbortSignal): Promise<void>;
}

/** Questions as agents see them. Every reading of content is a row in the access log. */
export interface InboxStore {
  /** A list shows first words and names, so it is written down: one row per organisation. */
  inbox(filter: 'unanswered' | 'open' | 'all', by: AgentRequest): Promise<InboxPage>;
  openQuestion(question: Id, by: AgentRequest): Promise<AgentQuestion | undefined>;
  /** What changed anywhere. */
  inboxChanges(after: number): Promise<ChangePage>;
  nextInboxChange(signal: AbortSignal): Promise<void>;
  reply(
    item: Identified & { readonly question: Id; readonly reply: AgentReply },
    agent: Agent,
  ): Promise<Outcome<undefined>>;
  setStatus(question: Id, status: AgentStatus['status']): Promise<Outcome<undefined>>;
  /** Gives a secret that opens one attachment once; nothing when there is nothing to see. `use` is what the access log says. */
  grant(
    attachment: Id,
    by: AgentRequest & { readonly use: ContentUse },
  ): Promise<{ readonly secret: string; readonly expiresAt: string } | undefined>;
  /** Uses a secret up. */
  redeem(secret: string): Promise<StoredAttachment | undefined>;
}

/** Who saw what. */
export interface AccessStore {
  /** A page of the access log, newest first; reading it is written down. */
  accesses(filter: AccessFilter, by: AgentRequest): Promise<AccessPage>;
  /** Proves that no row was changed or taken out, or tells the first that was. */
  checkAccesses(): Promise<AccessCheck>;
}

/** Pairs of keys, one per person and device: what that device keeps can be opened with them only. */
export interface DeviceKeyStore {
  /** Gives the pair of a device, made at the first call. `gone` once it was revoked or not asked for in 400 days. */
  deviceKey(
    device: Id,
    asker: Asker,
  ): Promise<{ readonly state: 'created' | 'same'; readonly value: DeviceKey } | { readonly state: 'gone' }>;
  /** Erases the private half: nothing that was sealed to it can ever be opened again. */
  revokeDeviceKey(device: Id, asker: Asker): Promise<void>;
}

/** Everything the receiver remembers. */
export interface Store
  extends
    SubmissionStore,
    AttachmentStore,
    ConversationStore,
    ChangeStore,
    InboxStore,
    AccessStore,
    RetentionStore,
    DeviceKeyStore,
    OutgoingStore,
    HintStore {}

/** Who signed tokens may come from. */
export interface Issuer {
  readonly iss: string;
  readonly kid: string;
  readonly algorithm: 'EdDSA' | 'ES256';
  /** The public key, as a JWK. */
  readonly publicKey: Readonly<Record<string, unknown>>;
  /** The one organisation this key speaks for; absent for the agents' issuer. */
  readonly organisation?: Organisation;
}

/** What the receiver is told by its operator. */
export interface Settings {
  readonly audience: string;
  readonly askerIssuers: readonly Issuer[];
  readonly agentIssuers: readonly Issuer[];
  /** Other origins whose pages may call, exactly as browsers send them. */
  readonly origins: readonly string[];
  /** Prefix of addresses of granted content: another origin, or empty for this one. */
  readonly contentOrigin: string;
}

/** The world as the receiver sees it. */
export interface Ports {
  readonly store: Store;
  readonly blobs: BlobStore;
  /** A folder on the disk of the blobs, for files that are still growing. */
  readonly spoolFolder: string;
  readonly clock: Clock;
  readonly log: ReceiverLog;
  readonly settings: Settings;
}
