import { launcherTexts } from './launcherTexts';

/** How replies are counted in the launcher's name, per language: the core is too small to carry a dictionary. */
const UNREAD: Readonly<Record<string, readonly [one: string, more: string]>> = {
  nl: ['{n} nieuw antwoord', '{n} nieuwe antwoorden'],
  en: ['{n} new reply', '{n} new replies'],
};

/** Gives what stands on the launcher and what it is called, replies included. */
export function launcherName(
  locale: string,
  { brand, unread }: { readonly brand: string; readonly unread: number },
): { readonly label: string; readonly name: string } {
  const language = locale === 'en' ? 'en' : 'nl';
  const label = (launcherTexts[language] ?? '').replace('{brand}', brand);
  const [one, more] = UNREAD[language] ?? ['', ''];
  const replies = (unread === 1 ? one : more).replace('{n}', String(unread));
  return { label, name: unread > 0 ? `${label}, ${replies}` : label };
}
