import type { Backend, Call, HintPicture } from '../../delivery';
import type { Id } from '../../foundation/id';

/** Somebody in whose name a rule acts. */
export interface TestPerson {
  /** What `/me` gives: base64url SHA-256 of `iss \n org \n sub`. */
  readonly owner: string;
  /** The token and language that their requests carry. */
  readonly call: Call;
}

/** What you hand to the contract: a backend and two people it knows. Make a new one for each rule. */
export interface BackendUnderTest {
  /** What is tested. */
  readonly backend: Backend;
  /** A person who has sent nothing yet. */
  readonly asker: TestPerson;
  /** Another person of the same organisation. */
  readonly stranger: TestPerson;
  /** Lets an agent answer a question, as your inbox does. Rules with `needsReply` use it. */
  reply?(question: Id, text: string): Promise<void>;
  /** Publishes a hint document, as your publisher does. Left out, the rules about what is live prove nothing. */
  publishHints?(document: object): Promise<void>;
  /** Keeps a picture as your designers do, and gives the name under which words name it. Left out, the rule about pictures proves nothing. */
  keepHintAsset?(picture: HintPicture): Promise<string>;
}

/** One thing that every backend must do. */
export interface ContractRule {
  /** A sentence: the name of your test. */
  readonly name: string;
  /** Whether it needs `BackendUnderTest.reply`. */
  readonly needsReply: boolean;
  /** Resolves when the backend does it; rejects with what it did instead. */
  run(subject: BackendUnderTest): Promise<void>;
}

/** Writes a rule down. */
export const rule = (name: string, run: (subject: BackendUnderTest) => Promise<void>): ContractRule => ({
  name,
  needsReply: false,
  run,
});

/** Writes a rule down that needs an agent. */
export const ruleWithReply = (
  name: string,
  run: (subject: BackendUnderTest & Required<Pick<BackendUnderTest, 'reply'>>) => Promise<void>,
): ContractRule => ({
  name,
  needsReply: true,
  run: ({ reply, ...subject }) => {
    if (!reply) throw new Error('This rule needs `reply`: filter on `needsReply` to leave it out.');
    return run({ ...subject, reply });
  },
});
