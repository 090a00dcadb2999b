import type { Day } from '#kernel/days.ts';
import type { Finding } from '#kernel/findings.ts';
import { allGoals } from './content.ts';
import type { IndicatorDraft, ProgrammeDraft } from './draft.ts';

/** What the check can find; each has its words under `programmes:finding.<code>`. */
export const programmeFindings = [
  'measure-without-indicator',
  'indicator-incomplete',
  'goal-without-measure',
  'goal-without-coordinator',
  'goals-missing',
  'review-day-missing',
  'review-day-passed',
  'programme-ended',
] as const;
export type ProgrammeFindingCode = (typeof programmeFindings)[number];

/** A finding with the part that it is about, so that a page can lead there. */
export interface ProgrammeFinding extends Finding {
  code: ProgrammeFindingCode;
  part?: { id?: string | undefined; title: string };
}

/**
 * What a programme lacks; nothing is repaired. The contents of document 004 promise "mittarit" and its tables have none:
 * 18 measures, 0 indicators, 18 warnings (F-16). Its "2021 –" has no end and no day of review (F-18).
 */
export function checkProgramme(programme: ProgrammeDraft, today: Day): ProgrammeFinding[] {
  const findings: ProgrammeFinding[] = [];
  const source = (line: number | undefined) => (line === undefined ? {} : { source: String(line) });
  if (programme.validTo === undefined) {
    if (programme.reviewOn === undefined) findings.push({ code: 'review-day-missing', grade: 'missing' });
    else if (programme.reviewOn < today)
      findings.push({
        code: 'review-day-passed',
        grade: 'warning',
        printed: { kind: 'day', value: programme.reviewOn },
      });
  } else if (programme.validTo < today)
    findings.push({
      code: 'programme-ended',
      grade: 'notice',
      printed: { kind: 'day', value: programme.validTo },
    });
  const goals = allGoals(programme.goals);
  if (goals.length === 0) findings.push({ code: 'goals-missing', grade: 'missing' });
  for (const goal of goals) {
    const part = { id: goal.id, title: goal.title };
    if (goal.measures.length === 0 && goal.goals.length === 0)
      findings.push({ code: 'goal-without-measure', grade: 'warning', part, ...source(goal.line) });
    if (goal.measures.length > 0 && goal.coordinators.length === 0)
      findings.push({ code: 'goal-without-coordinator', grade: 'warning', part, ...source(goal.line) });
    for (const measure of goal.measures) {
      if (measure.indicators.length === 0)
        findings.push({
          code: 'measure-without-indicator',
          grade: 'warning',
          part: { id: measure.id, title: measure.title },
          ...source(measure.line),
        });
    }
    for (const indicator of [...goal.indicators, ...goal.measures.flatMap((row) => row.indicators)]) {
      const lacks = lacksOf(indicator);
      if (lacks.length > 0)
        findings.push({
          code: 'indicator-incomplete',
          grade: 'missing',
          part: { id: indicator.id, title: indicator.name },
          printed: { kind: 'text', value: lacks.join(' ') },
          ...source(indicator.line),
        });
    }
  }
  return findings;
}

/** What an indicator lacks of: baseline, target, day of the target, unit, source (PRO-07). */
export function lacksOf(indicator: IndicatorDraft): string[] {
  const parts = {
    baseline: indicator.baseline,
    target: indicator.target,
    targetOn: indicator.targetOn,
    unit: indicator.unit || undefined,
    source: indicator.source || indicator.fact,
  };
  return Object.entries(parts).flatMap(([name, value]) => (value === undefined ? [name] : []));
}
