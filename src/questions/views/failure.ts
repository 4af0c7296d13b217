import { problemText, type Translate } from '../../locale';
import type { Limits } from '../../protocol';

/** Says what keeps a bundle from going, in the person's words. `field` is the label of the text that is asked for. */
export function failureText(t: Translate, code: string, more: { readonly limits: Limits; readonly field?: string }): string {
  const { limits, field = '' } = more;
  switch (code) {
    case 'text-missing':
      return t('err.required', { field });
    case 'text-too-long':
      return t('err.toolong', { max: limits.textLength });
    case 'too-many-questions':
      return t('err.questions', { n: limits.questions });
    case 'too-many-attachments':
      return t('err.toomany', { n: limits.attachments });
    case 'too-many-pictures':
      return t('err.toomany', { n: 3 });
    default:
      return t(problemText(code));
  }
}
