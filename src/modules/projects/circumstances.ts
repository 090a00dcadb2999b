import type { Handle } from '#access';
import { findMunicipality, firstDayOfMunicipalities } from '#areas';
import type { ProjectState } from './domain/draft.ts';
import type { Circumstances } from './domain/findings.ts';

/** What a project is judged by on the handle's day: the registers of the house. */
export function circumstancesOf(handle: Handle, state: ProjectState): Circumstances {
  return {
    today: handle.today,
    state,
    registerBegins: firstDayOfMunicipalities,
    municipality: (code) => {
      const one = findMunicipality(code);
      return one && { ...one, name: one.name.fi };
    },
  };
}
