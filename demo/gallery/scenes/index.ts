import type { Scene } from '../scene';
import { announcer } from './announcer.scene';
import { badge } from './badge.scene';
import { button } from './button.scene';
import { checkbox } from './checkbox.scene';
import { choice } from './choice.scene';
import { dialog } from './dialog.scene';
import { disclosure } from './disclosure.scene';
import { filePicker } from './filePicker.scene';
import { icon } from './icon.scene';
import { list } from './list.scene';
import { notice } from './notice.scene';
import { picture } from './picture.scene';
import { progress } from './progress.scene';
import { richText } from './richText.scene';
import { screen } from './screen.scene';
import { textField } from './textField.scene';

/** All scenes, by the name that stands in the address. A new scene is added here, in the order of the alphabet. */
export const scenes: Readonly<Record<string, Scene>> = {
  announcer,
  badge,
  button,
  checkbox,
  choice,
  dialog,
  disclosure,
  filePicker,
  icon,
  list,
  notice,
  picture,
  progress,
  richText,
  screen,
  textField,
};
