import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { ProblemName } from '../../../src/protocol/index';
import type { TokenCheck } from '../auth';
import { checkDigest } from '../contentDigest';
import type { Agent, Asker } from '../callers';
import type { Ports } from '../ports';

/** Who may call a route, and as whom they are known there. */
export interface Callers {
  asker: Asker;
  agent: Agent;
  anyone: undefined;
}

/** What a route takes and gives: Fastify validates with it, and `openapi.json` is made from it. */
export interface RouteContract<
  Caller extends keyof Callers = keyof Callers,
  Params extends TSchema = TSchema,
  Query extends TSchema = TSchema,
  Body extends TSchema = TSchema,
> {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** As OpenAPI writes it: `/submissions/{sid}`. */
  readonly path: string;
  readonly summary: string;
  readonly caller: Caller;
  readonly params?: Params;
  readonly query?: Query;
  /** Headers that this route reads, as texts. */
  readonly headers?: TSchema;
  readonly body?: Body;
  /** A body of plain bytes, read by the route itself. */
  readonly bytes?: string;
  /** How large a body may be; default: as large as a submission. */
  readonly maxBytes?: number;
  /** Whether `Content-Digest` must be there. It is always compared when it is. */
  readonly digest?: 'needed';
  readonly answers: Readonly<
    Record<number, { readonly description: string; readonly schema?: TSchema; readonly type?: string }>
  >;
  readonly problems: readonly ProblemName[];
}

/** One request, checked. */
export interface Call<Caller extends keyof Callers, Params, Query, Body> {
  readonly caller: Callers[Caller];
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Digest of the raw bytes of the body, as `Content-Digest` writes it. */
  readonly digest: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Where routes are added, and what they use. */
export interface RouteScope {
  readonly app: FastifyInstance;
  readonly ports: Ports;
  readonly tokens: TokenCheck;
  /** The raw bytes of JSON bodies and of pictures. */
  readonly rawBodies: WeakMap<FastifyRequest, Uint8Array>;
  /** Every contract that was added, for the document and for 405. */
  readonly contracts: RouteContract[];
  /** Ends when the receiver stops: whoever waits, stops waiting. */
  readonly stopping: AbortSignal;
}

/** Adds one route. The caller is known and every part is valid before `answer` runs; what it returns is sent as JSON. */
export function addRoute<
  Caller extends keyof Callers,
  Params extends TSchema,
  Query extends TSchema,
  Body extends TSchema,
>(
  scope: RouteScope,
  contract: RouteContract<Caller, Params, Query, Body>,
  answer: (call: Call<Caller, Static<Params>, Static<Query>, Static<Body>>) => Promise<unknown>,
): void {
  scope.contracts.push(contract);
  const callers = new WeakMap<FastifyRequest, Callers[Caller]>();
  scope.app.route({
    method: contract.method,
    url: fastifyPath(contract.path),
    exposeHeadRoute: false,
    ...(contract.maxBytes !== undefined && { bodyLimit: contract.maxBytes }),
    schema: {
      ...(contract.params && { params: contract.params }),
      ...(contract.query && { querystring: contract.query }),
      ...(contract.headers && { headers: contract.headers }),
      ...(contract.body && { body: contract.body }),
    },
    onRequest: async (request) => {
      callers.set(request, await callerOf(scope.tokens, contract.caller, request));
    },
    handler: async (request, reply) => {
      const digest = checkDigest(
        scope.rawBodies.get(request) ?? new Uint8Array(),
        headerOf(request, 'content-digest'),
        contract.digest === 'needed',
      );
      const { params, query, body } = request as unknown as Pick<
        Call<Caller, Static<Params>, Static<Query>, Static<Body>>,
        'params' | 'query' | 'body'
      >; // validated with these very schemas
      const caller = callers.get(request) as Callers[Caller]; // set in onRequest, which would have thrown
      return answer({ caller, params, query, body, digest, request, reply });
    },
  });
}

/** Answers every other method on the known paths with 405. Called once, after the last route. */
export function refuseOtherMethods(scope: RouteScope, refuse: (allow: string) => never): void {
  const all: readonly HTTPMethods[] = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS'];
  for (const path of new Set(scope.contracts.map((contract) => contract.path))) {
    const allowed = new Set<string>(
      scope.contracts.filter((contract) => contract.path === path).map((contract) => contract.method),
    );
    const allow = [...allowed].join(', ');
    scope.app.route({
      method: all.filter((method) => !allowed.has(method)),
      url: fastifyPath(path),
      exposeHeadRoute: false,
      onRequest: async () => refuse(allow),
      handler: async () => refuse(allow),
    });
  }
}

/** One header as a single text. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

const fastifyPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

async function callerOf<Caller extends keyof Callers>(
  tokens: TokenCheck,
  caller: Caller,
  request: FastifyRequest,
): Promise<Callers[Caller]> {
  const found: { [Kind in keyof Callers]: () => Promise<Callers[Kind]> } = {
    asker: () => tokens.asker(request.headers.authorization),
    agent: () => tokens.agent(request.headers.authorization),
    anyone: async () => undefined,
  };
  return found[caller]();
}
