import { createModel, effect, signal } from '@preact/signals-core';
import type { Keeping } from './keeping.model';
import type { FrozenPage } from './moment/moment';
import { pageOrigin, pixelsOrigin } from './origin';
import type { Picture } from './picture';
import type { GrabDisplay, Grabbed, RenderPage } from './ports';
import { ShownMomentModel, type ReadyPicture } from './shownMoment.model';

/** What screenshots need from outside. */
export interface MomentDeps {
  /** Freezes the page as it is now. */
  freeze(): FrozenPage | Promise<FrozenPage>;
  readonly render: RenderPage;
  /** Absent where the browser cannot give a picture of a display. */
  readonly grab?: GrabDisplay | undefined;
}

/** The picture of the press, and fresh ones. Nothing is kept or sent until the person includes it. */
export const MomentOfferModel = createModel((deps: MomentDeps, keeping: Keeping) => {
  const { moment, become, show, handOver } = new ShownMomentModel();
  const isTaking = signal(false);
  let latest = 0;

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
      become({ state: 'rendering', width: page.width, height: page.height });
      const drawn = await deps.render(page);
      if (own !== latest) return;
      if (drawn.ok) show(madePicture(drawn.value, page, deps.render), delayMs);
      else become({ state: 'blocked', code: drawn.problem.code });
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
      if (ready.state === 'ready') show(edited, ready.delayMs);
    },
    /** Gives the picture of the press away, or goes on with one that was given. */
    handOver,
    takeOver: become,
    /** Forgets the picture of the press. */
    dropMoment: drop,
    /** Takes a picture of a display that the person chooses, and attaches it. */
    grabScreen: (): Promise<void> => take(() => grabAndAttach(deps, keeping)),
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

async function grabAndAttach({ grab }: MomentDeps, keeping: Keeping): Promise<void> {
  const grabbed = await grab?.();
  if (grabbed?.ok) await attachGrabbed(grabbed.value, keeping);
  else if (grabbed) keeping.report(grabbed.problem);
}

/** Only a picture of this page alone was masked: any other is looked at by the person. */
const attachGrabbed = ({ picture, boxes }: Grabbed, keeping: Keeping): Promise<unknown> => {
  if (boxes === undefined) return keeping.attachDisplay(picture);
  const redaction = { mode: 'masked', boxes, revealed: [] } as const;
  const origin = pixelsOrigin(picture.bytes, { type: picture.type, redaction }, [picture.width, picture.height]);
  return keeping.attachPicture(picture, { facts: { boxes }, origin });
};
