import type { Finding } from '#kernel/findings.ts';
import type { ProjectDraft } from './draft.ts';
import type { Plan } from './plan.ts';

/** Everything in a plan and its documents that does not hold. Nothing is repaired (requirements.md A0.2). */
export function findingsOf(_plan: Plan, _drafts: readonly ProjectDraft[]): Finding[] {
  return [];
}
