import { useText } from '../../ui';
import type { QuestionsModel } from '../questions.model';
import { useFailureText } from './useFailureText';

/** Says whether the words are stored, and whether they outlive the page; nothing while they are being stored. */
export function useSavedText(model: QuestionsModel): string {
  const t = useText();
  const failureText = useFailureText(model);
  const saving = model.saving.value;
  if (saving.state === 'saved') return t('q.saved');
  if (saving.state === 'held') return t('q.held');
  return saving.state === 'failed' ? failureText(saving.code) : '';
}
