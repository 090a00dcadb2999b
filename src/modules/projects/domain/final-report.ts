import type { Day } from '#kernel/days.ts';
import { instrumentOn } from './instruments.ts';
import type { Plan } from './plan.ts';

/** Is there anything but signs of "nothing here"? */
export function isEmptyText(words: string | undefined): boolean {
  return words === undefined || /^[\s\-–—.]*$/.test(words);
}

export interface MissingPart {
  part: string;
  source?: string | undefined;
  /** What stands there instead: '-' (F-21). */
  words?: string | undefined;
}

/** Parts that the instrument's final report must have and that are not there: "-" counts as missing (PJ-23, F-21). */
export function missingReportParts(plan: Plan, today: Day): MissingPart[] {
  const { finalReport } = instrumentOn(
    plan.identity.instrument,
    plan.identity.endsOn ?? plan.identity.startsOn ?? today,
  ).value;
  const section = (kind: string) => plan.sections.findLast((row) => row.kind === kind);
  return finalReport.flatMap((part): MissingPart[] => {
    if (part === 'money')
      return plan.figures.some((figure) => figure.kind === 'realised') || plan.costLines.length > 0
        ? []
        : [{ part }];
    if (part === 'indicators') return [];
    const given = section(part);
    const told = part === 'results' && plan.outcomes.length > 0;
    if (told || !isEmptyText(given?.words)) return [];
    return [{ part, source: given?.source, words: given?.words }];
  });
}

/** Results that nobody owns after the project (PJ-22): closing lists them. */
export function ownerless(plan: Plan): string[] {
  return plan.outcomes
    .filter((outcome) => outcome.kind === 'result' && isEmptyText(outcome.owner))
    .map((outcome) => outcome.words);
}
