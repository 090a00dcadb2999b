import { ruleOn } from '#kernel/dated-rules.ts';
import { addYears, type Day } from '#kernel/days.ts';
import type { Keeping, RuleSeries } from '#kernel/rules.ts';
import type { proposalStates } from './codes.ts';

/** A record whose clock started before this day has passed its time on the day. */
export function pastBefore(keeping: RuleSeries<Keeping>, on: Day): Day {
  return addYears(on, -ruleOn(keeping.versions, on).value.years);
}

/** The first day on which a record may go. */
export function dueOn(keeping: RuleSeries<Keeping>, since: Day, on: Day): Day {
  return addYears(since, ruleOn(keeping.versions, on).value.years);
}

/** How a proposal stands. */
export function stateOf(proposal: {
  readonly decision: 'confirmed' | 'refused' | 'withdrawn' | null;
  readonly items: number;
}): (typeof proposalStates)[number] {
  if (proposal.decision === null) return 'waiting';
  if (proposal.decision !== 'confirmed') return proposal.decision;
  return proposal.items > 0 ? 'under-way' : 'done';
}

/** Tells records apart without a name: the end of the number. */
export const signOf = (id: string): string => id.slice(-6).toUpperCase();
