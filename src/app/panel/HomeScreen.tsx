import '@preact/signals';
import type { JSX } from 'preact';
import { AskField, UnreadableNotice } from '../../questions/views';
import { Badge, Button, List, ListRow, Notice, Screen, useText } from '../../ui';
import type { PanelContext } from './panelContext';

/** Draws the first screen: the field to ask in, what is on the go, and one's own questions. */
export function HomeScreen({ port, panel, workspace, frame }: PanelContext): JSX.Element {
  const t = useText();
  const { questions } = workspace;
  const name = port.owners.name.value.split(' ', 1)[0];
  const ask = (): void => {
    questions.ask();
    panel.go({ name: 'question' });
  };
  const unreadable = port.app.unreadable.value;
  const discard = (): void =>
    void port.owners.space
      .peek()
      .outbox()
      .then((outbox) => unreadable.forEach((id) => void outbox.discard(id)));
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
      {unreadable.length > 0 && <UnreadableNotice count={unreadable.length} onDiscard={discard} />}
      <OnTheGo port={port} panel={panel} workspace={workspace} />
    </Screen>
  );
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
  const waiting = port.app.waiting.value;
  if (!port.app.isOnline.value) return <Notice kind="warning">{t('off.banner')}</Notice>;
  if (port.owners.trouble.value !== undefined)
    return <Notice kind="warning">{t(port.owners.isSignedIn.value ? 'err.session' : 'err.nobody')}</Notice>;
  return waiting > 0 ? <Notice>{t('off.queued', { n: waiting })}</Notice> : null;
}
