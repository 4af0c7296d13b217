/** The screens of asking: the field at home, the form, the bundle, the look before sending, the receipt. Adopt `questionsSheet` with them. */
export { AskField } from './AskField';
export type { AskFieldProps } from './AskField';
export { BundlePanel } from './BundlePanel';
export type { BundlePanelProps } from './BundlePanel';
export type { ScreenFrame } from './frame';
export { QuestionEditor } from './QuestionEditor';
export type { QuestionEditorProps } from './QuestionEditor';
export { default as questionsSheet } from './questions.css';
export { ReviewAndSend } from './ReviewAndSend';
export type { ReviewAndSendProps } from './ReviewAndSend';
export { SentReceipt } from './SentReceipt';
export type { SentReceiptProps } from './SentReceipt';
