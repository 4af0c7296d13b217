import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { Compile } from 'typebox/schema';

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>>;
  readonly components: unknown;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;
}

/** Wraps `inject`: an answer with a status or a body that `openapi.json` does not describe fails the test. */
export function answersFit(app: FastifyInstance): (request: InjectOptions) => Promise<LightMyRequestResponse> {
  let document: Promise<OpenApi> | undefined;
  const compiled = new Map<string, ReturnType<typeof Compile>>();

  return async (request) => {
    const answer = await app.inject(request);
    document ??= app.inject({ method: 'GET', url: '/v1/openapi.json' }).then((got) => got.json<OpenApi>());
    const { paths, components } = await document;
    const described = responseOf(paths, request, answer.statusCode);
    if (described === undefined) return answer;
    const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    const schema = described.content?.[type]?.schema;
    if (schema === undefined || answer.body === '') return answer;
    const key = `${request.method} ${String(request.url)} ${answer.statusCode}`;
    const validator = compiled.get(key) ?? Compile({ ...schema, components });
    compiled.set(key, validator);
    if (!validator.Check(answer.json())) throw new Error(`${key} answered what openapi.json does not describe: ${JSON.stringify(validator.Errors(answer.json()))}\n${answer.body}`);
    return answer;
  };
}

/** Nothing for addresses that the document does not know; a status it does not know is a failure. */
function responseOf(paths: OpenApi['paths'], request: InjectOptions, status: number): Response | undefined {
  const path = String(request.url).replace(/^\/v1/, '').replace(/\?.*$/, '');
  const template = Object.keys(paths).find((known) => new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const operation = template === undefined ? undefined : paths[template]?.[String(request.method ?? 'GET').toLowerCase()];
  if (operation === undefined) return undefined;
  const described = operation.responses[String(status)];
  if (described === undefined) throw new Error(`${String(request.method)} ${path} answered ${status}, which openapi.json does not mention`);
  return described;
}
