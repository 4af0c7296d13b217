import type { nl as designer } from './designer/nl';
import type { nl as editor } from './editor/nl';
import type { nl as findings } from './findings/nl';
import type { nl } from './nl';
import type { nlCapture } from './nlCapture';
import type { nlConversations } from './nlConversations';
import type { nlHintList } from './nlHintList';
import type { nlHints } from './nlHints';
import type { nlMailing } from './nlMailing';
import type { nlReview } from './nlReview';
import type { nlSignOut } from './nlSignOut';
import type { nlWaiting } from './nlWaiting';

/** Name of a text that the panel or one of its screens brings. In Dutch each chunk has its own; English and "u" are complete. */
export type PanelKey =
  | keyof typeof nl
  | keyof typeof nlReview
  | keyof typeof nlConversations
  | keyof typeof nlCapture
  | keyof typeof nlHintList
  | keyof typeof nlHints
  | keyof typeof nlMailing
  | keyof typeof nlWaiting
  | keyof typeof nlSignOut;

/** Name of a text. Beside `nl.ts` there are dictionaries of chunks that are seldom needed. */
export type MessageKey = PanelKey | keyof typeof editor | keyof typeof designer | keyof typeof findings;

/**
 * Every text that the panel and its screens bring. A value is a plain string: `{name}` is a slot, `|` parts the singular from the plural,
 * `{brand}` is the product's own name. A host may override any text with JSON.
 */
export type Messages = Readonly<Record<PanelKey, string>>;
