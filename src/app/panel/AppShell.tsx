import '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { QuestionEditor } from '../../questions/views';
import { Announcer, Button, Notice, Screen, TextProvider, useText } from '../../ui';
import { Captures } from './Captures';
import { ErrorBoundary } from './ErrorBoundary';
import { HomeScreen } from './HomeScreen';
import { keepFocus } from './keepFocus';
import type { PanelScreen } from './panel.model';
import type { PanelContext } from './panelContext';
import { PartScreen } from './PartScreen';
import type { PanelParts } from './lazyParts';
import type { ShellModelInstance } from './shell.model';

/** What the whole panel is drawn from. */
export interface AppShellProps {
  readonly port: PanelParts;
  readonly shell: ShellModelInstance;
  /** Id of the title, by which the dialog is named. */
  readonly titleId: string;
  readonly onMove: () => void;
}

/** Draws the panel: texts, live regions, and the screen the person is on. */
export function AppShell({ port, shell, titleId, onMove }: AppShellProps): JSX.Element {
  const { panel, texts, workspace } = shell;
  const { translate, format } = texts.value;
  const screen = panel.screen.value;
  const context: PanelContext = {
    port,
    panel,
    workspace: workspace.value,
    settled: shell.settled,
    frame: { titleId, onBack: panel.canGoBack.value ? panel.back : undefined, onMove, onClose: port.onClosed },
  };
  const report = (cause: unknown): void =>
    port.news.problem('internal', 'A screen failed; what was typed is kept.', cause);
  return (
    <TextProvider translate={translate} format={format}>
      <Announcer clock={port.clock}>
        <FocusOnChange screen={screen.name === 'thread' ? screen.question : screen.name} titleId={titleId}>
          <ErrorBoundary key={familyOf(screen.name)} onError={report} fallback={<FailedScreen {...context} />}>
            <CurrentScreen {...context} />
          </ErrorBoundary>
        </FocusOnChange>
      </Announcer>
    </TextProvider>
  );
}

/** Screens of one chunk stay mounted together, so that going on does not flicker. */
const familyOf = (name: PanelScreen['name']): string => (name === 'bundle' || name === 'sent' ? 'review' : name);

function CurrentScreen(context: PanelContext): JSX.Element | null {
  const { port, panel, workspace, frame } = context;
  const { questions } = workspace;
  const next = (name: 'review' | 'sent'): void => (name === 'sent' ? panel.reset({ name }) : panel.go({ name }));
  switch (panel.screen.value.name) {
    case 'home':
      return <HomeScreen {...context} />;
    case 'question':
      return (
        <QuestionEditor
          model={questions}
          frame={frame}
          places={port.app.subject.places.value}
          captures={<Captures {...context} />}
          settled={async () => (await context.settled()).questions}
          onKept={() => panel.reset({ name: 'bundle' })}
          onNext={next}
        />
      );
    case 'bundle':
    case 'review':
    case 'sent':
      return <PartScreen {...context} fetch={port.lazy.review} title="bundle.title" />;
    default:
      return <PartScreen {...context} fetch={port.lazy.conversations} title="mine.title" />;
  }
}

/** Moves the focus to the title of a new screen, unless that screen has put it somewhere better. */
function FocusOnChange({
  screen,
  titleId,
  children,
}: {
  readonly screen: string;
  readonly titleId: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const last = useRef(screen);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (box.current ? keepFocus(box.current) : undefined), []);
  useLayoutEffect(() => {
    if (last.current === screen) return;
    last.current = screen;
    const root = box.current?.getRootNode() as ShadowRoot; // drawn in our shadow root
    const active = root.activeElement;
    if (!active || !box.current?.contains(active) || active.closest('.header')) root.getElementById(titleId)?.focus();
  }, [screen]);
  return (
    <div class="shell" ref={box}>
      {children}
    </div>
  );
}

function FailedScreen({ panel, frame }: PanelContext): JSX.Element {
  const t = useText();
  return (
    <Screen {...frame} title={t('panel.title')}>
      <Notice kind="danger" actions={<Button onPress={() => panel.reset()}>{t('panel.back')}</Button>}>
        {t('err.screen')}
      </Notice>
    </Screen>
  );
}
