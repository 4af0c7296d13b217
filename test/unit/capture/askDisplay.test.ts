import { describe, expect, it } from 'vitest';
import { askDisplay, canRecord } from '../../../src/capture/browser/askDisplay';

/** A browser that answers a wish for a display with this. */
const browser = (getDisplayMedia: (wishes: Record<string, unknown>) => Promise<unknown>, more: object = {}): never =>
  ({ navigator: { mediaDevices: { getDisplayMedia } }, document: { documentElement: {} }, ...more }) as never; // only what is asked for

const track = (displaySurface: string | undefined, more: object = {}) => ({
  getSettings: () => ({ displaySurface }),
  stop: () => undefined,
  addEventListener: () => undefined,
  ...more,
});
const streamOf = (...tracks: readonly unknown[]) => ({ getVideoTracks: () => tracks, getTracks: () => tracks });
const refusal = (name: string, message = ''): Error => Object.assign(new Error(message), { name });
const CropTarget = { fromElement: async () => ({}) };

describe('asking for a display', () => {
  it('proposes this tab, keeps the focus here and lets nobody switch to another tab', async () => {
    let wished: Record<string, unknown> = {};
    const behaviors: string[] = [];
    const view = browser(
      async (wishes) => {
        wished = wishes;
        return streamOf(track('window'));
      },
      {
        CaptureController: class {
          setFocusBehavior(behavior: string): void {
            behaviors.push(behavior);
          }
        },
      },
    );
    await askDisplay(view, { frameRate: 10 });
    expect(wished).toMatchObject({
      video: { displaySurface: 'browser', frameRate: 10 },
      preferCurrentTab: true,
      selfBrowserSurface: 'include',
      surfaceSwitching: 'exclude',
    });
    expect(behaviors).toEqual(['no-focus-change']);
  });

  it.each([
    ['this tab', track('browser', { cropTo: async () => undefined }), { CropTarget }, 'browser', true],
    [
      'another tab',
      track('browser', { cropTo: () => Promise.reject(refusal('NotAllowedError')) }),
      { CropTarget },
      'browser',
      false,
    ],
    ['a tab, in an engine that cannot crop', track('browser'), {}, 'browser', 'unknown'],
    ['a window', track('window'), {}, 'window', false],
    ['a screen', track('monitor'), {}, 'monitor', false],
    ['something the engine does not name', track(undefined), {}, 'unknown', 'unknown'],
  ] as const)('tells that the person chose %s', async (_, chosen, more, surface, isThisTab) => {
    const asked = await askDisplay(
      browser(async () => streamOf(chosen), more),
      { frameRate: 10 },
    );
    expect(asked).toMatchObject({ ok: true, value: { surface, isThisTab } });
  });

  it('answers when sharing ends while the engine looks what was chosen and never says', async () => {
    const ending = new EventTarget();
    const silent = track('browser', {
      cropTo: () => new Promise(() => setTimeout(() => ending.dispatchEvent(new Event('ended')))),
      addEventListener: ending.addEventListener.bind(ending),
    });
    const view = browser(async () => streamOf(silent), { CropTarget });
    expect(await askDisplay(view, { frameRate: 10 })).toMatchObject({ ok: true, value: { isThisTab: false } });
  });

  it.each([
    ['the picker was closed', refusal('NotAllowedError', 'Permission denied by user'), 'display-dismissed'],
    ['the picker was left', refusal('AbortError'), 'display-dismissed'],
    ['the system refuses', refusal('NotAllowedError', 'Permission denied by system'), 'display-denied'],
    ['a policy refuses', refusal('SecurityError'), 'display-denied'],
    ['there is no display to give', refusal('NotSupportedError'), 'display-unsupported'],
    ['the source does not start', refusal('NotReadableError'), 'display-failed'],
  ])('says why there is no display when %s', async (_, error, code) => {
    expect(
      await askDisplay(
        browser(() => Promise.reject(error)),
        { frameRate: 10 },
      ),
    ).toMatchObject({ ok: false, problem: { code } });
  });

  it('says that a browser without display capture cannot do it, without asking', async () => {
    const phone = { navigator: {} } as never; // no mediaDevices without https
    expect(canRecord(phone)).toBe(false);
    expect(await askDisplay(phone, { frameRate: 10 })).toMatchObject({ problem: { code: 'display-unsupported' } });
  });

  it('records only where there is a recorder too', () => {
    expect(canRecord(browser(async () => undefined))).toBe(false);
    expect(canRecord(browser(async () => undefined, { MediaRecorder: class {} }))).toBe(true);
  });
});
