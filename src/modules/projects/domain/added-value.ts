import { z } from 'zod';
import { againstKinds } from './codes.ts';

/**
 * What is new in a measure beside what is there already for the same group and area (FND-01, NET-25). `nothing-found`
 * is an answer too, when it says where one looked.
 */
export const AgainstKind = z.enum(againstKinds);
export type AgainstKind = z.infer<typeof AgainstKind>;

export interface Comparison {
  readonly id: string;
  readonly measureId: string;
  readonly against: AgainstKind;
  /** What it is compared with; where one looked, when nothing was found. */
  readonly name: string;
  /** The other project, when it is in the portfolio. */
  readonly otherId?: string | undefined;
  /** The service, when it is in the catalogue. */
  readonly serviceId?: string | undefined;
  /** What is new. Without it the row shows nothing. */
  readonly difference: string;
}

/** Work with companies as planned: what, how many hours with each, and the test that is done before and after (INT-10). */
export interface CompanyStep {
  readonly id: string;
  readonly measureId: string;
  readonly content: string;
  /** Hours with one company. */
  readonly hours?: number | undefined;
  readonly companies?: number | undefined;
  /** The readiness test done with the company before the work and after it. */
  readonly test?: string | undefined;
}

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
    new Map(assessments.filter((one) => one.phase === phase).map((one) => [one.companyId, one.points]));
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
  const common = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one));
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
