import { createModel, signal } from '@preact/signals-core';
import type { ReadonlySignal } from '@preact/signals-core';
import type { Language } from './dates';

/** What somebody chose on this device. */
export interface Choices {
  readonly language: Language;
  readonly launcher: boolean;
  /** The names of the notifications that are switched off. */
  readonly muted: readonly string[];
}

/** Where the choices are kept: the browser's own store, or memory. */
export type ChoiceStore = Pick<Storage, 'getItem' | 'setItem'>;

/** The choices, with the way to change them. */
export interface Settings {
  readonly choices: ReadonlySignal<Choices>;
  choose(change: Partial<Choices>): void;
}

const KEY = 'voorbeeldzorg.choices';
const DEFAULTS: Choices = { language: 'nl', launcher: true, muted: [] };

/** Makes the settings from what is kept on this device. */
export const SettingsModel = createModel((store: ChoiceStore): Settings => {
  const choices = signal<Choices>({ ...DEFAULTS, ...readChoices(store.getItem(KEY)) });
  return {
    choices,
    choose(change) {
      choices.value = { ...choices.value, ...change };
      store.setItem(KEY, JSON.stringify(choices.value));
    },
  };
});

function readChoices(kept: string | null): Partial<Choices> {
  if (kept === null) return {};
  try {
    const value: unknown = JSON.parse(kept);
    if (typeof value !== 'object' || value === null) return {};
    const language: unknown = Reflect.get(value, 'language');
    const launcher: unknown = Reflect.get(value, 'launcher');
    const muted: unknown = Reflect.get(value, 'muted');
    return {
      ...(language === 'nl' || language === 'en' ? { language } : {}),
      ...(typeof launcher === 'boolean' ? { launcher } : {}),
      ...(Array.isArray(muted) ? { muted: muted.filter((name) => typeof name === 'string') } : {}),
    };
  } catch {
    return {};
  }
}
