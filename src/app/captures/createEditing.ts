import type { CaptureModelInstance, EditFacts, Origin } from '../../capture';
import type { AnnotationModelInstance, FinishedPicture, FinishedWork, SaveProblem } from '../../capture/editor';
import type { Clock } from '../../foundation/clock';
import { fail, succeed, type Result } from '../../foundation/result';
import type { Translate } from '../../locale';
import type { Attachment } from '../../protocol/submission';
import type { LazyParts } from '../panel/lazyParts';

/** The part that draws on pictures. */
export type Editor = Awaited<ReturnType<LazyParts['editor']>>;

/** What is edited: the picture of the press, or one that is attached. */
export type EditTarget =
  | { readonly kind: 'moment' }
  | { readonly kind: 'attached'; readonly attachment: Attachment; readonly name: string };

/** What editing is joined with. */
export interface CreateEditingOptions {
  readonly editor: Editor;
  readonly capture: CaptureModelInstance;
  readonly target: EditTarget;
  readonly origin: Origin;
  readonly translate: Translate;
  readonly clock: Clock;
  /** Takes out of a description what may say who somebody is. What stands in it from then on is what is sent. */
  readonly scrub: (text: string) => string;
}

/** Gives what is known of the picture that is to be edited; nothing when it is not there any more. */
export async function originOf(capture: CaptureModelInstance, target: EditTarget): Promise<Origin | undefined> {
  if (target.kind === 'attached') {
    const opened = await capture.openPicture(target.attachment);
    return opened.ok ? opened.value : undefined;
  }
  const moment = capture.moment.peek();
  return moment.state === 'ready' ? moment.origin : undefined;
}

/** Tells whether what is edited is a screenshot: then something may be covered in it, and it can be made again. */
export const isScreenshot = (target: EditTarget): boolean =>
  target.kind === 'moment' || target.attachment.kind === 'screenshot';

/** Puts a picture on the table, and what comes off it where it came from. */
export function createEditing(options: CreateEditingOptions): AnnotationModelInstance {
  const { editor, capture, target, origin, translate, clock } = options;
  return new editor.AnnotationModel({
    subject: origin.subject,
    earlier: origin.work,
    ...(isScreenshot(target) && { retake: capture.retake }),
    now: clock.now,
    newText: translate('mask.tool.text'),
    measure: editor.measureText,
    save: (work) => save({ ...work, alt: options.scrub(work.alt) }, options),
  });
}

async function save(work: FinishedWork, options: CreateEditingOptions): Promise<Result<unknown, SaveProblem>> {
  const { editor, capture, target } = options;
  if (!work.hasChanged) return work.isDone && target.kind === 'moment' ? includeMoment(capture) : succeed(undefined);
  const { imageBytes, fileBytes } = capture.limits();
  const mostBytes = Math.min(imageBytes, fileBytes);
  const { picture, annotations } = work;
  const made = await editor.exportPicture({ picture, annotations, mostBytes });
  if (!made.ok) return made.problem.code === 'file-too-large' ? fail({ ...made.problem, limit: mostBytes }) : made;
  const edited = { facts: factsOf(work, options), origin: nextOrigin(work, options) };
  if (target.kind === 'attached')
    return capture.replacePicture(target.attachment, { picture: cleaned(made.value), ...edited });
  const moment = capture.moment.peek();
  const gaps = moment.state === 'ready' ? moment.picture.gaps : [];
  capture.editMoment({ picture: { ...made.value, gaps }, ...edited });
  return work.isDone ? includeMoment(capture) : succeed(undefined);
}

const cleaned = ({ bytes, type, width, height }: FinishedPicture) => ({
  bytes,
  type,
  pixels: [width, height] as const,
});

/** The picture that somebody is done with goes along. */
async function includeMoment(capture: CaptureModelInstance): Promise<Result<unknown, SaveProblem>> {
  await capture.includeMoment();
  const problem = capture.problems.peek().at(-1);
  return capture.moment.peek().state === 'none' || !problem ? succeed(undefined) : fail(problem);
}

/** A picture that was made again has nothing of the one before. */
const revealedBefore = ({ subject }: FinishedWork, { origin }: CreateEditingOptions): Origin['revealedBefore'] =>
  subject === origin.subject ? origin.revealedBefore : [];

function factsOf(work: FinishedWork, options: CreateEditingOptions): EditFacts {
  const { editor, translate } = options;
  const { annotations, subject, alt } = work;
  const named = editor.namedSpots(subject.spots);
  const nameOf = (spot: number): string => {
    const found = named.find((one) => one.spot.id === spot);
    return found ? editor.spotName(translate, found).slice(0, LONGEST_NAME) : '';
  };
  const revealed = annotations.revealed.map(({ spot, at }) => ({ spot: nameOf(spot), at: new Date(at).toISOString() }));
  return {
    boxes: editor.coveredCount(annotations, subject.spots) + subject.fixedSpots,
    revealed: [...revealedBefore(work, options), ...revealed],
    alt,
  };
}

/** The receiver takes names of this many signs. */
const LONGEST_NAME = 200;

const nextOrigin = (work: FinishedWork, options: CreateEditingOptions): Origin => ({
  subject: work.subject,
  work: { annotations: work.annotations, alt: work.alt },
  revealedBefore: revealedBefore(work, options),
});
