import { disposeModel } from '../../foundation/disposeModel';
import { createLifetime } from '../../foundation/lifetime';
import type { Panel, PanelPort, PanelTarget } from '../panelPort';
import { mountPanel, type MountedPanel } from './mount';
import { ShellModel, type ShellModelInstance } from './shell.model';

/** Starts the panel, still out of sight. */
export async function startPanel(port: PanelPort): Promise<Panel> {
  const lifetime = createLifetime((error) => port.log.error('internal', 'Something of the panel could not be undone.', error));
  const shell = new ShellModel(port);
  lifetime.add(() => disposeModel(shell));
  const mounted = mountPanel(port, shell, lifetime);
  const leave = (): void => void shell.workspace.peek().flush();
  port.view.addEventListener('pagehide', leave);
  lifetime.add(() => port.view.removeEventListener('pagehide', leave));

  return {
    async open(target, opener) {
      if (mounted.layer.state === 'closed') mounted.prepareToOpen(opener);
      goTo(target, shell);
      mounted.layer.open();
      focusFirst(mounted, target);
      await nextFrame(port.view);
    },
    close() {
      mounted.layer.close();
      mounted.giveFocusBack();
      leave();
    },
    draftCount: () => shell.workspace.peek().questions.bundle.peek().questions.length,
    flush: () => shell.workspace.peek().flush(),
    end: () => lifetime.end(),
  };
}

/** Goes on where the person was, unless a door asks for something else. */
function goTo(target: PanelTarget, { panel, workspace }: ShellModelInstance): void {
  const { questions } = workspace.peek();
  const { name } = panel.screen.peek();
  if (target === 'questions') panel.reset({ name: 'mine' });
  else if (target === 'answers' && (name === 'sent' || name === 'home')) panel.reset();
  else if (target === 'ask' && name !== 'question' && name !== 'review') {
    questions.begin();
    panel.reset({ name: 'question' });
  }
}

/** The field to type in; where there is none, or a touch keyboard would cover everything, the title. */
function focusFirst({ dialog }: MountedPanel, target: PanelTarget): void {
  const isTouch = matchMedia('(pointer: coarse)').matches;
  const field = isTouch || target === 'questions' ? null : dialog.querySelector<HTMLElement>('.screen input[type=text], .screen textarea');
  (field ?? dialog.querySelector<HTMLElement>('h2'))?.focus({ preventScroll: true });
}

const nextFrame = (view: Window): Promise<void> => new Promise((resolve) => view.requestAnimationFrame(() => setTimeout(resolve)));
