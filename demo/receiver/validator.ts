import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Convert } from 'typebox/value';
import type { Problem } from '../../src/protocol/index';
import { Refusal } from './problem';

type Checked = { readonly value: unknown } | { readonly error: Refusal };

/** Creates the check of one part of a request. Texts in an address are read as the numbers they stand for; a body is taken as it is. */
export function createValidator(schema: TSchema, part: string | undefined): (value: unknown) => Checked {
  const validator = Compile(schema);
  return (given) => {
    const value = part === 'querystring' ? Convert(schema, given) : given;
    return validator.Check(value) ? { value } : { error: refusal(validator.Errors(value), part) };
  };
}

interface Found {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: object;
}

/** Says where and what was expected, never the value itself: it may be personal. */
function refusal(found: readonly Found[], part: string | undefined): Refusal {
  const unknown = found.filter((error) => error.keyword === 'additionalProperties').flatMap(unknownMembers);
  if (unknown.length > 0)
    return new Refusal('unknown-member', `The ${partName(part)} has a member that is not known`, {
      extra: { errors: unknown.slice(0, 20) },
    });
  const errors = found.slice(0, 20).map(({ instancePath, keyword }) => ({ pointer: instancePath, code: keyword }));
  return new Refusal('malformed', `The ${partName(part)} is not as described in openapi.json`, { extra: { errors } });
}

function unknownMembers({ instancePath, params }: Found): NonNullable<Problem['errors']> {
  const names =
    'additionalProperties' in params && Array.isArray(params.additionalProperties) ? params.additionalProperties : [];
  return names.map((name) => ({
    pointer: `${instancePath}/${String(name).slice(0, 64).replace(/~/g, '~0').replace(/\//g, '~1')}`,
    code: 'unknown-member',
  }));
}

const partName = (part: string | undefined): string => (part === 'body' || part === 'headers' ? part : 'address');
