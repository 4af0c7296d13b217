import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Format, Translate } from '../../locale';
import { displayProblemText } from '../../locale/displayProblemText';
import { IconButton, Notice, useAnnounce, useFormat, useText } from '../../ui';
import type { CaptureModelInstance } from '../capture.model';
import { FILE_TYPES } from '../fileKind';
import type { CaptureProblem } from '../memory.model';

/** Tells what could not go along, each on its own, until it is put away. */
export function Problems({ model }: { readonly model: CaptureModelInstance }): JSX.Element | null {
  const t = useText();
  const format = useFormat();
  const announce = useAnnounce();
  const problems = model.problems.value.filter(({ code }) => code !== 'screenshot-blocked'); // the menu itself says so
  const last = problems.at(-1);
  useEffect(() => {
    if (last) announce(sentence(last, t, format));
  }, [last?.key]);
  if (problems.length === 0) return null;
  return (
    <>
      {problems.map((problem) => (
        <Notice key={problem.key} kind="danger">
          <div class="cap-problem">
            <span class="grow">
              {problem.fileName !== undefined && <strong class="cap-name">{problem.fileName}</strong>}
              {sentence(problem, t, format)}
            </span>
            <IconButton icon="close" name={t('panel.close')} onPress={() => model.dismiss(problem.key)} />
          </div>
        </Notice>
      ))}
    </>
  );
}

function sentence({ code, limit = 0 }: CaptureProblem, t: Translate, format: Format): string {
  const types = format.oneOf(Object.values(FILE_TYPES).map(({ name }) => name));
  return t(displayProblemText(code), { max: format.size(limit), n: limit, types });
}
