import type { Visit } from '../visits';
import { currentVisit, navigationOf } from './observeNavigation';

/** Whether the browser can go back to a visit without leaving the document. */
export const canReturnTo = (view: Window, visit: Visit): boolean =>
  navigationOf(view)
    ?.entries()
    .some((entry) => entry.key === visit.key && entry.sameDocument) ?? false;

/** Goes back to a visit. Answers whether the browser did. */
export async function returnTo(view: Window, visit: Visit): Promise<boolean> {
  try {
    await navigationOf(view)?.traverseTo(visit.key).finished;
    return currentVisit(view).path === visit.path;
  } catch {
    return false; // the host refused or another navigation came in between
  }
}
