import { createModel, effect, signal } from '@preact/signals-core';
import type { Clock } from '../../foundation/clock';
import { emlFile, type MailFile } from './emlFile';
import { utf8 } from './base64';
import { MAILED } from '../../protocol/mail';
import { mailablePictures, mailedSubmission, type Waiting } from './mailed';
import type { MailDesk, MailDevice, MailRules, Standing } from './ports';

/** What the other ways are made with. */
export interface MailingDeps {
  readonly desk: MailDesk;
  readonly device: MailDevice;
  readonly rules: MailRules;
  readonly clock: Clock;
}

/** Whether the words are here to be mailed. */
export type Words =
  | { readonly state: 'reading' }
  | { readonly state: 'here'; readonly waiting: Waiting }
  | { readonly state: 'closed' | 'gone' };

/** What became of what the person pressed last. */
export type Outcome = 'copied' | 'notCopied' | 'saved';

/** What a screen says in a mail, in the person's language. */
export interface MailWords {
  readonly subject: string;
  readonly text: string;
  /** Name of the file. */
  readonly name: string;
}

/** The other ways to get one submission across, while it also keeps trying by itself. */
export const MailingModel = createModel(({ desk, device, rules, clock }: MailingDeps) => {
  const standing = signal<Standing | undefined>(undefined);
  const words = signal<Words>({ state: 'reading' });
  const outcome = signal<Outcome | undefined>(undefined);
  const busy = signal<'again' | 'file' | undefined>(undefined);

  effect(() => desk.follow((now) => (standing.value = now)));

  const filesOf = async (waiting: Waiting): Promise<readonly MailFile[]> => {
    const whole = { ...MAILED, bytes: utf8(JSON.stringify(mailedSubmission(waiting))) };
    const pictures = await Promise.all(
      mailablePictures(waiting.submission, rules.content).map(async ({ id, name, type }) => {
        const bytes = await desk.picture(id);
        return bytes && { name, type, bytes: new Uint8Array(bytes) };
      }),
    );
    return [whole, ...pictures.filter((picture) => picture !== undefined)];
  };

  /** One thing at a time: a second press while it is under way does nothing. */
  const doing = async (what: 'again' | 'file', work: () => Promise<void>): Promise<void> => {
    if (busy.peek()) return;
    busy.value = what;
    outcome.value = undefined;
    await work().finally(() => (busy.value = undefined));
  };

  return {
    standing,
    words,
    outcome,
    busy,
    /** What may be mailed here. A method, because a model returns signals and methods only. */
    rules: (): MailRules => rules,
    /** Reads what waits. What was read stays: it does not change any more. */
    async start(): Promise<void> {
      if (words.peek().state === 'here') return;
      const found = await desk.read();
      if (!found.ok) words.value = { state: 'closed' };
      else words.value = found.value ? { state: 'here', waiting: found.value } : { state: 'gone' };
    },
    sendAgain: (): Promise<void> => doing('again', () => desk.sendAgain()),
    async copy(text: string): Promise<void> {
      outcome.value = undefined;
      outcome.value = (await device.copy(text)) ? 'copied' : 'notCopied';
    },
    /** Gives the person the whole of it as a mail that waits to be sent. */
    async save({ subject, text, name }: MailWords): Promise<void> {
      const known = words.peek();
      if (known.state !== 'here' || rules.content === 'off') return;
      const { waiting } = known;
      await doing('file', async () => {
        const files = await filesOf(waiting);
        const mail = { submission: waiting.id, to: rules.to, subject, text, at: clock.now(), files };
        device.save(name, emlFile(mail));
        outcome.value = 'saved';
      });
    },
  };
});

/** The public face of the model. */
export type MailingModelInstance = InstanceType<typeof MailingModel>;
