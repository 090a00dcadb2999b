import type { Day } from '#kernel/days.ts';
import { inLanguage } from '#kernel/localised.ts';
import type { Cents } from '#kernel/money.ts';
import { isEmptyText, missingReportParts } from './final-report.ts';
import { conditionState } from './funding.ts';
import { type HorizontalPromise, type PromisePlace, unfollowed } from './horizontal.ts';
import { type Indicator, isMeasured } from './indicators.ts';
import { instrumentOn } from './instruments.ts';
import type { Plan } from './plan.ts';

/** Something that is not finished when a project is about to be closed. */
export interface OpenEnd {
  readonly code:
    | 'report-part'
    | 'result-without-owner'
    | 'promise-not-followed'
    | 'indicator-without-value'
    | 'condition-unmet'
    | 'money-unused';
  /** Closing is refused while one blocks; a warning is told and stays told. */
  readonly grade: 'blocks' | 'warns';
  /** Its own words, a part of the final report by its code, or nothing. */
  readonly about?: string | undefined;
  /** What stands there instead: '-' (F-21), and where it was read. */
  readonly words?: string | undefined;
  readonly source?: string | undefined;
  readonly cents?: Cents | undefined;
  /** Where a horizontal promise is kept: in procurement, in training. */
  readonly place?: PromisePlace | undefined;
}

export interface Ending {
  readonly plan: Plan;
  readonly indicators: readonly Indicator[];
  readonly followUps: readonly HorizontalPromise[];
  /** Ids of the indicators of which a value was entered. */
  readonly valued: ReadonlySet<string>;
  readonly granted?: Cents | undefined;
  readonly realised?: Cents | undefined;
}

/**
 * What a project still owes on a day: mandatory parts of its final report ("-" is missing, F-21), owners of its results
 * (PJ-22), horizontal promises that nobody has followed (HOR-06); these block closing. A single indicator whose value was
 * never given warns, since it may be beyond finding out; an instrument that asks for indicators blocks when none has a value.
 */
export function openEnds(ending: Ending, today: Day): OpenEnd[] {
  const { plan, granted, realised } = ending;
  const counted = ending.indicators.filter(
    (indicator) => indicator.kind !== 'common' && indicator.target !== undefined && isMeasured(indicator),
  );
  const without = counted.filter(({ id, source }) => source?.kind !== 'fact' && !ending.valued.has(id));
  const day = plan.identity.endsOn ?? plan.identity.startsOn ?? today;
  const asked = instrumentOn(plan.identity.instrument, day).value.finalReport.includes('indicators');
  const noneValued = asked && counted.length > 0 && without.length === counted.length;
  // A result of a document stands in the plan and as an indicator; an owner in either is its owner.
  const results = new Map<string, boolean>();
  for (const { words, owner } of [
    ...plan.outcomes.filter(({ kind }) => kind === 'result'),
    ...ending.indicators
      .filter(({ kind }) => kind === 'result')
      .map(({ names, owner }) => ({ words: inLanguage(names, 'fi').text, owner })),
  ])
    results.set(words, results.get(words) === true || !isEmptyText(owner));
  const unmet = plan.fundingShares.flatMap(({ condition }) =>
    condition && conditionState(condition, today) !== 'met' ? [condition] : [],
  );
  return [
    ...missingReportParts(plan, today).map(({ part, words, source }) =>
      blocks('report-part', { about: part, words, source }),
    ),
    ...(noneValued ? [blocks('report-part', { about: 'indicators' })] : []),
    ...[...results].flatMap(([about, owned]) => (owned ? [] : [blocks('result-without-owner', { about })])),
    ...unfollowed(ending.followUps).map(({ text, place }) =>
      blocks('promise-not-followed', { about: text, place }),
    ),
    ...without.map(({ names }) => warns('indicator-without-value', { about: inLanguage(names, 'fi').text })),
    ...unmet.map(({ words, source }) => warns('condition-unmet', { about: words, source })),
    ...(granted !== undefined && realised !== undefined && granted > realised
      ? [warns('money-unused', { cents: granted - realised })]
      : []),
  ];
}

type About = Omit<OpenEnd, 'code' | 'grade'>;
const blocks = (code: OpenEnd['code'], about: About): OpenEnd => ({ code, grade: 'blocks', ...about });
const warns = (code: OpenEnd['code'], about: About): OpenEnd => ({ code, grade: 'warns', ...about });
