import type { Failure, Result } from '../../foundation/result';
import type { Annotations } from './annotation';
import type { Size } from './geometry';
import type { Landmark, Spot } from './pageParts';

/** Pixels to draw on. */
export interface BasePicture {
  readonly bytes: ArrayBuffer;
  readonly type: string;
  /** Pixels of the picture itself. */
  readonly width: number;
  readonly height: number;
}

/** What lies on the table. */
export interface Subject {
  readonly picture: BasePicture;
  /** The units that shapes and spots are measured in: CSS pixels of a page, pixels of any other picture. */
  readonly size: Size;
  /** What is covered in it. */
  readonly spots: readonly Spot[];
  /** Parts of the page that it shows. */
  readonly landmarks: readonly Landmark[];
  /** Spots that are covered for good, because the page they were covered on is no longer in memory. */
  readonly fixedSpots: number;
  /** Draws it with these spots shown. Absent where nothing can be shown. */
  draw?(revealed: ReadonlySet<number>): Promise<Result<BasePicture, Failure>>;
}

/** What was done to it. */
export interface Work {
  readonly annotations: Annotations;
  /** What there is to see, in the person's own words. */
  readonly alt: string;
}

/** A picture that is finished: what to burn in, on which pixels. */
export interface FinishedWork extends Work {
  readonly subject: Subject;
  /** With what was revealed. */
  readonly picture: BasePicture;
  readonly hasChanged: boolean;
  /** Whether the person pressed Klaar; otherwise the layer was closed, which keeps the work as well. */
  readonly isDone: boolean;
}
