import { useState } from 'preact/hooks';
import { Button, Choice, Notice, Screen, TextField, useText } from '../../../src/ui';
import type { Scene } from '../scene';

const nothing = (): void => undefined;

/** One screen of the panel, with what a question looks like in it. */
export const screen: Scene = {
  title: 'Screen',
  frame: 'panel',
  states: {
    form: () => {
      const t = useText();
      const [text, setText] = useState('');
      const [kind, setKind] = useState<'problem' | 'ask' | 'wish'>('problem');
      const kinds = [
        { value: 'problem', label: t('q.kind.problem') },
        { value: 'ask', label: t('q.kind.howto') },
        { value: 'wish', label: t('q.kind.wish') },
      ] as const;
      const actions = (
        <>
          <Button onPress={nothing}>{t('q.save')}</Button>
          <Button kind="primary" onPress={nothing} keys="Control+Enter">
            {t('rev.send')}
          </Button>
        </>
      );
      return (
        <Screen
          title={t('q.title')}
          titleId="title"
          onBack={nothing}
          onMove={nothing}
          onClose={nothing}
          actions={actions}
        >
          <Choice hideLabel label={t('q.kind')} value={kind} options={kinds} onChange={setKind} />
          <TextField multiline label={t('q.text.label')} example={t('q.text.example')} value={text} onInput={setText} />
          <Notice
            actions={
              <Button icon="plus" onPress={nothing}>
                {t('q.shot.add')}
              </Button>
            }
          >
            {t('q.shot.ready', { n: 12 })}
          </Notice>
        </Screen>
      );
    },
    bare: () => (
      <Screen title={useText()('mine.title')} titleId="title" onClose={nothing}>
        <p>{useText()('mine.empty')}</p>
      </Screen>
    ),
  },
};
