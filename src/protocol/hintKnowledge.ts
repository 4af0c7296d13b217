/** What a fact is, as the host has registered it. */
export interface FactDefinition {
  readonly key: string;
  /** How designers see it. */
  readonly label: string;
  readonly type: FactType;
  /** Whether it says something about a person. */
  readonly personal?: boolean;
  /** Whether it may stand in a text, as `{{user.voornaam}}`. */
  readonly displayable?: boolean;
}

/** Which operators and values fit. */
export type FactType = 'enum' | 'set' | 'number' | 'boolean' | 'date' | 'text';

/** What is known beside the document. Left out is not known: references to it are not judged. */
export interface HintKnowledge {
  /** Today in the time zone of the policy, `2026-03-02`. */
  readonly today: string;
  readonly facts?: readonly FactDefinition[];
  readonly events?: readonly string[];
  readonly articles?: readonly string[];
  readonly videos?: readonly string[];
  /** Pictures that were sent. */
  readonly assets?: readonly string[];
}
