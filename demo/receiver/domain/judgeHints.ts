import {
  checkHints,
  decodeHints,
  finding,
  migrateHints,
  stopsPublishing,
  type FactDefinition,
  type HintDocument,
  type HintFinding,
} from '../../../src/protocol/index';

/** What a document is, and everything that is said of it. */
export interface Judged {
  /** Nothing when it can not be read. */
  readonly document?: HintDocument;
  readonly findings: readonly HintFinding[];
  readonly isGood: boolean;
}

const ENVIRONMENT = /^[a-z0-9-]{1,40}$/;

/** What is known beside a document. */
interface JudgedWith {
  readonly now: number;
  readonly facts?: readonly FactDefinition[] | undefined;
  /** The pictures that are kept. */
  readonly assets: readonly string[];
}

/** Reads a document and judges it as the designer does: what a browser says of it is not believed. */
export function judgeHints(given: unknown, { now, facts, assets }: JudgedWith): Judged {
  const decoded = decodeHints(migrateHints(given));
  if (!decoded.ok) return { findings: decoded.problem, isGood: false };
  const document = decoded.value;
  const today = dayIn(document.policy.timezone, now);
  const findings = [
    ...(ENVIRONMENT.test(document.environment)
      ? []
      : [finding('V01', '/environment', 'This should be small letters, digits and dashes.')]),
    ...(today === undefined
      ? [finding('V01', '/policy/timezone', 'This should be a zone such as Europe/Amsterdam.')]
      : []),
    ...checkHints(document, { today: today ?? dayIn('UTC', now) ?? '', assets, ...(facts && { facts }) }),
  ];
  return { document, findings, isGood: !findings.some(stopsPublishing) };
}

/** `2026-03-02` there; nothing when there is no such zone. */
function dayIn(timeZone: string = 'Europe/Amsterdam', now: number): string | undefined {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  } catch {
    return undefined;
  }
}
