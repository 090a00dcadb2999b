import type { ViewerContext } from '#access';
import { type DecisionBrief, findDecisions } from '#governance';
import { inLanguage, type Language } from '#kernel/localised.ts';
import type { ApprovalDraft } from '../domain/draft.ts';

/** What was decided in a body (of all bodies without one), the latest first; a proposal that fell decides nothing. */
export async function decisionsOf(
  context: ViewerContext,
  bodyId: string | undefined,
): Promise<DecisionBrief[]> {
  return (await findDecisions(context)).filter(
    (decision) => decision.text !== undefined && (bodyId === undefined || decision.bodyId === bodyId),
  );
}

/** A decision in the words of an approval: "§ 12", or its register numbers when it has no section. */
export function approvalOf(brief: DecisionBrief, language: Language): ApprovalDraft {
  const reference = brief.section === undefined ? brief.registerNumbers.join(', ') : `§ ${brief.section}`;
  return {
    body: inLanguage(brief.body, language).text,
    bodyId: brief.bodyId,
    decisionId: brief.decisionId,
    decidedOn: brief.decidedOn,
    ...(reference === '' ? {} : { reference }),
  };
}
