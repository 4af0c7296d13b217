import type { HostContext } from '../host';
import type { MailContent } from '../protocol/mail';
import type { Submission } from '../protocol/submission';
import type { Backend } from '../delivery';
import type { HintFact } from './hintsPart';

/** The registers and languages that ship. `nl` says *je*, `nl-x-formeel` says *u*. */
export type LocaleName = 'nl' | 'nl-x-formeel' | 'en';

/** Why a token is asked for. */
export interface AuthRequest {
  /** The first time, 60 seconds before expiry, or after a 401. */
  readonly reason: 'start' | 'expired' | 'renew';
}

/** Gives the signed token of the person who is logged in, from the host's own back end. */
export type Auth = (request: AuthRequest) => Promise<string>;

/** What the host's words are: a list, a loaded translation object, or a function that gives one of these. */
export type InterfaceTexts = readonly string[] | { readonly [key: string]: unknown } | (() => InterfaceTexts);

/** What may go along beside a question. `trail` is what the person did: steps and screens. */
export type Collected = 'place' | 'trail' | 'errors' | 'failedRequests' | 'environment';

/** How hints are joined with the host. */
export interface HintSettings {
  /** The host said something about hints: then who is signed in is asked for their sake too. */
  readonly isGiven: boolean;
  readonly facts: readonly HintFact[];
  /** Names and what designers call them; an empty list is no list. */
  readonly events: readonly { readonly name: string; readonly label: string }[];
  /** What of the address names a page; with `host` only the host does. */
  readonly route: 'path' | 'hash' | 'host';
  /** What a path begins with that is no part of it. */
  readonly basePath: string;
  /** The key that goes round between page, hint and panel. */
  readonly shortcut: string | false;
  readonly testIdAttribute: string;
  /** Dims the page around the place of a tour. */
  readonly spotlight: boolean;
  /** Lets the place of what only explains point to its words. */
  readonly describeTargets: boolean;
  /** Goes to a path of the host; absent: the browser does. */
  readonly navigate: ((path: string) => void) | undefined;
}

/** Options after decoding: the same members, complete, checked, with defaults. Everything behind the edge reads only this. */
export interface Settings {
  readonly backend: string | Backend;
  readonly auth: Auth | undefined;
  readonly brand: { readonly name: string };
  readonly locale: LocaleName;
  readonly messages: Readonly<Record<string, string>>;
  readonly launcher: boolean;
  readonly shortcut: string | false;
  readonly panel: { readonly side: 'left' | 'right'; readonly width: number };
  readonly theme: {
    readonly scheme: 'auto' | 'light' | 'dark';
    readonly density: 'normal' | 'compact';
  };
  readonly context: () => HostContext;
  readonly places: Readonly<Record<string, string>>;
  /** Taken out of `places`, where the host put it. */
  readonly passThrough: readonly string[];
  readonly collect: readonly Collected[];
  readonly privacy: {
    readonly interfaceTexts: InterfaceTexts;
    readonly interfaceAssets: readonly string[];
    readonly review: 'risk' | 'always';
    readonly names: () => readonly string[];
  };
  readonly moment: { readonly picture: boolean; readonly steps: number | false };
  readonly capture: {
    readonly recording: {
      readonly enabled: boolean;
      readonly seconds: number;
      readonly extendSeconds: number;
      readonly microphone: boolean;
    };
  };
  readonly keys: { readonly pause: string | false; readonly stop: string | false };
  /** Absent where the host sets no limit of its own. */
  readonly limits: {
    readonly fileBytes: number | undefined;
    readonly files: number | undefined;
    readonly submissionBytes: number | undefined;
    readonly questions: number | undefined;
  };
  readonly storage: { readonly mode: 'device' | 'memory'; readonly ttlHours: number; readonly encrypt: boolean };
  /** Where a question may be mailed to when it does not get through; empty: the person fills it in. */
  readonly contact: { readonly email: string };
  readonly mailFallback: MailContent;
  /** `false` loads nothing of hints. */
  readonly hints: HintSettings | false;
  readonly hooks: {
    readonly beforeSend: ((submission: Submission) => Submission | false | Promise<Submission | false>) | undefined;
  };
}
