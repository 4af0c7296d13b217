import type { Scene } from '../scene';
import { announcer } from './announcer.scene';
import { annotationEditor } from './annotationEditor.scene';
import { askField } from './askField.scene';
import { attachmentStrip } from './attachmentStrip.scene';
import { badge } from './badge.scene';
import { bundlePanel } from './bundlePanel.scene';
import { button } from './button.scene';
import { captureMenu } from './captureMenu.scene';
import { checkbox } from './checkbox.scene';
import { choice } from './choice.scene';
import { conversationList } from './conversationList.scene';
import { conversationThread } from './conversationThread.scene';
import { dialog } from './dialog.scene';
import { disclosure } from './disclosure.scene';
import { filePicker } from './filePicker.scene';
import { hintFree } from './hintFree.scene';
import { hintList } from './hintList.scene';
import { hintPlaced } from './hintPlaced.scene';
import { icon } from './icon.scene';
import { keysDialog } from './keysDialog.scene';
import { list } from './list.scene';
import { momentOffer } from './momentOffer.scene';
import { notice } from './notice.scene';
import { otherWays } from './otherWays.scene';
import { picture } from './picture.scene';
import { pictureView } from './pictureView.scene';
import { progress } from './progress.scene';
import { questionEditor } from './questionEditor.scene';
import { recorderBar } from './recorderBar.scene';
import { recordingNotices } from './recordingNotices.scene';
import { recordingReview } from './recordingReview.scene';
import { reviewAndSend } from './reviewAndSend.scene';
import { richText } from './richText.scene';
import { screen } from './screen.scene';
import { sentReceipt } from './sentReceipt.scene';
import { signOutDialog } from './signOutDialog.scene';
import { textField } from './textField.scene';
import { waitingNotices } from './waitingNotices.scene';

/** All scenes, by the name that stands in the address. A new scene is added here, in the order of the alphabet. */
export const scenes: Readonly<Record<string, Scene>> = {
  announcer,
  annotationEditor,
  askField,
  attachmentStrip,
  badge,
  bundlePanel,
  button,
  captureMenu,
  checkbox,
  choice,
  conversationList,
  conversationThread,
  dialog,
  disclosure,
  filePicker,
  hintFree,
  hintList,
  hintPlaced,
  icon,
  keysDialog,
  list,
  momentOffer,
  notice,
  otherWays,
  picture,
  pictureView,
  progress,
  questionEditor,
  recorderBar,
  recordingNotices,
  recordingReview,
  reviewAndSend,
  richText,
  screen,
  sentReceipt,
  signOutDialog,
  textField,
  waitingNotices,
};
