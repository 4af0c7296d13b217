import { nl as firstScreens, type MessageKey } from '../../src/locale';
import { designerTexts } from '../../src/locale/designer';
import { editorTexts } from '../../src/locale/editor';
import { en } from '../../src/locale/en';
import { nlCapture } from '../../src/locale/nlCapture';
import { nlConversations } from '../../src/locale/nlConversations';
import { nlFormal } from '../../src/locale/nlFormal';
import { nlHintList } from '../../src/locale/nlHintList';
import { nlHints } from '../../src/locale/nlHints';
import { nlMailing } from '../../src/locale/nlMailing';
import { nlReview } from '../../src/locale/nlReview';
import { nlSignOut } from '../../src/locale/nlSignOut';
import { nlWaiting } from '../../src/locale/nlWaiting';

const nl = {
  ...firstScreens,
  ...nlReview,
  ...nlConversations,
  ...nlCapture,
  ...nlMailing,
  ...nlWaiting,
  ...nlSignOut,
  ...nlHintList,
  ...nlHints,
};

/** Every register the product speaks, with the texts of every chunk. */
export const dictionaries: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = {
  nl: { ...nl, ...editorTexts.nl, ...designerTexts.nl },
  'nl-x-formeel': { ...nl, ...nlFormal, ...editorTexts['nl-x-formeel'], ...designerTexts['nl-x-formeel'] },
  en: { ...en, ...editorTexts.en, ...designerTexts.en },
};
