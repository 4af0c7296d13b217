import { useState } from 'preact/hooks';
import { FieldError, TextField, useText } from '../../../src/ui';
import type { Scene } from '../scene';

/** Fields for text, of one line and of more. */
export const textField: Scene = {
  title: 'TextField',
  states: {
    empty: () => {
      const t = useText();
      const [text, setText] = useState('');
      return <TextField label={t('home.type.label')} value={text} onInput={setText} />;
    },
    multiline: () => {
      const t = useText();
      const [text, setText] = useState('');
      return (
        <TextField multiline label={t('q.text.label')} example={t('q.text.example')} value={text} onInput={setText} />
      );
    },
    saved: () => {
      const t = useText();
      const [text, setText] = useState('Als ik in de agenda op Opslaan klik, gebeurt er niets.');
      return <TextField multiline label={t('q.text.label')} status={t('q.saved')} value={text} onInput={setText} />;
    },
    hint: () => {
      const t = useText();
      const [text, setText] = useState('10432');
      return <TextField label={t('q.where.change')} hint={t('q.client.privacy')} value={text} onInput={setText} />;
    },
    error: () => {
      const t = useText();
      const [text, setText] = useState('');
      return (
        <TextField
          multiline
          label={t('q.text.label')}
          error={t('err.required', { field: t('parts.text') })}
          value={text}
          onInput={setText}
        />
      );
    },
    errorAlone: () => <FieldError>{useText()('err.empty')}</FieldError>,
    longWords: () => {
      const t = useText();
      const [text, setText] = useState('Hottentottententententoonstellingsmakersopleidingsprogramma'.repeat(3));
      return <TextField multiline label={t('q.text.label')} status={t('q.saved')} value={text} onInput={setText} />;
    },
  },
};
