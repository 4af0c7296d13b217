import type { Asker } from './callers';
import { HINT_ROLES, type HintRole } from './hintPort';
import { Refusal } from './problem';

/** Refuses who may not. Each role may do what the ones before it may. */
export function needs(role: HintRole, { hintRole }: Asker): void {
  if (hintRole === undefined || HINT_ROLES.indexOf(hintRole) < HINT_ROLES.indexOf(role))
    throw new Refusal('role-missing', `This needs the role ${role} for hints in the token`);
}
