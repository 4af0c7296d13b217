import { computed, createModel, effect, signal } from '@preact/signals-core';
import type { Failure, Result } from '../../foundation/result';
import { onPicture } from './annotation';
import type { BasePicture, Subject } from './picture';
import type { WorkModelInstance } from './work.model';

/** What showing the picture needs from outside. */
export interface PixelsDeps {
  readonly subject: Subject;
  /** Makes the picture again, of the page as it is now. Absent where that cannot be done. */
  retake?(): Promise<Result<Subject, Failure>>;
}

/** The pixels under the work: drawn again whenever a spot is shown or covered. */
export const PixelsModel = createModel((deps: PixelsDeps, work: WorkModelInstance) => {
  const subject = signal(deps.subject);
  const shown = signal(withAddress(deps.subject.picture));
  const isDrawing = signal(false);
  const problem = signal<string | undefined>(undefined);
  let drawn: readonly number[] = [];
  let turn = 0;

  const show = (next: BasePicture, spots: readonly number[]): void => {
    URL.revokeObjectURL(shown.peek().url);
    drawn = spots;
    shown.value = withAddress(next);
  };
  /** Takes the turn; the answer of an earlier act comes too late then. */
  const act = async <Made>(make: () => Promise<Result<Made, Failure>>): Promise<Result<Made, Failure> | undefined> => {
    turn += 1;
    const own = turn;
    isDrawing.value = true;
    const made = await make();
    if (own !== turn) return undefined;
    isDrawing.value = false;
    problem.value = made.ok ? undefined : made.problem.code;
    return made;
  };

  /** Draws what is revealed now. A spot that could not be drawn is covered again. */
  const follow = async (spots: readonly number[]): Promise<void> => {
    const { draw } = subject.peek();
    if (!draw) return;
    const made = await act(() => draw(new Set(spots)));
    if (made?.ok) show(made.value, spots);
    else if (made) work.keepRevealed(drawn);
  };
  let following: Promise<void> = Promise.resolve();
  const wanted = computed(() => work.annotations.value.revealed.map(({ spot }) => spot).join());
  effect(() => {
    if (wanted.value !== drawn.join() || isDrawing.peek()) following = follow(numbersIn(wanted.value));
  });
  effect(() => () => {
    turn += 1;
    URL.revokeObjectURL(shown.peek().url);
  });

  return {
    subject,
    /** Address of what is on the screen. */
    url: computed(() => shown.value.url),
    isDrawing,
    /** Code of what went wrong with drawing. */
    problem,
    /** Waits until the pixels are those of the work. */
    async settled(): Promise<BasePicture> {
      await following;
      return shown.peek().picture;
    },
    /** Whether the picture can be made again. */
    canRetake: (): boolean => deps.retake !== undefined,
    /** Makes it again. What was drawn stays, what was revealed is covered. */
    async retake(): Promise<void> {
      const made = deps.retake && (await act(deps.retake));
      if (!made?.ok) return;
      subject.value = made.value;
      show(made.value.picture, []);
      work.restart(onPicture(work.annotations.peek(), made.value.size));
      work.tell({ kind: 'retaken' });
    },
  };
});

/** The pixels of one picture on the table. */
export type PixelsModelInstance = InstanceType<typeof PixelsModel>;

const numbersIn = (list: string): readonly number[] => list.split(',').filter(Boolean).map(Number);
const withAddress = (picture: BasePicture): { readonly picture: BasePicture; readonly url: string } => ({
  picture,
  url: URL.createObjectURL(new Blob([picture.bytes], { type: picture.type })),
});
