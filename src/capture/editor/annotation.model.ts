import { computed, createModel, signal } from '@preact/signals-core';
import type { Failure, Result } from '../../foundation/result';
import { noAnnotations, withoutBlank } from './annotation';
import type { FinishedWork, Work } from './picture';
import { ShapesModel, type ShapesDeps } from './shapes.model';
import { PixelsModel, type PixelsDeps } from './pixels.model';
import { SpotsModel, type SpotsDeps } from './spots.model';
import { WorkModel } from './work.model';
import { ZoomModel } from './zoom.model';

/** What drawing on a picture needs from outside. */
export interface AnnotationDeps extends PixelsDeps, ShapesDeps, Pick<SpotsDeps, 'now'> {
  /** What was done to the picture before, to go on with. */
  readonly earlier?: Partial<Work> | undefined;
  /** Burns the work into pixels and keeps them. */
  save(work: FinishedWork): Promise<Result<unknown, SaveProblem>>;
}

/** Why the work could not be kept, with the number that was passed where there is one. */
export interface SaveProblem extends Failure {
  readonly limit?: number;
}

/** Whether the work is being kept, and what went wrong when it was not. */
export type Saving =
  | { readonly state: 'none' }
  | { readonly state: 'saving' }
  | (SaveProblem & { readonly state: 'failed' });

/** A picture on the table. Closing it is a way of saving it too, so that no work is lost and nothing drawn over stays readable. */
export const AnnotationModel = createModel((deps: AnnotationDeps) => {
  const { annotations = noAnnotations(deps.subject.size), alt: words = '' } = deps.earlier ?? {};
  const start: Work = { annotations, alt: words };
  const work = new WorkModel(start.annotations);
  const shapes = new ShapesModel(deps, work);
  const pixels = new PixelsModel(deps, work);
  const spots = new SpotsModel({ work, pixels, now: deps.now });
  const size = computed(() => work.annotations.value.size);
  const zoom = new ZoomModel(size);
  const alt = signal(start.alt);
  const saving = signal<Saving>({ state: 'none' });

  return {
    work,
    shapes,
    pixels,
    spots,
    zoom,
    size,
    alt,
    saving,
    /** Keeps the work. Answers whether it is kept; when not, everything is still on the table. */
    async finish(isDone: boolean): Promise<boolean> {
      if (saving.peek().state === 'saving') return false;
      saving.value = { state: 'saving' };
      const picture = await pixels.settled();
      const now: Work = { annotations: withoutBlank(work.annotations.peek()), alt: alt.peek().trim() };
      const subject = pixels.subject.peek();
      const hasChanged = now.annotations !== start.annotations || subject !== deps.subject || now.alt !== start.alt;
      const kept = await deps.save({ ...now, subject, picture, hasChanged, isDone });
      saving.value = kept.ok ? { state: 'none' } : { state: 'failed', ...kept.problem };
      return kept.ok;
    },
  };
});

/** A picture on the table, as views see it. */
export type AnnotationModelInstance = InstanceType<typeof AnnotationModel>;
