import type { HelpdeskCase } from '../../../demo/backends/helpdesk/helpdeskApi';

/** A file of a case. */
export type HeldFile = HelpdeskCase['files'][number] & { readonly bytes: Buffer };
/** A case as the helpdesk holds it. */
export type HeldCase = { -readonly [Key in keyof HelpdeskCase]: HelpdeskCase[Key] } & { readonly requester: string };

/** What a request may bring. */
export interface Given {
  readonly requester?: string;
  readonly text?: string;
  readonly status?: HeldCase['status'];
  readonly mark?: 'checked' | 'wrong' | 'erased';
  readonly fields?: Record<string, string>;
}

/** An answer in JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** All is well. */
export const OK: Answer = { status: 200, body: {} };
const FIRST_NUMBER = 5001;

/** The cases of a helpdesk. Every change gives the case a higher version than any other has. */
export function createCases() {
  const all: HeldCase[] = [];
  let version = 0;
  const touch = (one: HeldCase, change: Partial<HeldCase>): Answer => {
    Object.assign(one, change, { version: ++version });
    return OK;
  };
  return {
    all,
    touch,
    numbered: (number: string): HeldCase | undefined => all.find((one) => one.number === number),
    of: (requester: string | null): readonly HelpdeskCase[] =>
      all.filter((one) => one.requester === requester).map(({ requester: _left, ...one }) => one),
    open({ requester = '', fields = {} }: Given): Answer {
      const [number, createdAt] = [String(FIRST_NUMBER + all.length), new Date().toISOString()];
      all.push({ number, createdAt, status: 'new', version: ++version, requester, fields, comments: [], files: [] });
      return OK;
    },
    comment: (one: HeldCase, said: { readonly key: string; readonly by: string; readonly given: Given }): Answer => {
      const { text = '', fields = {} } = said.given;
      const comment = { key: said.key, at: new Date().toISOString(), by: said.by, text, fields };
      return touch(one, { comments: [...one.comments, comment] });
    },
  };
}

/** The files of a helpdesk, each listed with its case. */
export function createFiles(touch: (one: HeldCase, change: Partial<HeldCase>) => Answer) {
  const all = new Map<string, HeldFile>();
  const of = (name: string): HeldFile => all.get(name) ?? { name, size: 0, mark: 'coming', bytes: Buffer.alloc(0) };
  const keep = (one: HeldCase, file: HeldFile): Answer => {
    all.set(file.name, file);
    const { bytes, ...listed } = file;
    touch(one, { files: [...one.files.filter(({ name }) => name !== file.name), listed] });
    return { status: 200, body: { size: bytes.length } };
  };
  return {
    bytes: (name: string): Buffer => of(name).bytes,
    append(one: HeldCase, name: string, piece: { readonly position: number; readonly bytes: Buffer }): Answer {
      const file = of(name);
      if (file.size !== piece.position) return { status: 409, body: { size: file.size } };
      return keep(one, {
        ...file,
        size: file.size + piece.bytes.length,
        bytes: Buffer.concat([file.bytes, piece.bytes]),
      });
    },
    mark(one: HeldCase, name: string, mark: Given['mark']): Answer {
      if (mark === 'checked') return keep(one, { ...of(name), mark });
      return keep(one, { name, size: 0, mark: mark === 'erased' ? 'erased' : 'coming', bytes: Buffer.alloc(0) });
    },
  };
}
