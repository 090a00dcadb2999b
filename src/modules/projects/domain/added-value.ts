import { z } from 'zod';
import { Hours } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { part, type ValueOf } from '#kernel/parts.ts';
import { againstKinds } from './codes.ts';

/**
 * What is new in a measure beside what is there already for the same group and area (FND-01, NET-25). `nothing-found`
 * is an answer too, when it says where one looked.
 */
export const AgainstKind = z.enum(againstKinds);
export type AgainstKind = z.infer<typeof AgainstKind>;

export const comparisons = part('projects.comparison', {
  id: Id,
  measureId: Id,
  against: AgainstKind,
  /** What it is compared with; where one looked, when nothing was found. */
  name: z.string().trim().min(1, 'required').max(300),
  /** The other project, when it is in the portfolio. */
  otherId: Id.optional(),
  /** The service, when it is in the catalogue. */
  serviceId: Id.optional(),
  /** What is new. Without it the row shows nothing. */
  difference: z.string().trim().min(1, 'required').max(2000),
});
export type Comparison = ValueOf<typeof comparisons>;

/** Work with companies as planned: what, how many hours with each, and the test that is done before and after (INT-10). */
export const companySteps = part('projects.company_step', {
  id: Id,
  measureId: Id,
  content: z.string().trim().min(1, 'required').max(2000),
  /** Hours with one company. */
  hours: Hours.gt(0, 'hours-not-fitting').max(2000, 'hours-not-fitting').optional(),
  companies: z.int().min(1, 'count-not-fitting').max(100_000, 'count-not-fitting').optional(),
  /** The readiness test done with the company before the work and after it. */
  test: optionalText(300).optional(),
});
export type CompanyStep = ValueOf<typeof companySteps>;

/** One company tested before and after; points on the test's own scale. */
export interface CompanyAssessment {
  readonly companyId: string;
  readonly phase: 'before' | 'after';
  readonly points: number;
}

/**
 * Mean change of the companies tested twice, with their number; the change is undefined while nobody is, because a company
 * tested once says nothing (FND-06: "mean change and n").
 */
export function readinessChange(assessments: readonly CompanyAssessment[]) {
  const of = (phase: CompanyAssessment['phase']) =>
    new Map(
      assessments
        .filter((assessment) => assessment.phase === phase)
        .map((assessment) => [assessment.companyId, assessment.points]),
    );
  const [before, after] = [of('before'), of('after')];
  const twice = [...before].filter(([company]) => after.has(company));
  const mean = (values: readonly number[]) =>
    values.length === 0 ? undefined : values.reduce((a, b) => a + b) / values.length;
  return {
    testedBefore: before.size,
    testedAfter: after.size,
    testedTwice: twice.length,
    before: mean(twice.map(([, points]) => points)),
    after: mean(twice.map(([company]) => after.get(company)!)),
    change: mean(twice.map(([company, points]) => after.get(company)! - points)),
  };
}

/** What a project in the portfolio is known by when overlaps are looked for. */
export interface Neighbour {
  readonly id: string;
  readonly name: string;
  readonly municipalities: readonly string[];
  /** Codes of groups; words of a group when no code was said. */
  readonly groups: readonly string[];
  readonly startsOn?: string | undefined;
  readonly endsOn?: string | undefined;
}

/**
 * Projects that should be compared with: some municipality in common, the most first. A common group is told too, but its
 * lack hides nobody, because groups are told in words of many kinds.
 */
export function neighboursOf(project: Neighbour, others: readonly Neighbour[]) {
  const common = (a: readonly string[], b: readonly string[]) => a.filter((text) => b.includes(text));
  return others
    .filter((other) => other.id !== project.id)
    .map((other) => ({
      project: other,
      municipalities: common(project.municipalities, other.municipalities),
      groups: common(project.groups, other.groups),
    }))
    .filter(({ municipalities }) => municipalities.length > 0)
    .toSorted(
      (a, b) =>
        b.groups.length - a.groups.length ||
        b.municipalities.length - a.municipalities.length ||
        (a.project.id < b.project.id ? -1 : 1),
    );
}
