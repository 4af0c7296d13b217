/** The screens of asking: the field at home and the form. Adopt `questionsSheet` with them. */
export { AskField } from './AskField';
export type { AskFieldProps } from './AskField';
export type { ScreenFrame } from './frame';
export { QuestionEditor } from './QuestionEditor';
export type { QuestionEditorProps } from './QuestionEditor';
export { default as questionsSheet } from './questions.css';
