/** Reads everything back from the receiver and compares it with what was handed in. */
import type { Conversation, SubmissionView } from '../../src/protocol';
import { sha256 } from '../contract/receiver/wire';
import { questionOf, type Witness } from './witness';

/** What was found. Each names the texts concerned. */
export interface Found {
  readonly received: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly corrupt: readonly string[];
}

/** Asks the receiver itself, past any proxy. */
export interface Asking {
  readonly url: string;
  /** Lives ten minutes; reading back the longest soak takes longer. */
  token(): Promise<string>;
}

/** Compares every witness with what the receiver has. */
export async function readBack(
  asking: Asking,
  witnesses: readonly Witness[],
  views: readonly SubmissionView[],
): Promise<Found> {
  const byId = new Map(views.map((view) => [view.id, view]));
  const copies = copiesOf(views);
  const found = { received: 0, lost: [] as string[], doubled: [] as string[], corrupt: [] as string[] };
  for (const witness of witnesses) {
    const { text } = witness;
    const view = byId.get(witness.id);
    if ((copies.get(text) ?? 0) > 1) found.doubled.push(text);
    if (view?.delivery !== 'complete') found.lost.push(text);
    else {
      found.received += 1;
      const [first, ...later] = await textsOf(asking, witness);
      const isWhole = view.digest === witness.digest && first === text && (await arePicturesWhole(asking, witness));
      if (!isWhole) found.corrupt.push(text);
      for (const kind of messageProblems(witness, later)) found[kind].push(`Message to ${text}`);
    }
  }
  return found;
}

function messageProblems({ message }: Witness, texts: readonly string[]): readonly ('lost' | 'doubled' | 'corrupt')[] {
  const expected = message ? 1 : 0;
  if (texts.length > expected) return ['doubled'];
  if (texts.length < expected) return ['lost'];
  return message && texts[0] !== message.content.text ? ['corrupt'] : [];
}

/** Counts by their words: a text that is there twice was asked twice, whatever the ids say. */
export function copiesOf(views: readonly SubmissionView[]): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const { excerpt } of views.flatMap(({ questions }) => questions))
    copies.set(excerpt, (copies.get(excerpt) ?? 0) + 1);
  return copies;
}

/** Gives every submission of the person that changed after this cursor. */
export async function viewsSince(asking: Asking, cursor: number): Promise<readonly SubmissionView[]> {
  const views: SubmissionView[] = [];
  for (let after = cursor; ;) {
    const page = await read<{
      readonly items: readonly SubmissionView[];
      readonly next: number;
      readonly more: boolean;
    }>(asking, `/v1/submissions?after=${after}`);
    views.push(...page.items);
    if (!page.more) return views;
    after = page.next;
  }
}

async function textsOf(asking: Asking, witness: Witness): Promise<readonly string[]> {
  const { messages } = await read<Conversation>(asking, `/v1/questions/${questionOf(witness)}`);
  return messages.map(({ content }) => content.map(textOf).join('\n'));
}

/** The words of one block; what a person typed is plain paragraphs. */
const textOf = (block: unknown): string => {
  const { c = [] } = block as { readonly c?: readonly unknown[] }; // checked by the contract tests
  return c.map((part) => (typeof part === 'string' ? part : textOf(part))).join('');
};

async function arePicturesWhole({ url, token }: Asking, { pictures }: Witness): Promise<boolean> {
  for (const { id, hash } of pictures) {
    const answer = await fetch(`${url}/v1/attachments/${id}/content`, {
      headers: { authorization: `Bearer ${await token()}` },
    });
    if (!answer.ok || sha256(new Uint8Array(await answer.arrayBuffer())) !== hash) return false;
  }
  return true;
}

async function read<Value>({ url, token }: Asking, path: string): Promise<Value> {
  const answer = await fetch(url + path, { headers: { authorization: `Bearer ${await token()}` } });
  if (!answer.ok) throw new Error(`Reading back ${path} gave ${answer.status}.`);
  return (await answer.json()) as Value; // our own receiver, whose answers the contract tests check
}
