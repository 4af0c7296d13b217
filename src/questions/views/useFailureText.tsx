import { problemText } from '../../locale';
import { useFormat, useText } from '../../ui';
import type { QuestionsModel } from '../questions.model';

const PICTURES_PER_QUESTION = 3;

/** Gives the function that says what keeps a bundle from going, in the person's words. `field` is the label of the text that is asked for. */
export function useFailureText(model: QuestionsModel): (code: string, field?: string) => string {
  const t = useText();
  const format = useFormat();
  return (code, field = t('parts.text')) => {
    const { textLength, questions, attachments } = model.limits();
    switch (code) {
      case 'text-missing':
        return t('err.required', { field });
      case 'text-too-long':
        return t('err.toolong', { max: format.number(textLength) });
      case 'too-many-questions':
        return t('err.questions', { n: questions });
      case 'too-many-attachments':
        return t('err.toomany', { n: attachments });
      case 'too-many-pictures':
        return t('err.toomany', { n: PICTURES_PER_QUESTION });
      default:
        return t(problemText(code));
    }
  };
}
