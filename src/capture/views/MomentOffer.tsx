import '@preact/signals';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { problemText } from '../../locale';
import { Button, Card, Notice, Picture, useAnnounce, useFormat, useText } from '../../ui';
import type { CaptureModelInstance } from '../capture.model';
import type { Moment } from '../shownMoment.model';
import { PictureDialog } from './PictureDialog';

/** What a `MomentOffer` takes. */
export interface MomentOfferProps {
  readonly model: CaptureModelInstance;
  /** Opens it for editing. Left out: it goes along as it is. */
  readonly onEdit?: (() => void) | undefined;
}

/** Offers the picture of the press, shown whole, so that seeing it is the review. Absent when there is none. */
export function MomentOffer({ model, onEdit }: MomentOfferProps): JSX.Element | null {
  const t = useText();
  const moment = model.moment.value;
  switch (moment.state) {
    case 'none':
      return null;
    case 'rendering':
      return (
        <Card>
          <div class="stack">
            <p>{t('cap.shot.busy')}</p>
            <div class="row cap-kept-row">
              <Button onPress={nothing}>{t('q.shot.add')}</Button>
            </div>
            <Picture url={undefined} alt="" width={moment.width} height={moment.height} />
          </div>
        </Card>
      ); // laid out as it will be when it is ready: nothing jumps away under a finger
    case 'blocked':
      return moment.code === 'screenshot-blocked' ? null : (
        <Notice kind="warning">{t(problemText(moment.code))}</Notice>
      ); // the menu says it when it is blocked
    case 'ready':
      return <ReadyMoment model={model} onEdit={onEdit} moment={moment} />;
  }
}

const nothing = (): void => undefined;

function ReadyMoment({
  model,
  onEdit,
  moment,
}: MomentOfferProps & { readonly moment: Extract<Moment, { state: 'ready' }> }): JSX.Element {
  const t = useText();
  const format = useFormat();
  const announce = useAnnounce();
  const isLarge = useSignal(false);
  const { url, picture, facts, delayMs } = moment;
  const about = facts.boxes > 0 ? t('q.shot.ready', { n: facts.boxes }) : t('q.shot.ready.none');
  useEffect(() => announce(about), [url]);
  const include = async (): Promise<void> => {
    await model.includeMoment();
    if (model.moment.peek().state === 'none') announce(t('q.shot.added'));
  };
  return (
    <Card>
      <div class="stack">
        <p>{about}</p>
        {delayMs > 0 && <p class="small">{t('q.shot.later', { time: format.duration(delayMs) })}</p>}
        {picture.gaps.length > 0 && <p class="small">{t('q.shot.weak')}</p>}
        <div class="row">
          <Button busy={model.isTaking.value} onPress={() => void include()}>
            {t('q.shot.add')}
          </Button>
          {onEdit && (
            <Button name={`${t('att.edit.short')}: ${t('att.screenshot', { i: 1 })}`} onPress={onEdit}>
              {t('att.edit.short')}
            </Button>
          )}
          <Button kind="quiet" onPress={model.dropMoment}>
            {t('q.shot.drop')}
          </Button>
        </div>
        <Picture
          url={url}
          alt={t('att.screenshot', { i: 1 })}
          width={picture.width}
          height={picture.height}
          onZoom={() => (isLarge.value = true)}
          zoomName={t('q.shot.enlarge')}
        />
      </div>
      {isLarge.value && (
        <PictureDialog
          title={about}
          url={url}
          alt={t('att.screenshot', { i: 1 })}
          onClose={() => (isLarge.value = false)}
        />
      )}
    </Card>
  );
}
