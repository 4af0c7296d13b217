/**
 * Drawing on a picture: a chunk of its own. Terms: *annotations* are what was done to a picture, as a value; the *subject* is the
 * picture on the table with what is covered in it; *work* is annotations with a description. Invariants: what is drawn is data until
 * it is burnt into pixels; nothing that was covered or cut off is left in them; closing keeps the work as `Klaar` does.
 * Knows nothing of questions or agents: whoever opens it hands over the subject and keeps what comes back.
 */
export { editorTexts } from '../../locale/editor';
export { coveredCount, isUntouched, noAnnotations, type Annotations } from './annotation';
export {
  AnnotationModel,
  type AnnotationDeps,
  type AnnotationModelInstance,
  type SaveProblem,
} from './annotation.model';
export { exportPicture, type ExportOptions, type FinishedPicture } from './browser/exportPicture';
export { measureText } from './browser/measureText';
export { namedSpots, type Landmark, type Spot } from './pageParts';
export type { BasePicture, FinishedWork, Subject, Work } from './picture';
export { AnnotationEditor, type AnnotationEditorProps } from './views/AnnotationEditor';
export { KeysDialog } from './views/KeysDialog';
export { spotName } from './views/names';
