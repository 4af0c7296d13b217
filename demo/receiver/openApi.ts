import type { TSchema } from 'typebox';
import { PROBLEMS, type ProblemName } from '../../src/protocol/index';
import { WEBHOOK_EVENTS, type WebhookEvent } from './outgoingPort';
import type { RouteContract } from './routes/route';
import { components } from './schema/components';

type Json = { readonly [member: string]: unknown };

/** Problems that any route may answer with. */
const ALWAYS: readonly ProblemName[] = [
  'malformed',
  'forbidden-origin',
  'method-not-allowed',
  'internal',
  'maintenance',
  'storage-full',
];
const WITH_TOKEN: readonly ProblemName[] = ['token-missing', 'token-expired', 'token-invalid'];
const WITH_BODY: readonly ProblemName[] = ['unknown-member', 'too-large', 'unsupported-type'];

/** Makes the OpenAPI 3.1 document from the very contracts that the routes are validated with. */
export function openApiDocument(contracts: readonly RouteContract[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const contract of contracts) {
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cliendo support receiver',
      version: '1',
      description: 'How questions are sent, followed and answered. Only additions are made within a version.',
    },
    servers: [{ url: '/v1' }],
    paths,
    webhooks: Object.fromEntries(WEBHOOK_EVENTS.map((event) => [event, { post: webhookOperation(event) }])),
    components: {
      schemas: Object.fromEntries(Object.entries(components).map(([name, schema]) => [name, written(schema, name)])),
      securitySchemes: {
        asker: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'From the back end of the host: typ cliendo-support+jwt, ten minutes at most.',
        },
        agent: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'With a second factor; audience agent.',
        },
      },
    },
  };
}

function operationOf(contract: RouteContract): Json {
  const headers =
    contract.digest === 'needed'
      ? [
          {
            name: 'Content-Digest',
            in: 'header',
            required: true,
            schema: { type: 'string' },
            description: 'SHA-256 of the body, RFC 9530.',
          },
        ]
      : [];
  const parameters = [
    ...parametersOf(contract.params, 'path'),
    ...parametersOf(contract.query, 'query'),
    ...parametersOf(contract.headers, 'header'),
    ...headers,
  ];
  return {
    summary: contract.summary,
    operationId: operationName(contract),
    ...(contract.caller !== 'anyone' && { security: [{ [contract.caller]: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...bodyOf(contract),
    responses: responsesOf(contract),
  };
}

const WEBHOOKS: Readonly<Record<WebhookEvent, string>> = {
  'submission.received': 'A submission came in, by mail or from the device; what came by mail first is told again',
  'question.changed': 'A question has another status',
  'message.added': 'Somebody wrote, which may also have changed the status',
  'attachment.changed': 'An attachment arrived, was refused, or was erased',
};

/** What is asked of whoever wants to be told: to answer 2xx, and to know an id that comes again. */
function webhookOperation(event: WebhookEvent): Json {
  const header = (name: string, description: string): Json => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string' },
    description,
  });
  return {
    summary: WEBHOOKS[event],
    operationId: event.replace(/\.(\w)/, (_whole, letter: string) => letter.toUpperCase()),
    parameters: [
      header('webhook-id', 'Of this delivery: the same at each try. Remember it, and take it once.'),
      header(
        'webhook-timestamp',
        'When this try was made, in seconds since 1970. Refuse what is older than five minutes.',
      ),
      header(
        'webhook-signature',
        'v1, and the base64 HMAC-SHA256 of `id.timestamp.body`; one per secret, with spaces between.',
      ),
    ],
    requestBody: { required: true, content: { 'application/json': { schema: written(components['WebhookBody']) } } },
    responses: {
      '2XX': { description: 'Taken: it is not sent again' },
      '410': { description: 'Never: it is not tried again' },
      default: { description: 'Tried again, twenty times in all' },
    },
  };
}

/** `GET /questions/{qid}` becomes `getQuestionsQid`. */
const operationName = ({ method, path }: RouteContract): string =>
  method.toLowerCase() + path.replace(/[^A-Za-z]+([A-Za-z])?/g, (_whole, letter: string = '') => letter.toUpperCase());

function parametersOf(schema: TSchema | undefined, place: 'path' | 'query' | 'header'): readonly Json[] {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, TSchema>;
    required?: readonly string[];
  }; // parameters are always objects
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: written(member),
  }));
}

function bodyOf({ body, bytes }: RouteContract): Json {
  if (body !== undefined)
    return { requestBody: { required: true, content: { 'application/json': { schema: written(body) } } } };
  return bytes === undefined ? {} : { requestBody: { required: true, content: { [bytes]: { schema: {} } } } };
}

function responsesOf(contract: RouteContract): Json {
  const answers = Object.entries(contract.answers).map(([status, { description, schema, type }]) => [
    status,
    {
      description,
      ...(schema && { content: { 'application/json': { schema: written(schema) } } }),
      ...(type && { content: { [type]: { schema: {} } } }),
    },
  ]);
  const names = new Set([
    ...ALWAYS,
    ...(contract.caller === 'anyone' ? [] : WITH_TOKEN),
    ...(contract.body ? WITH_BODY : []),
    ...contract.problems,
  ]);
  const byStatus = new Map<number, ProblemName[]>();
  for (const name of names) byStatus.set(PROBLEMS[name][0], [...(byStatus.get(PROBLEMS[name][0]) ?? []), name]);
  const problems = [...byStatus].map(([status, found]) => [
    String(status),
    {
      description: found.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries([...answers, ...problems]);
}

const nameOf = new Map<unknown, string>(Object.entries(components).map(([name, schema]) => [schema, name]));

/** Writes a schema as JSON Schema 2020-12: named ones as references, tuples with `prefixItems`. `self` is the component being written itself. */
function written(schema: unknown, self?: string): unknown {
  if (Array.isArray(schema)) return schema.map((member) => written(member));
  if (typeof schema !== 'object' || schema === null) return schema;
  const name = nameOf.get(schema);
  if (name !== undefined && name !== self) return { $ref: `#/components/schemas/${name}` };
  return Object.fromEntries(Object.entries(schema).flatMap(([key, value]) => writtenMember(key, value, schema)));
}

function writtenMember(key: string, value: unknown, schema: object): readonly (readonly [string, unknown])[] {
  if (key === '$ref') return [['$ref', `#/components/schemas/${String(value)}`]];
  const isTuple = 'items' in schema && Array.isArray(schema.items);
  if (isTuple && key === 'items')
    return [
      ['prefixItems', written(value)],
      ['items', false],
    ];
  return isTuple && key === 'additionalItems' ? [] : [[key, written(value)]];
}
