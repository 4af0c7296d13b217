import { Type } from 'typebox';
import type { HintFinding } from '../../../src/protocol/index';
import { Refusal } from '../problem';
import { EnvironmentNameSchema } from '../schema/hints';
import { strict } from '../schema/primitives';

/** Where nothing else is said. */
export const ENVIRONMENT = 'productie';
/** Which document, in an address. */
export const place = { env: Type.Optional(EnvironmentNameSchema) };
export const Place = strict(place);

const MAX_ERRORS = 100;

/** What can not be taken, with each fault. */
export const invalidHints = (detail: string, findings: readonly HintFinding[]): Refusal =>
  new Refusal('invalid-hints', detail, { extra: { errors: findings.slice(0, MAX_ERRORS) } });
