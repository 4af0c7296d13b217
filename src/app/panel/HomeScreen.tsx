import '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { AskField } from '../../questions/views';
import { Badge, Button, List, ListRow, Notice, Screen, useText } from '../../ui';
import type { PanelContext } from './panelContext';
import { useChunk } from './useChunk';

/** Draws the first screen: the field to ask in, what is on the go, and one's own questions. */
export function HomeScreen(context: PanelContext): JSX.Element {
  const { port, panel, workspace, frame } = context;
  const t = useText();
  const { questions } = workspace;
  const name = port.owners.name.value.split(' ', 1)[0];
  const ask = (): void => {
    questions.ask();
    panel.go({ name: 'question' });
  };
  return (
    <Screen
      {...frame}
      title={t('panel.title')}
      actions={
        <Button kind="primary" onPress={ask}>
          {t('home.ask')}
        </Button>
      }
    >
      <div class="stack">
        <p class="hello">{name ? t('home.hello', { name }) : t('home.hello.nobody')}</p>
        <AskField model={questions} onAsk={ask} />
        <p class="small">{t('home.ask.sub')}</p>
      </div>
      <Standing port={port} />
      <Later context={context} fetch={port.lazy.waiting} />
      <OnTheGo port={port} panel={panel} workspace={workspace} />
      {port.app.hasHints.value && <Later context={context} fetch={port.lazy.pageHints} />}
    </Screen>
  );
}

interface LaterProps {
  readonly context: PanelContext;
  readonly fetch: () => Promise<{ readonly Notices: ComponentType<{ readonly context: PanelContext }> }>;
}

/** What needs the person's eye comes when it is here, and so do the hints of the page: nobody waits for it. */
function Later({ context, fetch }: LaterProps): JSX.Element | null {
  const part = useChunk(fetch);
  return part.state === 'here' ? <part.chunk.Notices context={context} /> : null;
}

function OnTheGo({ port, panel, workspace }: Pick<PanelContext, 'port' | 'panel' | 'workspace'>): JSX.Element {
  const t = useText();
  const kept = workspace.questions.kept.value.length;
  const draft = workspace.questions.draft.value;
  const unread = port.app.unread.value;
  return (
    <List label={t('panel.title')}>
      {draft?.isUnfinished && draft.text.trim() !== '' && (
        <ListRow
          icon="edit"
          title={t('panel.resume')}
          detail={draft.text}
          onPress={() => panel.go({ name: 'question' })}
        />
      )}
      {kept > 0 && (
        <ListRow icon="bundle" title={t('home.bundle', { n: kept })} onPress={() => panel.go({ name: 'bundle' })} />
      )}
      <ListRow
        icon="talk"
        title={t('home.mine')}
        end={unread > 0 && <Badge tone="accent">{unread}</Badge>}
        onPress={() => panel.go({ name: 'mine' })}
      />
    </List>
  );
}

/** Says, when it is so, that the person is offline or not signed in, and whether what is typed outlives the page. */
export function Standing({ port }: Pick<PanelContext, 'port'>): JSX.Element | null {
  const t = useText();
  if (!port.app.isOnline.value) return <Notice kind="warning">{t('off.banner')}</Notice>;
  return port.owners.trouble.value === undefined ? null : (
    <Notice kind="warning">{t(port.owners.isSignedIn.value ? 'err.session' : 'err.nobody')}</Notice>
  );
}
