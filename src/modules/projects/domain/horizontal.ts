import { z } from 'zod';
import type { RuleMark } from '#kernel/dated-rules.ts';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { part, type ValueOf } from '#kernel/parts.ts';
import { promisePlaces } from './codes.ts';

/** A question of a form: yes or no, or the size of the direct and the indirect effect. */
export interface Criterion {
  readonly key: string;
  /** Key of the group that it is summed in. */
  readonly group: string;
  readonly kind: 'yes-no' | 'direct-indirect';
  /** "Yes" is not enough by itself: the thing that was done has to be shown (F-22). */
  readonly needsEvidence?: boolean;
  readonly names: { readonly fi: string; readonly sv: string; readonly en: string };
}

/** The form of one programme period, as data: another period is another template, without change of code (HOR-05). */
export interface HorizontalTemplate {
  readonly code: string;
  readonly names: { readonly fi: string; readonly sv: string; readonly en: string };
  readonly groups: readonly {
    readonly key: string;
    readonly names: { readonly fi: string; readonly sv: string; readonly en: string };
  }[];
  readonly criteria: readonly Criterion[];
  /** Least and most value; absent when the form does not say (F-23), and then nothing is made a share of it. */
  readonly scale?: readonly [least: number, most: number] | undefined;
  readonly source: string;
  readonly mark: RuleMark;
}

export const horizontalAnswers = part(
  'projects.horizontal_answer',
  {
    template: z.string(),
    criterion: z.string(),
    yes: z.boolean().optional(),
    direct: z.int('effect-not-on-scale').optional(),
    indirect: z.int('effect-not-on-scale').optional(),
    reason: optionalText(5000).optional(),
    /** What shows it: the analysis itself, a document, a link. */
    evidence: optionalText(2000).optional(),
  },
  {},
  { order: ['criterion'] },
);
export type HorizontalAnswer = Omit<ValueOf<typeof horizontalAnswers>, 'template'> & { answered: boolean };

/** Criteria answered "yes" whose evidence is not there (F-22, 002:147-148). */
export function answersLackingEvidence(
  template: HorizontalTemplate,
  answers: readonly HorizontalAnswer[],
): Criterion[] {
  return template.criteria.filter(
    (criterion) =>
      criterion.needsEvidence === true &&
      answers.some(
        (answer) =>
          answer.criterion === criterion.key && answer.yes === true && (answer.evidence ?? '').trim() === '',
      ),
  );
}

/** The sum of what was given, and how many were not; undefined when nothing was: nothing given is not 0. */
export interface Sum {
  readonly value: number | undefined;
  readonly missing: number;
}

/** Sums of the effects by group and in all (N-08: 5 + 5 + 11 = 21 and 12 + 19 + 26 = 57). */
export function effectSums(template: HorizontalTemplate, answers: readonly HorizontalAnswer[]) {
  const byKey = new Map(answers.map((answer) => [answer.criterion, answer]));
  const sumOf = (criteria: readonly Criterion[], side: 'direct' | 'indirect'): Sum => {
    const given = criteria.flatMap(({ key }) => byKey.get(key)?.[side] ?? []);
    return {
      value: given.length === 0 ? undefined : given.reduce((a, b) => a + b),
      missing: criteria.length - given.length,
    };
  };
  const sized = template.criteria.filter(({ kind }) => kind === 'direct-indirect');
  const both = (criteria: readonly Criterion[]) => ({
    direct: sumOf(criteria, 'direct'),
    indirect: sumOf(criteria, 'indirect'),
  });
  return {
    groups: template.groups
      .map(({ key }) => ({ key, criteria: sized.filter(({ group }) => group === key) }))
      .filter(({ criteria }) => criteria.length > 0)
      .map(({ key, criteria }) => ({ key, ...both(criteria) })),
    total: both(sized),
  };
}

/** Does the value fit the form's scale? A form without a scale takes any number from 0. */
export function fitsScale({ scale }: HorizontalTemplate, value: number): boolean {
  return Number.isInteger(value) && value >= (scale?.[0] ?? 0) && value <= (scale?.[1] ?? 99);
}

/** What was promised in an answer, and what was done about it (HOR-06; 002:152, 002:159-189). */
export type PromisePlace = (typeof promisePlaces)[number];

export const followUps = part(
  'projects.horizontal_promise',
  {
    id: Id,
    criterion: z.string().max(100),
    text: z.string().trim().min(1, 'required').max(2000),
    place: z.enum(promisePlaces),
    followedOn: Day.optional(),
    followed: z.string().optional(),
  },
  { text: 'words' },
  { order: ['id'] },
);
export type HorizontalPromise = ValueOf<typeof followUps>;

/** Promises that nobody has followed; at closing they are listed (HOR-06). */
export function unfollowed(promises: readonly HorizontalPromise[]): HorizontalPromise[] {
  return promises.filter(({ followedOn }) => followedOn === undefined);
}

const places: readonly (readonly [RegExp, PromisePlace])[] = [
  [/hankinn|hankintapro/i, 'procurement'],
  [/koulutusten sisäl|koulutukse/i, 'training'],
  [/palvelu/i, 'service'],
];

/** Promises that a reason makes: "huomioidaan koulutusten hankintaprosesseissa ja sisällöissä" is two. */
export function promisesIn(reason: string): PromisePlace[] {
  if (!/huomioidaan|otetaan huomioon|edistetään|tuetaan/i.test(reason)) return [];
  const found = places.filter(([pattern]) => pattern.test(reason)).map(([, place]) => place);
  return found.length === 0 ? ['other'] : found;
}
