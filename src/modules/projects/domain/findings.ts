import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import type { ProjectDraft, ProjectState } from './draft.ts';
import * as document from './findings-document.ts';
import * as money from './findings-money.ts';
import * as time from './findings-time.ts';
import type { Plan } from './plan.ts';
import { costsAside, type Judged } from './used-money.ts';

/** What findings are judged by beside the plan itself. */
export interface Circumstances {
  readonly today: Day;
  readonly state: ProjectState;
  readonly municipality: (code: string) => time.KnownMunicipality | undefined;
  readonly registerBegins: Day;
}

/**
 * Everything in a plan and its documents that does not hold, each with the printed and the computed value, the difference
 * and, where there is one, the input that would fit. Nothing is repaired (requirements.md A0.2). Money comes first.
 * Whoever changes the plan loses the findings of the plan; what stands in a document stays a finding of the document.
 */
export function findingsOf(
  plan: Plan,
  drafts: readonly ProjectDraft[],
  { today, state, municipality, registerBegins }: Circumstances,
  costs: readonly Judged[] = [],
): Finding[] {
  const [latest] = drafts;
  return [
    ...costsAside(plan, costs),
    ...money.wagesAgainstTotals(plan),
    ...money.linesAgainstTotals(plan),
    ...money.fundingAgainstCosts(plan, today),
    ...money.roundingOfOwnShare(plan, today),
    ...money.modelNotStated(plan),
    ...money.blankRejections(plan),
    ...money.printedShares(plan),
    ...money.workPackageCosts(plan),
    ...money.sourceAndRole(plan),
    ...document.commitments(plan),
    ...document.businessIds(plan),
    ...time.packageOrder(plan),
    ...time.municipalitySets(plan, municipality, registerBegins),
    ...time.endedOrganisations(plan, today),
    ...time.finalReportParts(plan, state, today),
    ...(latest === undefined
      ? []
      : [
          ...document.indicatorFigures(latest),
          ...document.openTargets(latest),
          ...document.horizontalAnswers(latest),
          ...document.futureEvents(latest),
          ...document.uncertainNames(latest),
          ...document.numberStyles(latest),
          ...document.typingErrors(latest),
        ]),
  ];
}
