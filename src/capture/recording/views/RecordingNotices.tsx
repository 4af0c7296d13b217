import '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { recordingProblemText } from '../../../locale/recordingProblemText';
import { Button, IconButton, Notice, Progress, useAnnounce, useText } from '../../../ui';
import type { RecordingModelInstance } from '../recording.model';

/** Tells, in the form, what came of a recording: one that was left by a crash, one that is being kept, or why there is none. */
export function RecordingNotices({ model }: { readonly model: RecordingModelInstance }): JSX.Element {
  const t = useText();
  const announce = useAnnounce();
  const problem = model.problem.value;
  const left = model.left.value;
  const isKeeping = model.state.value === 'keeping';
  useEffect(() => {
    if (problem) announce(t(recordingProblemText(problem.code)));
  }, [problem]);
  useEffect(() => {
    if (left) announce(t('rec.recovered'));
  }, [left]);
  return (
    <>
      {isKeeping && <Progress label={t('rec.keeping')} />}
      {problem && (
        <Notice kind="warning">
          <div class="cap-problem">
            <span class="grow">{t(recordingProblemText(problem.code))}</span>
            <IconButton icon="close" name={t('panel.close')} onPress={model.dismiss} />
          </div>
        </Notice>
      )}
      {left && !isKeeping && (
        <Notice
          actions={
            <>
              <Button onPress={() => void model.recover()}>{t('rec.recovered.look')}</Button>
              <Button kind="quiet" onPress={() => void model.dropLeft()}>
                {t('rec.cancel')}
              </Button>
            </>
          }
        >
          {t('rec.recovered')}
        </Notice>
      )}
    </>
  );
}
