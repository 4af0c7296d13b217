import { launcherTexts } from './launcherTexts';

/** How replies are counted in the launcher's name, per language: the launcher is too small to carry a dictionary. */
const UNREAD: Readonly<Record<string, readonly [one: string, more: string]>> = {
  nl: ['{n} nieuw antwoord', '{n} nieuwe antwoorden'],
  en: ['{n} new reply', '{n} new replies'],
};

/** What the launcher is named by. */
export interface LauncherNaming {
  readonly brand: string;
  readonly unread: number;
  /** Stands on it instead of our own text. */
  readonly label: string | undefined;
}

/** Gives what stands on the launcher and what it is called, replies included. */
export function launcherName(
  locale: string,
  naming: LauncherNaming,
): { readonly label: string; readonly name: string } {
  const { brand, unread } = naming;
  const language = locale === 'en' ? 'en' : 'nl';
  const label = (naming.label ?? launcherTexts[language] ?? '').replace('{brand}', brand);
  const [one, more] = UNREAD[language] ?? ['', ''];
  const replies = (unread === 1 ? one : more).replace('{n}', String(unread));
  return { label, name: unread > 0 ? `${label}, ${replies}` : label };
}
