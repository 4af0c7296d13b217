import { nl as firstScreens } from '../../src/locale/nl';
import { nlCapture } from '../../src/locale/nlCapture';
import { nlConversations } from '../../src/locale/nlConversations';
import { nlHintList } from '../../src/locale/nlHintList';
import { nlHints } from '../../src/locale/nlHints';
import { nlMailing } from '../../src/locale/nlMailing';
import { nlReview } from '../../src/locale/nlReview';
import { nlSignOut } from '../../src/locale/nlSignOut';
import { nlWaiting } from '../../src/locale/nlWaiting';

/** All Dutch that the panel and its screens bring, as it is once everything has been fetched. */
export const nl = {
  ...firstScreens,
  ...nlReview,
  ...nlConversations,
  ...nlCapture,
  ...nlHintList,
  ...nlHints,
  ...nlMailing,
  ...nlWaiting,
  ...nlSignOut,
};
