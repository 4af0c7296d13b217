import type { MailLanguage } from '../callers';

/** What stands in a mail: never anything of the question itself. */
export interface MailTexts {
  readonly subject: string;
  readonly text: string;
}

interface Facts {
  readonly number: string;
  /** Of the host's app, where people log in. With `{number}` in it, it leads to the question itself. */
  readonly appUrl: string;
  /** The asker, or the contact person of an asker who has no address. */
  readonly to: 'asker' | 'contact';
}

/** Writes the mail that says that there is an answer. */
export const answerMailTexts = (language: MailLanguage, facts: Facts): MailTexts => {
  const { number, appUrl, to } = facts;
  const url = appUrl.replaceAll(NUMBER, encodeURIComponent(number));
  const [subject, ...paragraphs] = TEXTS[language][to]({ number, url, isDirect: url !== appUrl });
  return { subject, text: [`${subject}.`, ...paragraphs].join('\n\n') };
};

const NUMBER = '{number}';

interface Slots {
  readonly number: string;
  readonly url: string;
  /** The link opens the question: nobody has to look for it. */
  readonly isDirect: boolean;
}

type Lines = (slots: Slots) => readonly [subject: string, ...paragraphs: string[]];

const TEXTS: Readonly<Record<MailLanguage, Readonly<Record<Facts['to'], Lines>>>> = {
  nl: {
    asker: ({ number, url, isDirect }) => [
      `Er is een antwoord op je vraag ${number}`,
      `${isDirect ? 'Log in en lees het antwoord' : 'Log in en kijk bij Mijn vragen'}:\n${url}`,
      'In deze mail staat niets over de vraag zelf. Antwoorden op deze mail leest niemand.',
    ],
    contact: ({ number, url }) => [
      `Er is een antwoord op vraag ${number} van een collega`,
      `Van deze collega kennen we geen mailadres. Geef je het door? Het antwoord staat bij Mijn vragen:\n${url}`,
      'In deze mail staat niets over de vraag zelf. Antwoorden op deze mail leest niemand.',
    ],
  },
  'nl-x-formeel': {
    asker: ({ number, url, isDirect }) => [
      `Er is een antwoord op uw vraag ${number}`,
      `${isDirect ? 'Log in en lees het antwoord' : 'Log in en kijk bij Mijn vragen'}:\n${url}`,
      'In deze mail staat niets over de vraag zelf. Antwoorden op deze mail leest niemand.',
    ],
    contact: ({ number, url }) => [
      `Er is een antwoord op vraag ${number} van een collega`,
      `Van deze collega kennen we geen mailadres. Geeft u het door? Het antwoord staat bij Mijn vragen:\n${url}`,
      'In deze mail staat niets over de vraag zelf. Antwoorden op deze mail leest niemand.',
    ],
  },
  en: {
    asker: ({ number, url, isDirect }) => [
      `There is an answer to your question ${number}`,
      `${isDirect ? 'Log in and read the answer' : 'Log in and look at My questions'}:\n${url}`,
      'This mail says nothing about the question itself. Nobody reads answers to this mail.',
    ],
    contact: ({ number, url }) => [
      `There is an answer to question ${number} of a colleague`,
      `We have no mail address of this colleague. Will you pass it on? The answer is at My questions:\n${url}`,
      'This mail says nothing about the question itself. Nobody reads answers to this mail.',
    ],
  },
};
