import type { ViewerContext } from '#access';
import { findMunicipality, firstDayOfMunicipalities } from '#areas';
import type { ProjectState } from './domain/draft.ts';
import type { Circumstances } from './domain/findings.ts';

/** What a project is judged by on the handle's day: the registers of the house. */
export function circumstancesOf(context: ViewerContext, state: ProjectState): Circumstances {
  return {
    today: context.today,
    state,
    registerBegins: firstDayOfMunicipalities,
    municipality: (code) => {
      const row = findMunicipality(code);
      return row && { ...row, name: row.name.fi };
    },
  };
}
