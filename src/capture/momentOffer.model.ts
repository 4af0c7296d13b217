import { createModel, effect, signal } from '@preact/signals-core';
import type { CoveredSpot } from '../privacy/index';
import type { Keeping } from './keeping.model';
import type { FrozenPage } from './moment/moment';
import type { Picture } from './picture';
import type { RenderPage } from './ports';

/** What screenshots need from outside. */
export interface MomentDeps {
  /** Freezes the page as it is now. */
  freeze(): FrozenPage | Promise<FrozenPage>;
  readonly render: RenderPage;
}

/** The picture of the press: on its way, ready to be looked at, or impossible here. In memory only. */
export type Moment =
  | { readonly state: 'none' }
  | { readonly state: 'rendering' }
  | {
      readonly state: 'ready';
      readonly picture: Picture;
      readonly url: string;
      readonly spots: readonly CoveredSpot[];
      readonly delayMs: number;
    }
  | { readonly state: 'blocked'; readonly code: string };

/** The picture of the press, and fresh ones. Nothing is kept or sent until the person includes it. */
export const MomentOfferModel = createModel((deps: MomentDeps, keeping: Keeping) => {
  const moment = signal<Moment>({ state: 'none' });
  const isTaking = signal(false);
  let latest = 0;

  const become = (next: Moment): void => {
    const old = moment.peek();
    if (old.state === 'ready') URL.revokeObjectURL(old.url);
    moment.value = next;
  };
  effect(() => () => {
    latest += 1;
    become({ state: 'none' });
  });

  /** Only one picture at a time; whatever goes wrong, the button works again. */
  const take = async (act: () => Promise<unknown>): Promise<void> => {
    if (isTaking.peek()) return;
    isTaking.value = true;
    await act().catch((cause: unknown) =>
      keeping.report({ code: 'screenshot-failed', message: 'The page could not be frozen.', cause }),
    );
    isTaking.value = false;
  };

  return {
    moment,
    isTaking,
    /** Draws the page of the press, so that it can be looked at. `delayMs`: how much later than the press it was frozen. */
    async offerMoment(page: FrozenPage, delayMs = 0): Promise<void> {
      latest += 1;
      const own = latest;
      become({ state: 'rendering' });
      const drawn = await deps.render(page);
      if (own !== latest) return;
      become(drawn.ok ? ready(drawn.value, page, delayMs) : { state: 'blocked', code: drawn.problem.code });
    },
    /** Sends the picture of the press along: only now it is kept on the device. */
    includeMoment: (): Promise<void> =>
      take(async () => {
        const shown = moment.peek();
        if (shown.state !== 'ready') return;
        const late = shown.delayMs > 0 && { delayMs: shown.delayMs };
        if (await keeping.attachPicture(shown.picture, { boxes: shown.spots.length, ...late }))
          become({ state: 'none' });
      }),
    /** Forgets the picture of the press. */
    dropMoment(): void {
      latest += 1;
      become({ state: 'none' });
    },
    /** Takes a fresh screenshot of the page behind the panel and attaches it. */
    takeScreenshot: (): Promise<void> =>
      take(async () => {
        const page = await deps.freeze();
        const drawn = await deps.render(page);
        if (drawn.ok) await keeping.attachPicture(drawn.value, { boxes: page.spots.length });
        else keeping.report(drawn.problem);
      }),
  };
});

const ready = (picture: Picture, { spots }: FrozenPage, delayMs: number): Moment => ({
  state: 'ready',
  picture,
  url: URL.createObjectURL(new Blob([picture.bytes], { type: picture.type })),
  spots,
  delayMs,
});
