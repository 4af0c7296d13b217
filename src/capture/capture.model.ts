import { computed, createModel, signal } from '@preact/signals-core';
import type { Clock } from '../foundation/clock';
import type { Failure, Result } from '../foundation/result';
import { checkContent, checkRoom, isPicture } from './captureBudget';
import { EditedModel, type EditedDeps } from './edited.model';
import { KeepingModel, type KeepingDeps, type Ready } from './keeping.model';
import type { Memory } from './memory.model';
import { MomentOfferModel, type MomentDeps } from './momentOffer.model';
import type { CleanPicture } from './ports';
import type { Moment } from './shownMoment.model';

/** What capturing needs from outside. */
export interface CaptureDeps extends KeepingDeps, MomentDeps, EditedDeps {
  readonly clean: CleanPicture;
  readonly clock: Clock;
}

export interface HandedOver {
  readonly memory: Memory;
  readonly moment: Moment;
}

/** What is being captured, and what could not be. The attachments themselves belong to the bundle. */
export const CaptureModel = createModel((deps: CaptureDeps) => {
  const keeping = new KeepingModel(deps);
  const offer = new MomentOfferModel(deps, keeping);
  const edited = new EditedModel(deps, keeping);
  const adding = signal(0);
  let last = Promise.resolve();

  const addFile = async (file: File): Promise<void> => {
    const read = await readFile(file, deps).catch((cause: unknown): Result<never> => ({
      ok: false,
      problem: { code: 'file-unreadable', message: 'The file cannot be read.', cause },
    }));
    if (read.ok) await keeping.attachFile(read.value);
    else keeping.report(read.problem, file.name);
  };

  return {
    /** Whether a picture is being made or a file added. */
    isBusy: computed(() => adding.value > 0 || offer.isTaking.value || offer.moment.value.state === 'rendering'),
    /** Gives away what is in memory only, to one that goes on where this one ends. */
    handOver: (): HandedOver => ({ memory: keeping.inMemory(), moment: offer.handOver() }),
    takeOver({ memory, moment }: HandedOver): void {
      keeping.remember(memory);
      offer.takeOver(moment);
    },
    moment: offer.moment,
    isTaking: offer.isTaking,
    offerMoment: offer.offerMoment,
    includeMoment: offer.includeMoment,
    dropMoment: offer.dropMoment,
    takeScreenshot: offer.takeScreenshot,
    grabScreen: offer.grabScreen,
    /** Whether this browser can give a picture of a display. */
    canGrab: () => deps.grab !== undefined,
    editMoment: offer.editMoment,
    /** Opens an attached picture for editing, and puts the edited one in its place. */
    retake: edited.retake,
    openPicture: edited.open,
    replacePicture: edited.replace,
    attachRecording: keeping.attachRecording,
    problems: keeping.problems,
    tell: keeping.report,
    dismiss: keeping.dismiss,
    discard: keeping.discard,
    /** Pictures that can be shown, by the id of their attachment. */
    previews: keeping.previews.urls,
    /** Shows an attachment from what the device kept. Gives its `blob:` address, which ends with the model; nothing when its bytes are gone. */
    previewUrl: keeping.previews.show,
    limits: deps.limits,
    /** How many files are being added. */
    adding,
    /** Adds picked, pasted or dropped files, one after the other: each is told why it could not go along. */
    addFiles(files: readonly File[]): Promise<void> {
      adding.value += files.length;
      for (const file of files) last = last.then(() => addFile(file)).finally(() => (adding.value = adding.peek() - 1)); // the limits count what went before
      return last;
    },
  };
});

/** The public face of the model. */
export type CaptureModelInstance = InstanceType<typeof CaptureModel>;

/** Looks at size and number before the bytes, at the bytes before the pixels. */
async function readFile(file: File, { limits, attached, clean }: CaptureDeps): Promise<Result<Ready, Failure>> {
  const now = limits();
  const room = checkRoom(file.size, attached(), now);
  if (!room.ok) return room;
  const bytes = await file.arrayBuffer();
  const content = checkContent({ name: file.name, type: file.type, bytes: new Uint8Array(bytes) }, now);
  if (!content.ok) return content;
  const type = content.value;
  return isPicture(type)
    ? clean(bytes, { type, mostBytes: Math.min(now.imageBytes, now.fileBytes) })
    : { ok: true, value: { bytes, type } };
}
