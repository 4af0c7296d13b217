import { disposeModel } from '../../foundation/disposeModel';
import { createLifetime } from '../../foundation/lifetime';
import type { Panel, PanelPort, PanelTarget } from '../panelPort';
import { createLazyParts, type PanelParts } from './lazyParts';
import { mountPanel, type MountedPanel } from './mount';
import { ShellModel, type ShellModelInstance } from './shell.model';

/** Starts the panel, still out of sight. */
export async function startPanel(given: PanelPort): Promise<Panel> {
  const lazy = createLazyParts(given.chunks, (texts) => shell.addTexts(texts));
  const port: PanelParts = { ...given, lazy };
  const lifetime = createLifetime((error) =>
    port.log.error('internal', 'Something of the panel could not be undone.', error),
  );
  const shell: ShellModelInstance = new ShellModel(port);
  lifetime.add(() => disposeModel(shell));
  const mounted = mountPanel(port, shell, lifetime);
  const leave = (): void => shell.leave();
  port.view.addEventListener('pagehide', leave);
  lifetime.add(() => port.view.removeEventListener('pagehide', leave));

  return {
    async open(target, opener, text) {
      const { layer } = mounted;
      if (layer.state === 'parked' && target === 'answers') return layer.open(); // goes on where the person was, focus included
      if (layer.state === 'closed') mounted.prepareToOpen(opener);
      goTo(target, shell, text);
      layer.open();
      focusFirst(mounted, target);
      void shell.start();
      void port.owners.enter().then(() => port.replies.look());
      await nextFrame(port.view);
      void offerMoment(port, shell);
      getReadyToSend(port);
    },
    close() {
      mounted.layer.close();
      mounted.giveFocusBack();
      void shell.workspace.peek().flush();
    },
    askSignOut: async () => (await lazy.signOut()).askSignOut({ port, shell, lifetime }),
    draftCount: () => shell.workspace.peek().questions.bundle.peek().questions.length,
    flush: () => shell.workspace.peek().flush(),
    end: () => lifetime.end(),
  };
}

/** What comes after the form, and where one sees that it waits, is there before the connection goes. What does not arrive is told by its chunk and fetched again when it is needed. */
function getReadyToSend({ lazy, owners }: PanelParts): void {
  lazy
    .review() // what sends comes first; the rest may not stand in its way
    .then(lazy.conversations)
    .then(lazy.mailing)
    .then(lazy.waiting)
    .catch(() => undefined);
  owners
    .enter()
    .then((entered) => (entered.ok ? entered.value.outbox() : undefined))
    .catch(() => undefined);
}

/** How long the picture of the press waits until it is known whose it is. Milliseconds. */
const OWNER_MS = 1500;

/** Draws the page of the press once the panel is painted and it is known who asks. */
async function offerMoment(port: PanelParts, shell: ShellModelInstance): Promise<void> {
  const frozen = port.moment.take();
  if (!frozen) return;
  await Promise.race([port.owners.enter(), new Promise<void>((resolve) => port.clock.after(OWNER_MS, resolve))]);
  await shell.start();
  await shell.workspace.peek().offer(frozen);
}

/** Whether it leads to their own questions, or one of them. */
const isQuestions = (target: PanelTarget): boolean => target.startsWith('question');

/** Goes on where the person was, unless a door asks for something else. */
function goTo(target: PanelTarget, { panel, workspace }: ShellModelInstance, text?: string): void {
  const { questions } = workspace.peek();
  const { name } = panel.screen.peek();
  if (isQuestions(target)) panel.reset({ name: 'mine', number: target.slice('question:'.length) });
  else if (target === 'answers' && (name === 'sent' || name === 'home')) panel.reset();
  else if (target === 'ask' && (text || (name !== 'question' && name !== 'review'))) {
    questions.begin(text);
    panel.reset({ name: 'question' });
  }
}

/** The field to type in; where there is none, or a touch keyboard would cover everything, the title. */
function focusFirst({ dialog }: MountedPanel, target: PanelTarget): void {
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const field =
    isTouch || isQuestions(target)
      ? null
      : dialog.querySelector<HTMLElement>('.screen input[type=text], .screen textarea');
  (field ?? dialog.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true });
}

const nextFrame = (view: Window): Promise<void> =>
  new Promise((resolve) => view.requestAnimationFrame(() => setTimeout(resolve)));
