import '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Button, FilePicker, Icon, Notice, useText } from '../../ui';
import type { CaptureModelInstance } from '../capture.model';
import { FILE_TYPES } from '../fileKind';
import { Problems } from './Problems';

/** What a `CaptureMenu` takes. */
export interface CaptureMenuProps {
  readonly model: CaptureModelInstance;
  /** Whether files are being held above the place where they may be dropped. */
  readonly isHovering: ReadonlySignal<boolean>;
  /** Recording, which is the best of all ways. Left out: the host does not offer it. */
  readonly record?:
    | {
        /** The browser can; else the menu says so and offers the next best. */
        readonly isPossible: boolean;
        readonly isBusy: boolean;
        readonly onPress: () => void;
      }
    | undefined;
}

/** Draws the ways to show what happens, the best first: a recording, a masked screenshot, a file. */
export function CaptureMenu({ model, isHovering, record }: CaptureMenuProps): JSX.Element {
  const t = useText();
  const isBlocked = isScreenshotBlocked(model);
  return (
    <div class="stack cap-menu">
      {record && <Record {...record} model={model} />}
      {isBlocked && <Notice kind="warning">{t('cap.shot.blocked')}</Notice>}
      <div class="row">
        {!isBlocked && (
          <Button icon="camera" busy={model.isTaking.value} onPress={() => void model.takeScreenshot()}>
            {t(model.isTaking.value ? 'cap.shot.busy' : 'cap.shot')}
          </Button>
        )}
        <FilePicker
          accept={Object.keys(FILE_TYPES).join()}
          busy={model.adding.value > 0}
          onFiles={(files) => void model.addFiles(files)}
        >
          {t(model.adding.value > 0 ? 'cap.adding' : 'cap.file')}
        </FilePicker>
      </div>
      {model.canGrab() && <GrabScreen model={model} />}
      <p class="small">{isBlocked ? t('cap.file.sub') : `${t('cap.shot.sub')} ${t('cap.file.sub')}`}</p>
      {isHovering.value && (
        <p class="cap-drop">
          <Icon name="file" /> {t('cap.drop')}
        </p>
      )}
      <Problems model={model} />
    </div>
  );
}

/** The second way to a screenshot, also where the first is blocked: exact pixels, and other windows. */
function GrabScreen({ model }: Pick<CaptureMenuProps, 'model'>): JSX.Element {
  const t = useText();
  return (
    <div class="row">
      <Button kind="quiet" busy={model.isTaking.value} onPress={() => void model.grabScreen()}>
        {t('cap.display')}
      </Button>
    </div>
  );
}

/** The largest and the first to be reached. Where the browser cannot, that is said before anyone tries; phones have a camera. */
function Record({
  model,
  isPossible,
  isBusy,
  onPress,
}: NonNullable<CaptureMenuProps['record']> & Pick<CaptureMenuProps, 'model'>): JSX.Element {
  const t = useText();
  if (!isPossible)
    return (
      <>
        <Notice>{t('cap.unsupported')}</Notice>
        {matchMedia('(pointer: coarse)').matches && (
          <FilePicker accept="video/*" capture="environment" onFiles={(files) => void model.addFiles(files)}>
            {t('cap.film')}
          </FilePicker>
        )}
      </>
    );
  return (
    <div class="cap-record">
      <Button busy={isBusy} onPress={onPress} describedBy="cap-record-why">
        <span class="cap-record-name">
          <span class="cap-record-dot" aria-hidden="true" />
          {t('cap.video')}
        </span>
      </Button>
      <p class="small" id="cap-record-why">
        {t('cap.video.sub')}
      </p>
    </div>
  );
}

const isScreenshotBlocked = ({ moment, problems }: CaptureModelInstance): boolean => {
  const now = moment.value;
  const isMomentBlocked = now.state === 'blocked' && now.code === 'screenshot-blocked';
  return isMomentBlocked || problems.value.some(({ code }) => code === 'screenshot-blocked');
};
