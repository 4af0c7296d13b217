/** What the sender does, as a request shows it: the rows of the fault matrix. */

/** A request, read whole. */
export interface PlainRequest {
  readonly method: string;
  /** From `/v1` on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The operations that faults are aimed at. */
export const OPERATIONS = [
  'putSubmission',
  'head',
  'patchFirst',
  'patchMiddle',
  'patchLast',
  'getView',
  'putMessage',
  'putDeviceKey',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Names requests. It remembers how large each declared attachment is, because only then it knows which piece is the last. */
export function createNaming(): (request: PlainRequest) => Operation | undefined {
  const sizes = new Map<string, number>();
  return (request) => {
    if (request.method === 'PUT') for (const [id, size] of declared(request.body)) sizes.set(id, size);
    return NAMES[request.method]?.(partsOf(request.path), request, sizes);
  };
}

interface PathParts {
  readonly kind: string;
  readonly id: string;
  readonly part: string;
}

function partsOf(path: string): PathParts {
  const [, , kind = '', id = '', part = ''] = path.split('?', 1)[0]?.split('/') ?? [];
  return { kind, id, part };
}

type Name = (parts: PathParts, request: PlainRequest, sizes: ReadonlyMap<string, number>) => Operation | undefined;

const NAMES: Readonly<Record<string, Name>> = {
  PUT: ({ kind, id, part }) => (kind === 'me' && id === 'device-keys' ? 'putDeviceKey' : PUTS[`${kind}/${part}`]),
  GET: ({ kind, id }) => (kind === 'submissions' && id ? 'getView' : undefined),
  HEAD: () => 'head',
  PATCH: ({ id }, { headers }, sizes) => pieceOf(headers, sizes.get(id)),
};

const PUTS: Readonly<Record<string, Operation>> = {
  'submissions/': 'putSubmission',
  'questions/messages': 'putMessage',
};

function pieceOf(headers: PlainRequest['headers'], size: number | undefined): Operation {
  const offset = Number(headers['upload-offset']);
  if (offset === 0) return 'patchFirst';
  return offset + Number(headers['content-length']) === size ? 'patchLast' : 'patchMiddle';
}

function declared(body: Buffer): readonly (readonly [string, number])[] {
  try {
    const { attachments = [] } = JSON.parse(body.toString()) as {
      readonly attachments?: readonly { readonly id: string; readonly size: number }[];
    }; // what our own sender wrote
    return attachments.map(({ id, size }) => [id, size] as const);
  } catch {
    return []; // no JSON declares nothing
  }
}
