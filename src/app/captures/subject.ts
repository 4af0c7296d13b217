import type { FrozenPage } from '../../capture/moment';
import { canReturnTo, returnTo, waitUntilQuiet, type Visit } from '../../host';
import type { PanelPort } from '../panelPort';

/** The screen the problem is on, if it is not this one and the browser can go back to it without leaving the page. */
export function reachableSubject({ app, view }: PanelPort): Visit | undefined {
  const visit = app.subject.isPassThrough.peek() ? app.subject.visits.peek().subject : undefined;
  return visit && canReturnTo(view, visit) ? visit : undefined;
}

/** Goes back to the screen the problem is on and freezes it once it is quiet. */
export async function freezeSubject(port: PanelPort): Promise<FrozenPage | undefined> {
  const visit = reachableSubject(port);
  if (!visit || !(await returnTo(port.view, visit))) return undefined;
  await waitUntilQuiet(port.view.document);
  return port.moment.fresh();
}
