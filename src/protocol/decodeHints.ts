import { fail, succeed, type Result } from '../foundation/result';
import type { HintDocument, HintPolicy } from './hint';
import { anyText, audience, duration, hint, line, LOCALE, NAME, target } from './readHint';
import { listOf, namesOf, oneWordOf, shapeOf, textOf, wholeOf, type HintFinding, type Reader } from './readShape';

/**
 * Reads a hint document of this format, strictly: what `docs/hints.schema.json` accepts, member by member, into fresh objects.
 * Every fault is a V01 with its place. What a schema can't say is in `checkHints`.
 */
export function decodeHints(value: unknown): Result<HintDocument, readonly HintFinding[]> {
  const findings: HintFinding[] = [];
  const read = document(value, { pointer: '', depth: 0, findings });
  return read === undefined ? fail(findings) : succeed(read);
}

const ROUTE = /^\/([A-Za-z0-9_.~-]+|:[A-Za-z][A-Za-z0-9]*)?(\/([A-Za-z0-9_.~-]+|:[A-Za-z][A-Za-z0-9]*))*(\/\*)?$/u;

const clock = textOf({ pattern: /^\d\d:\d\d$/u, expected: 'a time such as 22:30' });
const locale = textOf({ pattern: LOCALE, expected: 'a language such as nl or en-GB' });

const quietHours = shapeOf({ days: listOf(wholeOf({ min: 1, max: 7 })), from: clock, to: clock }, {});
const policy: Reader<HintPolicy> = shapeOf(
  {},
  {
    timezone: anyText,
    maxInterruptingPerSession: wholeOf({ min: 0, max: 5 }),
    maxInterruptingPerDay: wholeOf({ min: 0, max: 20 }),
    minGap: duration,
    quietHours: listOf(quietHours, { max: 14 }),
    quietWhen: audience,
    groups: namesOf(shapeOf({}, { maxActive: wholeOf({ min: 1, max: 5 }), cooldown: duration })),
  },
);

const document: Reader<HintDocument> = shapeOf(
  {
    format: oneWordOf(['cliendo.hints']),
    version: oneWordOf([1]),
    revision: wholeOf({ min: 1, max: Infinity }),
    environment: line(40),
    defaultLocale: locale,
    routes: namesOf(textOf({ pattern: ROUTE, max: 200, expected: 'a path such as /clienten/:ref or /agenda/*' }), {
      max: 500,
    }),
    policy,
    targets: namesOf(target, { max: 2000, name: NAME }),
    hints: listOf(hint, { max: 2000 }),
  },
  {
    publishedAt: anyText,
    publishedBy: line(80),
    minRuntime: textOf({ pattern: /^\d+\.\d+\.\d+$/u, expected: 'a version such as 1.0.0' }),
    factCatalog: anyText,
    segments: namesOf(audience, { max: 100 }),
  },
);
