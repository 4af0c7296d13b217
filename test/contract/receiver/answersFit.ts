import { once } from 'node:events';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { Compile } from 'typebox/schema';

interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Response>> }>>>
  >;
  readonly components: unknown;
}

interface Response {
  readonly content?: Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;
}

/** Wraps `inject`: an answer with a status or a body that `openapi.json` does not describe fails the test. */
export function answersFit(app: FastifyInstance): (request: InjectOptions) => Promise<LightMyRequestResponse> {
  let document: Promise<OpenApi> | undefined;
  return async (request) => {
    const given = await app.inject(request);
    const answer = request.payloadAsStream === true ? await beginningOf(given) : given;
    document ??= app.inject({ method: 'GET', url: '/v1/openapi.json' }).then((got) => got.json<OpenApi>());
    const { paths, components } = await document;
    const schema = schemaOf(responseOf(paths, request, answer.statusCode), answer);
    if (schema !== undefined) mustFit({ ...schema, components }, answer);
    return answer;
  };
}

/** What a stream says at once; then it is broken off. */
async function beginningOf(answer: LightMyRequestResponse): Promise<LightMyRequestResponse> {
  const told = answer.stream();
  const [first]: unknown[] = await once(told, 'data'); // a refusal is one text as well
  answer.raw.res.destroy();
  return Object.defineProperties(answer, {
    raw: { value: { ...answer.raw, req: answer.raw.res.req } },
    body: { value: String(first) },
    json: { value: () => JSON.parse(String(first)) as unknown },
  });
}

function schemaOf(
  described: Response | undefined,
  answer: LightMyRequestResponse,
): Readonly<Record<string, unknown>> | undefined {
  const type = String(answer.headers['content-type'] ?? '').replace(/;.*$/, '');
  return answer.body === '' || !type.endsWith('json') ? undefined : described?.content?.[type]?.schema;
}

function mustFit(schema: Readonly<Record<string, unknown>>, answer: LightMyRequestResponse): void {
  const validator = Compile(schema);
  const body: unknown = answer.json();
  if (!validator.Check(body))
    throw new Error(
      `The answer is not as openapi.json describes it: ${JSON.stringify(validator.Errors(body))}\n${answer.body}`,
    );
}

/** Nothing for addresses that the document does not know; a status it does not know is a failure. */
function responseOf(paths: OpenApi['paths'], request: InjectOptions, status: number): Response | undefined {
  const path = String(request.url).replace(/^\/v1/, '').replace(/\?.*$/, '');
  const template = Object.keys(paths).find((known) => new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  const operation =
    template === undefined ? undefined : paths[template]?.[String(request.method ?? 'GET').toLowerCase()];
  if (operation === undefined) return undefined;
  const described = operation.responses[String(status)];
  if (described === undefined)
    throw new Error(`${String(request.method)} ${path} answered ${status}, which openapi.json does not mention`);
  return described;
}
