import { describe, expect, it } from 'vitest';
import { en as designerEn } from '../../../src/locale/designer/en';
import { nl as designerNl } from '../../../src/locale/designer/nl';
import { nlFormal as designerFormal } from '../../../src/locale/designer/nlFormal';
import { en as editorEn } from '../../../src/locale/editor/en';
import { nl as editorNl } from '../../../src/locale/editor/nl';
import { nlFormal as editorFormal } from '../../../src/locale/editor/nlFormal';
import { en as panelEn } from '../../../src/locale/en';
import { en as findingsEn } from '../../../src/locale/findings/en';
import { nl as findingsNl } from '../../../src/locale/findings/nl';
import { nlFormal as findingsFormal } from '../../../src/locale/findings/nlFormal';
import type { MessageKey } from '../../../src/locale';
import { launcherTexts } from '../../../src/locale/launcherTexts';
import { nl as firstNl } from '../../../src/locale/nl';
import { nlCapture } from '../../../src/locale/nlCapture';
import { nlConversations } from '../../../src/locale/nlConversations';
import { nlFormal as panelFormal } from '../../../src/locale/nlFormal';
import { nlHintList } from '../../../src/locale/nlHintList';
import { nlHints } from '../../../src/locale/nlHints';
import { nlMailing } from '../../../src/locale/nlMailing';
import { nlReview } from '../../../src/locale/nlReview';
import { nlSignOut } from '../../../src/locale/nlSignOut';
import { nlWaiting } from '../../../src/locale/nlWaiting';
import { nl as panelNl } from '../../support/dutch';

/** The dictionary of the panel, and of the chunks that bring their own. */
const dutch = [
  firstNl,
  nlReview,
  nlConversations,
  nlCapture,
  nlMailing,
  nlWaiting,
  nlSignOut,
  nlHints,
  nlHintList,
  editorNl,
  designerNl,
  findingsNl,
];
const nl = { ...panelNl, ...editorNl, ...designerNl, ...findingsNl };
const en = { ...panelEn, ...editorEn, ...designerEn, ...findingsEn };
const nlFormal: Partial<Record<MessageKey, string>> = {
  ...panelFormal,
  ...editorFormal,
  ...designerFormal,
  ...findingsFormal,
};

const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const forms = (text: string): number => text.split('|').length;
const entries = (dictionary: object): [MessageKey, string][] => Object.entries(dictionary) as [MessageKey, string][]; // all three are typed by key
const familiar = /(?<![\p{L}])(je|jij|jou|jouw|jullie|hoi)(?![\p{L}])/iu;
const formal = /(?<![\p{L}])(u|uw|uzelf)(?![\p{L}])/iu;
const sentences = (text: string): string[] => text.split(/[.!?|]/).filter((sentence) => /\p{L}/u.test(sentence));
const words = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\d{]/u.test(word)).length;

describe('the dictionaries', () => {
  it('name no text twice, so that none hides another', () => {
    expect(Object.keys(nl)).toHaveLength(dutch.flatMap((part) => Object.keys(part)).length);
  });

  it('say everything in English that they say in Dutch', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
  });

  it('lose no slot and no plural in translation', () => {
    for (const [key, text] of [...entries(en), ...entries(nlFormal)]) {
      expect({ key, slots: slots(text), forms: forms(text) }).toEqual({
        key,
        slots: slots(nl[key]),
        forms: forms(nl[key]),
      });
    }
  });

  it('never mix je and u', () => {
    expect(entries(nl).filter(([, text]) => formal.test(text))).toEqual([]);
    expect(entries(nlFormal).filter(([, text]) => familiar.test(text))).toEqual([]);
  });

  it('have a formal value wherever the text says je', () => {
    expect(entries(nl).filter(([key, text]) => familiar.test(text) && nlFormal[key] === undefined)).toEqual([]);
  });

  it('have no formal value that says the same', () => {
    expect(entries(nlFormal).filter(([key, text]) => text === nl[key])).toEqual([]);
  });

  it('keep sentences to fifteen words', () => {
    const long = [nl, nlFormal, en]
      .flatMap(entries)
      .filter(([, text]) => sentences(text).some((sentence) => words(sentence) > 15));
    expect(long).toEqual([]);
  });

  it('name the launcher as the dictionaries do', () => {
    expect(launcherTexts).toEqual({ nl: nl['launcher.label'], en: en['launcher.label'] });
  });
});
