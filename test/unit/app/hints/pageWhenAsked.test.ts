import { describe, expect, it } from 'vitest';
import { createPageWhenAsked } from '../../../../src/app/hints/judging/pageWhenAsked';
import { createLifetime } from '../../../../src/foundation/lifetime';
import type { HintPageWithElements, PageSign, WantedSigns } from '../../../../src/hints';

const NOTHING: WantedSigns = { places: [], idleMs: [], isErrorWanted: false, isRageWanted: false };
const IDLE: WantedSigns = { ...NOTHING, idleMs: [5000] };
const ERRORS: WantedSigns = { ...NOTHING, isErrorWanted: true };
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A page of which what looks comes when the test lets it. */
function aPage() {
  const life = createLifetime();
  const asked: WantedSigns[] = [];
  const waiting: { come(): void; fail(): void }[] = [];
  let tell: (signs: readonly PageSign[]) => void = () => undefined;
  const looking = {
    watch: (wanted: WantedSigns) => void asked.push(wanted),
    listen: (listener: typeof tell) => {
      tell = listener;
      return () => undefined;
    },
    placeOf: () => 'found',
    isBehindModal: () => false,
  } as unknown as HintPageWithElements; // all that is asked here
  const page = createPageWhenAsked(
    {
      isModalOpen: () => true,
      fetch: () =>
        new Promise((resolve, reject) =>
          waiting.push({ come: () => resolve(() => looking), fail: () => reject(new Error('lost')) }),
        ),
    },
    life,
  );
  return { page, life, asked, waiting, tell: (sign: PageSign) => tell([sign]) };
}

describe('the page of hints', () => {
  it('is looked at when something is asked of it, and not before', async () => {
    const { page, waiting, asked } = aPage();
    page.watch(NOTHING);
    expect([waiting.length, page.placeOf('opslaan'), page.isBehindModal('opslaan')]).toEqual([0, 'missing', true]);
    page.watch(IDLE);
    page.watch(ERRORS);
    expect(waiting).toHaveLength(1);
    waiting[0]?.come();
    await settled();
    expect([asked, page.placeOf('opslaan'), page.isBehindModal('opslaan')]).toEqual([[ERRORS], 'found', false]);
    page.watch(NOTHING);
    expect(asked).toEqual([ERRORS, NOTHING]);
  });

  it('tells its signs to who listened before, and to nobody who has stopped', async () => {
    const { page, waiting, tell } = aPage();
    const heard: string[] = [];
    page.listen((signs) => heard.push(...signs.map(({ is }) => `one ${is}`)));
    const stop = page.listen((signs) => heard.push(...signs.map(({ is }) => `other ${is}`)));
    page.watch(IDLE);
    waiting[0]?.come();
    await settled();
    tell({ is: 'idle', ms: 5000 });
    stop();
    tell({ is: 'error' });
    expect(heard).toEqual(['one idle', 'other idle', 'one error']);
  });

  it('is looked at by the next question when what looks did not arrive', async () => {
    const { page, waiting, asked } = aPage();
    page.watch(IDLE);
    waiting[0]?.fail();
    await settled();
    expect(asked).toEqual([]);
    page.watch(ERRORS);
    waiting[1]?.come();
    await settled();
    expect(asked).toEqual([ERRORS]);
  });

  it('is never looked at after the end', async () => {
    const { page, life, waiting, asked } = aPage();
    page.watch(IDLE);
    life.end();
    waiting[0]?.come();
    await settled();
    page.watch(ERRORS);
    expect([asked, waiting.length]).toEqual([[], 1]);
  });
});
