/**
 * What becomes of what was not sent when somebody leaves a computer that others use. A chunk of its own.
 * Invariant: only pressing "delete" deletes; every other way out keeps.
 */
export { SignOutDialog, type Keeping, type SignOutDialogProps } from './SignOutDialog';
export { isNothing, type SignOutChoice, type UnsentThings } from './unsent';
