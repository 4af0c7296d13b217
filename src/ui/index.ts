/**
 * What all views are made of. Terms: a *layer* is something in the top layer, the *bar* is our element that moves into the host's dialog,
 * the *firewall* keeps our events from the host. Invariants: every component works by keyboard, at 320 px and in forced colours;
 * no style tags or attributes; events go through `on()`.
 */
export { Announcer, useAnnounce } from './Announcer';
export { Button, IconButton, Spinner } from './Button';
export { Checkbox, Choice } from './Choice';
export type { ChoiceOption } from './Choice';
export { cycleFocus, type FocusCycle, type FocusStop } from './cycleFocus';
export { Dialog } from './Dialog';
export { Disclosure } from './Disclosure';
export type { Box } from './fieldInUse';
export { FilePicker } from './FilePicker';
export { rememberFocus } from './focusScope';
export { Icon } from './Icon';
export type { IconName } from './Icon';
export { createLayer } from './layer';
export type { Layer, LayerOptions, LayerState } from './layer';
export { keepPress } from './keepPress';
export { listenForFiles, type FileListener } from './listenForFiles';
export { Card, List, ListRow } from './List';
export { Badge, Notice, Progress, Skeleton } from './Notice';
export { on } from './on';
export { placeNear, sideOf, type Placing, type Side } from './placeNear';
export { Picture } from './Picture';
export { RichText } from './RichText';
export { Screen } from './Screen';
export type { ScreenProps } from './Screen';
export { adoptSheets, sheets } from './sheets';
export { stayClear } from './stayClear';
export { FieldError, TextField } from './TextField';
export { applyTheme, themeSource } from './themeSheet';
export type { ThemeOptions } from './themeSheet';
export { TextProvider, useFormat, useText } from './text';
export { useSheet } from './useSheet';
