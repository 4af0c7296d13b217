/** Who asks a receiver for something, as a checked token tells it, and where they belong. */
import type { FactDefinition, MailContent } from '../../src/protocol/index';
import type { HintRole } from './hintPort';

/** An organisation as the operator has set it up. */
export interface Organisation {
  /** Letters, digits and dashes: it is part of the keys of bytes. */
  readonly id: string;
  readonly name: string;
  /** What may go by ordinary mail when sending does not get through. Left out: words only. */
  readonly mailFallback?: MailContent;
  /** How askers are told by mail that there is an answer. Left out: they are not. */
  readonly answerMail?: AnswerMail;
  /** What hints may ask about people and the app; left out, conditions on `user` and `org` are not judged. */
  readonly hintFacts?: readonly FactDefinition[];
  /** At most one (I9). `sub` is how the host's tokens name this person. */
  readonly contactPerson?: { readonly sub: string; readonly name: string };
}

/** The languages of a mail. */
export type MailLanguage = 'nl' | 'nl-x-formeel' | 'en';

/** What an organisation has set about mail to its people. It never holds anything of a question. */
export interface AnswerMail {
  /** Where they log in. `{number}` in it becomes the number of the question, for an app that opens it. */
  readonly appUrl: string;
  /** Default: `nl`. */
  readonly language?: MailLanguage;
  /** Of the contact person, for askers who have no address. Left out: those are not told. */
  readonly contactEmail?: string;
}

/** Somebody who asks, as a checked token tells it. */
export interface Asker {
  readonly owner: string;
  readonly organisation: Organisation;
  readonly name: string;
  readonly role: 'user' | 'contactPerson';
  /** What they may do with hints. Left out: get them. */
  readonly hintRole?: HintRole;
  /** Where they want to be told of an answer. Left out: nowhere. */
  readonly email?: string;
}

/** Somebody who answers, as a checked token tells it. */
export interface Agent {
  readonly id: string;
  readonly name: string;
  /** Who answers for what this agent does, where that is somebody else. */
  readonly onBehalfOf?: string;
  /** Whether this agent looks after the access log: nobody else sees it. */
  readonly reviewsLog: boolean;
}

/** An agent who asks for something, and the request that the access log names. */
export interface AgentRequest {
  readonly agent: Agent;
  readonly requestId: string;
}
