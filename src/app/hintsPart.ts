import type { FactType, HintEvent } from '../protocol';
import type { Explanation } from '../hints';

/** A value that conditions of hints can ask for: a date as `2026-03-02`, a set as a list. */
export type HintFactValue = string | number | boolean | readonly string[];

/**
 * Something that the host tells about the person or the organisation, so that hints can ask for it.
 * It stays in the browser: conditions are judged here, and nothing of it is sent.
 */
export interface HintFact {
  /** `user.…` or `org.…`, such as `user.functie`. Others are ours. */
  readonly key: string;
  /** What designers read, such as `'Functie'`. */
  readonly label: string;
  /** What kind of value it is. A value of another kind counts as not known, and then the hint does not show. */
  readonly type: FactType;
  /**
   * The value, or a function that gives it now; nothing when it is not known. A function is asked after each change of page and stays after
   * a sign-out, for the next person; a plain value goes with the person it is of.
   */
  readonly value: HintFactValue | (() => HintFactValue | undefined);
  /** Whether it may stand in the text of a hint, as `{{user.voornaam}}`. Default `false`. */
  readonly displayable?: boolean;
}

/** What happened with a hint. */
export type HintNews = Pick<HintEvent, 'hint' | 'what' | 'step' | 'where' | 'level'>;

/** Hints that run for whoever is signed in; for nobody all of it does nothing. */
export interface HintsPart {
  defineFacts(facts: readonly HintFact[]): void;
  setRoute(names: string | readonly string[]): void;
  track(event: string): void;
  reportError(code: string): void;
  /** Shows one; `false` when it can't be. */
  start(hint: string): Promise<boolean>;
  stop(): void;
  reset(hint: string): void;
  list(): Promise<readonly ListedHint[]>;
  explain(hint: string): Promise<Explanation>;
  /** Whether the person wants none that come by themselves, and the switch for it. */
  isOff(): boolean;
  turnOff(isOff: boolean): void;
  /** The person signs out: nothing of hints is on the screen any more; resolves when what was done is put away. */
  leave(): Promise<void>;
}

/** A hint of the page that is open, which can be shown by hand. */
export interface ListedHint {
  /** For `support.hints.start`. */
  readonly id: string;
  /** In the language of the person. */
  readonly title: string;
  /** Whether the panel offers it: what follows an error or presses again and again (`rageClick`) it leaves out. */
  readonly isOffered: boolean;
}

/** Hints, as the core sees them: fetched when the page is idle and somebody is signed in; what is said before waits. */
export interface HintsHolder {
  /** The page is idle: from now on they may come. */
  begin(): void;
  /** Says something, now or as soon as they are here. */
  tell(say: (hints: HintsPart) => void): void;
  leave(): Promise<void>;
  /** Asks something; `otherwise` while nobody is signed in, or with `hints: false`. */
  ask<Answer>(ask: (hints: HintsPart) => Promise<Answer>, otherwise: Answer): Promise<Answer>;
}
