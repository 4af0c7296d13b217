/**
 * What comes after the form: the bundle, the look at every part before sending, the receipt. A chunk of its own: adopt `reviewSheet` with it.
 */
export { BundlePanel } from './BundlePanel';
export type { BundlePanelProps } from './BundlePanel';
export { ReviewAndSend } from './ReviewAndSend';
export type { ReviewAndSendProps } from './ReviewAndSend';
export { default as reviewSheet } from './review.css';
export { SentReceipt } from './SentReceipt';
export type { SentReceiptProps } from './SentReceipt';
