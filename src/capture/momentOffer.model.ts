import { createModel, effect, signal } from '@preact/signals-core';
import type { EditFacts } from './attachment';
import type { Keeping } from './keeping.model';
import type { FrozenPage } from './moment/moment';
import { pageOrigin, type Origin } from './origin';
import type { Picture } from './picture';
import type { RenderPage } from './ports';

/** What screenshots need from outside. */
export interface MomentDeps {
  /** Freezes the page as it is now. */
  freeze(): FrozenPage | Promise<FrozenPage>;
  readonly render: RenderPage;
}

/** A picture that can be included, and what there is to tell of it. */
export interface ReadyPicture {
  readonly picture: Picture;
  readonly facts: EditFacts;
  readonly origin: Origin;
}

/** The picture of the press: on its way, ready to be looked at, or impossible here. In memory only. */
export type Moment =
  | { readonly state: 'none' }
  | { readonly state: 'rendering' }
  | (ReadyPicture & { readonly state: 'ready'; readonly url: string; readonly delayMs: number })
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
  const drop = (): void => {
    latest += 1;
    become({ state: 'none' });
  };
  effect(() => drop);

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
      become(
        drawn.ok
          ? shown(madePicture(drawn.value, page, deps.render), delayMs)
          : { state: 'blocked', code: drawn.problem.code },
      );
    },
    /** Sends the picture of the press along: only now it is kept on the device. */
    includeMoment: (): Promise<void> =>
      take(async () => {
        const ready = moment.peek();
        if (ready.state !== 'ready') return;
        const { picture, facts, origin, delayMs } = ready;
        const late = delayMs > 0 ? { ...facts, delayMs } : facts;
        if (await keeping.attachPicture(picture, { facts: late, origin })) become({ state: 'none' });
      }),
    /** Shows the picture of the press as it was edited. Still in memory only. */
    editMoment(edited: ReadyPicture): void {
      const ready = moment.peek();
      if (ready.state === 'ready') become(shown(edited, ready.delayMs));
    },
    /** Forgets the picture of the press. */
    dropMoment: drop,
    /** Takes a fresh screenshot of the page behind the panel and attaches it. */
    takeScreenshot: (): Promise<void> =>
      take(async () => {
        const page = await deps.freeze();
        const drawn = await deps.render(page);
        if (drawn.ok) await keeping.attachPicture(drawn.value, madePicture(drawn.value, page, deps.render));
        else keeping.report(drawn.problem);
      }),
  };
});

/** A screenshot as it was drawn just now: all that can be covered is. */
const madePicture = (picture: Picture, page: FrozenPage, render: RenderPage): ReadyPicture => ({
  picture,
  facts: { boxes: page.spots.length, revealed: [], alt: '' },
  origin: pageOrigin(page, picture, (revealed) => render(page, { revealed })),
});

const shown = (ready: ReadyPicture, delayMs: number): Moment => ({
  ...ready,
  state: 'ready',
  url: URL.createObjectURL(new Blob([ready.picture.bytes], { type: ready.picture.type })),
  delayMs,
});
