import type { ReceiverProcess } from './receiverProcess';

/** Who asks. */
export const PERSON = 'p-sanne';

/** Gives the owner that the receiver knows this person by. */
export async function ownerOf(receiver: ReceiverProcess): Promise<string> {
  const answer = await fetch(`${receiver.url}/v1/me`, {
    headers: { authorization: `Bearer ${await receiver.token(PERSON)}` },
  });
  return ((await answer.json()) as { readonly owner: string }).owner; // our own receiver
}
