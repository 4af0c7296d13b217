import { describe, expect, it } from 'vitest';
import { decodeOptions } from '../../../src/api/decodeOptions';
import { createFakeBackend } from '../../../src/testing';
import { BACKEND, BROKEN_OPTIONS } from '../../support/brokenOptions';

const codesOf = (options: unknown): string[] =>
  decodeOptions(options).problems.map(({ code, subject }) => `${code} ${subject}`.trim());

describe('options of the host', () => {
  it('needs nothing but a backend', () => {
    const { settings, problems } = decodeOptions({ backend: BACKEND });
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      locale: 'nl',
      launcher: false,
      brand: { name: 'Cliendo' },
      shortcut: 'Alt+Shift+H',
      privacy: { review: 'risk' },
      panel: { side: 'right', width: 400 },
      capture: { recording: { enabled: true, seconds: 180, extendSeconds: 180, microphone: false } },
      keys: { pause: 'Alt+Shift+P', stop: 'Alt+Shift+S' },
    });
  });

  it('refuses a recording that never ends and keys that typing would press, and takes the default', () => {
    const { settings, problems } = decodeOptions({
      backend: BACKEND,
      capture: { recording: { seconds: 100_000, extendSeconds: 0 } },
      keys: { pause: 'P', stop: false },
    });
    expect(problems.map(({ code, subject }) => [code, subject])).toEqual([
      ['option-type', 'capture.recording.seconds'],
      ['option-type', 'keys.pause'],
    ]);
    expect(settings).toMatchObject({
      capture: { recording: { seconds: 180, extendSeconds: 0 } },
      keys: { pause: 'Alt+Shift+P', stop: false },
    });
  });

  it('takes every option in its right shape without a word', () => {
    const options = {
      backend: '/support',
      auth: async () => 'token',
      brand: { name: 'Dossier' },
      locale: 'en',
      messages: { 'launcher.label': 'Vraag het ons' },
      launcher: true,
      shortcut: false,
      panel: { side: 'left', width: 480 },
      theme: { scheme: 'dark', density: 'compact' },
      context: () => ({ client: { ref: 'C-1' } }),
      places: { '/agenda': 'Agenda', passThrough: ['/instellingen/*'] },
      collect: ['place'],
      privacy: { interfaceTexts: ['Opslaan'], interfaceAssets: ['/icons/'], review: 'always', names: () => ['Sam'] },
      moment: { picture: false },
      capture: { recording: { enabled: false, seconds: 60, extendSeconds: 30, microphone: true } },
      keys: { pause: 'Ctrl+Alt+1', stop: false },
      limits: { fileBytes: 1000, files: 2, submissionBytes: 5000, questions: 3 },
      storage: { mode: 'memory', ttlHours: 8 },
      hooks: { beforeSend: () => false },
    };
    const { settings, problems } = decodeOptions(options);
    expect(problems).toEqual([]);
    expect(settings).toMatchObject({
      places: { '/agenda': 'Agenda' },
      passThrough: ['/instellingen/*'],
      limits: { files: 2 },
      storage: { mode: 'memory', ttlHours: 8 },
    });
  });

  it('names the nearest known option for one it does not know', () => {
    const [problem] = decodeOptions({ backend: BACKEND, lancher: true }).problems;
    expect(problem?.message).toContain('Did you mean `launcher`?');
    const [nested] = decodeOptions({ backend: BACKEND, privacy: { interfacetext: [] } }).problems;
    expect(nested?.message).toContain('Did you mean `privacy.interfaceTexts`?');
  });

  it('does not guess when nothing is near', () => {
    const [problem] = decodeOptions({ backend: BACKEND, xylophone: true }).problems;
    expect(problem?.message).not.toContain('Did you mean');
  });

  it.each(BROKEN_OPTIONS)('says what is wrong with %s and does not throw', (_what, options, codes) => {
    expect(codesOf(options)).toEqual(codes);
    for (const { message } of decodeOptions(options).problems) expect(message).toMatch(/^[A-Z`].+\.$|\?$/);
  });

  it('goes on with the defaults after a wrong value', () => {
    expect(decodeOptions({ backend: BACKEND, locale: 'de', panel: { width: 9 } }).settings).toMatchObject({
      locale: 'nl',
      panel: { width: 400 },
    });
  });

  it('names what an object needs to be a backend when it lacks some of it, and takes one that lacks nothing', () => {
    const { removeAttachment: _one, changes: _other, ...incomplete } = createFakeBackend();
    const { settings, problems } = decodeOptions({ backend: incomplete });
    expect(settings).toBeUndefined();
    expect(problems.map(({ code, message }) => [code, message])).toContainEqual([
      'option-type',
      expect.stringContaining('changes, putSubmission, submission, uploadOffset, uploadPiece, removeAttachment'),
    ]);
    expect(decodeOptions({ backend: createFakeBackend() }).problems).toEqual([]);
  });

  it('says so when the backend throws as it is looked at', () => {
    const backend = {
      get me(): never {
        throw new Error('host bug');
      },
    };
    expect(codesOf({ backend })).toEqual(['option-type', 'option-missing backend']);
  });

  it('says so when an option throws as it is read', () => {
    const options = {
      backend: BACKEND,
      get locale(): string {
        throw new Error('host bug');
      },
    };
    expect(codesOf(options)).toEqual(['option-type', 'option-missing backend']);
  });

  it('leaves every prototype as it was', () => {
    decodeOptions(
      JSON.parse(`{"backend":"${BACKEND}","constructor":{"prototype":{"polluted":1}},"__proto__":{"polluted":1}}`),
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
