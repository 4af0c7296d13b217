/** What shows capturing: the menu, the picture of the press, the list of what goes along. Adopt `captureSheet` with them. */
export { AttachmentStrip, canEdit, type AttachmentStripProps } from './AttachmentStrip';
export { default as captureSheet } from './capture.css';
export { CaptureMenu, type CaptureMenuProps } from './CaptureMenu';
export { MomentOffer, type MomentOfferProps } from './MomentOffer';
export { PictureView, type PictureViewProps } from './PictureView';
