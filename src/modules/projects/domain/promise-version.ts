import { inLanguage } from '#kernel/localised.ts';
import type { HorizontalAnswer, HorizontalPromise } from './horizontal.ts';
import type { Indicator } from './indicators.ts';
import type { RejectionItem } from './promises-criticisms.ts';
import type { Promises } from './promises-readiness.ts';

/** What is promised, as a version keeps it: everything but the word "ready", which is computed and never kept. */
export interface PromiseVersion
  extends Pick<Promises, 'goals' | 'measures' | 'links' | 'comparisons' | 'companySteps'> {
  readonly indicators: readonly (Indicator & {
    readonly planned: Readonly<Record<string, number>>;
    readonly code?: string | undefined;
  })[];
  /** Code of the horizontal form, whose questions are data of the house. */
  readonly template?: string | undefined;
  readonly answers: readonly HorizontalAnswer[];
  readonly followUps: readonly HorizontalPromise[];
  readonly rejection: readonly RejectionItem[];
}

type Kept = Omit<PromiseVersion, 'template' | 'answers'> & Pick<Promises, 'horizontal'>;

/** The version of promises that stand now; nothing that is told of the moment goes in. */
export function promiseVersionOf(promises: Kept): PromiseVersion {
  const { goals, measures, indicators, links, comparisons, companySteps, followUps, rejection } = promises;
  const { template, answers } = promises.horizontal;
  return {
    goals,
    measures,
    indicators,
    links,
    comparisons,
    companySteps,
    template: template?.code,
    answers,
    followUps,
    rejection,
  };
}

/** A plain row that people can read: its `name`, and its fields as text and numbers. */
export interface PromiseRow extends Record<string, unknown> {
  readonly id?: string;
  readonly name: string;
}

const rowParts = [
  'goals',
  'measures',
  'indicators',
  'lines',
  'comparisons',
  'companySteps',
  'answers',
  'followUps',
  'criticisms',
] as const;
export type PromiseRows = Record<(typeof rowParts)[number], PromiseRow[]>;

/** The promises as lists of plain rows, for reading and for comparing. Lines are named by what they join. */
export function promiseRows(version: PromiseVersion): PromiseRows {
  const nameOf = new Map<string, string>([
    ...version.goals.map(({ id, text }) => [id, text] as const),
    ...version.measures.map(({ id, text }) => [id, text] as const),
    ...version.indicators.map(({ id, names }) => [id, inLanguage(names, 'fi').text] as const),
  ]);
  return {
    goals: version.goals.map(({ id, text }) => ({ id, name: text })),
    measures: version.measures.map(({ id, text, workPackage, aspects }) => ({
      id,
      name: text,
      workPackage,
      aspects: aspects.join(', '),
    })),
    indicators: version.indicators.map((indicator) => ({
      id: indicator.id,
      name: inLanguage(indicator.names, 'fi').text,
      indicatorKind: indicator.kind,
      nature: indicator.nature,
      unit: indicator.unit,
      baseline: indicator.baseline?.value,
      baselineOn: indicator.baseline?.on,
      target: indicator.target?.value,
      qualifier: indicator.target?.qualifier,
      targetParts: indicator.target?.parts.map(({ label, value }) => `${label} ${value}`).join('; '),
      dueOn: indicator.dueOn,
      owner: indicator.owner,
      counted:
        indicator.source &&
        (indicator.source.kind === 'fact' ? indicator.source.fact : indicator.source.name),
      formula: indicator.formula,
      comparedWith: indicator.comparison,
      adoption: indicator.adoption,
      halfYears: Object.entries(indicator.planned)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([half, value]) => `${half} ${value}`)
        .join('; '),
    })),
    lines: version.links.map(({ from, to }) => ({
      id: `${from} ${to}`,
      name: `${nameOf.get(from) ?? from} → ${nameOf.get(to) ?? to}`,
    })),
    comparisons: version.comparisons.map(({ id, name, measureId, against, difference }) => ({
      id,
      name,
      measure: nameOf.get(measureId),
      against,
      difference,
    })),
    companySteps: version.companySteps.map(({ id, content, measureId, hours, companies, test }) => ({
      id,
      name: content,
      measure: nameOf.get(measureId),
      hours,
      companies,
      test,
    })),
    answers: version.answers.map(({ criterion, yes, direct, indirect, reason, evidence }) => ({
      id: criterion,
      name: criterion,
      yes,
      direct,
      indirect,
      reason,
      evidence,
    })),
    followUps: version.followUps.map(({ id, text, place, followedOn, followed }) => ({
      id,
      name: text,
      place,
      followedOn,
      followed,
    })),
    criticisms: version.rejection.map(({ id, text, check, answer }) => ({ id, name: text, check, answer })),
  };
}
