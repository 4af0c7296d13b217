import { afterAll, beforeAll, expect, test } from 'vitest';
import { Compile } from 'typebox/schema';
import { startReceiver, type ReceiverUnderTest } from './receiverUnderTest';
import { aPng, aSubmission, aWireQuestion, manifestOf } from './wire';

type Json = Record<string, unknown>;
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, Json>>;
}

let receiver: ReceiverUnderTest;
let document: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
};

beforeAll(async () => {
  receiver = await startReceiver();
  document = (await receiver.app.inject({ method: 'GET', url: '/v1/openapi.json' })).json();
});
afterAll(() => receiver.close());

test('describes every address of the protocol of this version', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual([
    '/agent/access/check',
    '/agent/access/purges',
    '/agent/access/search',
    '/agent/attachments/{aid}',
    '/agent/attachments/{aid}/grant',
    '/agent/changes',
    '/agent/mails',
    '/agent/outgoing',
    '/agent/outgoing/again',
    '/agent/questions',
    '/agent/questions/{qid}',
    '/agent/questions/{qid}/replies/{mid}',
    '/agent/questions/{qid}/status',
    '/attachments',
    '/attachments/{aid}',
    '/attachments/{aid}/content',
    '/changes',
    '/content/{secret}',
    '/events',
    '/hints/assets/{asset}',
    '/hints/audit',
    '/hints/content/{which}',
    '/hints/drafts',
    '/hints/drafts/{id}',
    '/hints/events/{batch}',
    '/hints/history',
    '/hints/index',
    '/hints/pause',
    '/hints/publish',
    '/hints/report',
    '/hints/revisions',
    '/hints/revisions/{revision}',
    '/hints/rollback',
    '/hints/validate',
    '/me',
    '/me/device-keys/{device}',
    '/openapi.json',
    '/questions/{qid}',
    '/questions/{qid}/actions/{id}',
    '/questions/{qid}/messages/{mid}',
    '/questions/{qid}/read',
    '/submissions',
    '/submissions/{sid}',
  ]);
});

test('leaves out no route that answers', () => {
  const table = receiver.app.printRoutes({ commonPrefix: false });
  const routes = [...table.matchAll(/(\/v1\S*)? ?\(([A-Z, ]+)\)/g)];
  expect(routes.length).toBeGreaterThan(10);
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of Object.keys(operations)) {
      expect(
        receiver.app.hasRoute({ method: method.toUpperCase(), url: `/v1${path.replace(/\{(\w+)\}/g, ':$1')}` }),
        `${method} ${path}`,
      ).toBe(true);
    }
  }
});

test('is whole: every reference leads somewhere, every name in a path is a parameter, no operation is named twice', () => {
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
    expect(document.components.schemas, name).toHaveProperty([name ?? '']);
  expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.values(methods).map((operation) => ({ path, operation })),
  );
  for (const { path, operation } of operations) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(operation.parameters?.filter((one) => one.in === 'path').map(({ name }) => name) ?? [], path).toEqual(named);
    expect(
      Object.keys(operation.responses).every((status) => /^[1-5]\d\d$/.test(status)),
      path,
    ).toBe(true);
  }
  const names = operations.map(({ operation }) => operation.operationId);
  expect(new Set(names).size).toBe(names.length);
});

test('holds only what JSON Schema 2020-12 knows', () => {
  const visit = (schema: unknown): void => {
    if (Array.isArray(schema)) return schema.forEach(visit);
    if (typeof schema !== 'object' || schema === null) return undefined;
    expect(schema).not.toHaveProperty('additionalItems');
    if ('items' in schema) expect(Array.isArray(schema.items)).toBe(false);
    return Object.values(schema).forEach(visit);
  };
  visit(document.components.schemas);
});

test('accepts what the receiver accepts and refuses what it refuses', () => {
  const validator = Compile({ $ref: '#/components/schemas/Submission', components: document.components });
  const picture = manifestOf(aPng(1000));
  const good = aSubmission('A'.repeat(43), {
    questions: [aWireQuestion({ attachments: [picture.id] })],
    attachments: [picture],
  });
  expect(validator.Check(good)).toBe(true);
  expect(validator.Check({ ...good, more: 1 })).toBe(false);
  expect(validator.Check({ ...good, questions: [] })).toBe(false);
});
