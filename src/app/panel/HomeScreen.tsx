import type { JSX } from 'preact';
import { AskField } from '../../questions/views';
import { Button, List, ListRow, Badge, Notice, Screen, useText } from '../../ui';
import type { PanelContext } from './panelContext';

/** Draws the first screen: the field to ask in, what is on the go, and one's own questions. */
export function HomeScreen({ context }: { readonly context: PanelContext }): JSX.Element {
  const { port, panel, workspace, titleId } = context;
  const t = useText();
  const { questions } = workspace;
  const name = port.owners.name.value;
  const kept = questions.kept.value.length;
  const unread = port.app.unread.value;
  const draft = questions.draft.value;
  const goOn = (): void => {
    questions.ask();
    panel.go({ name: 'question' });
  };

  return (
    <Screen
      {...context.header}
      title={t('panel.title')}
      titleId={titleId}
      actions={
        <Button kind="primary" onPress={goOn}>
          {t('home.ask')}
        </Button>
      }
    >
      <div class="stack">
        <p class="hello">{name === '' ? t('home.hello.nobody') : t('home.hello', { name: firstName(name) })}</p>
        <AskField model={questions} onAsk={goOn} />
        <p class="small">{t('home.ask.sub')}</p>
      </div>
      {context.sessionProblem && <Notice kind="warning">{t('err.session')}</Notice>}
      <List label={t('panel.title')}>
        {draft && draft.text.trim() !== '' && <ListRow icon="edit" title={t('panel.resume')} detail={draft.text} onPress={() => panel.go({ name: 'question' })} />}
        {kept > 0 && <ListRow icon="bundle" title={t('home.bundle', { n: kept })} onPress={() => panel.go({ name: 'bundle' })} />}
        <ListRow
          icon="question"
          title={t('home.mine')}
          end={unread > 0 && <Badge tone="accent">{unread}</Badge>}
          onPress={() => panel.go({ name: 'mine' })}
        />
      </List>
    </Screen>
  );
}

const firstName = (name: string): string => name.split(' ', 1)[0] ?? name;
