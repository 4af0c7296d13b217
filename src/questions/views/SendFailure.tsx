import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { Notice, useAnnounce } from '../../ui';
import type { QuestionsModel } from '../questions.model';
import { useFailureText } from './useFailureText';

/** Says why sending did not go on. Everything is still in the form. */
export function SendFailure({ model }: { readonly model: QuestionsModel }): JSX.Element | null {
  const failureText = useFailureText(model);
  const announce = useAnnounce();
  const outgoing = model.outgoing.value;
  const code =
    outgoing.state === 'failed'
      ? outgoing.code
      : model.refusals.value.find(({ question }) => question === undefined)?.code;
  const text = code && failureText(code);
  useEffect(() => {
    if (text) announce.alert(text);
  }, [text]);
  return text ? <Notice kind="danger">{text}</Notice> : null;
}
