import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { inLanguage, type Language } from '#kernel/localised.ts';
import { part, type ValueOf } from '#kernel/parts.ts';
import type { CompanyStep, Comparison } from './added-value.ts';
import { aspects } from './codes.ts';
import { answersLackingEvidence, type HorizontalAnswer, type HorizontalTemplate } from './horizontal.ts';
import { balanceOf, checkParts, type Indicator, isMeasured } from './indicators.ts';
import type { FunderCheck, RejectionItem } from './promises-criticisms.ts';
import { orphansOf, reachedFrom, type TraceGraph, type TraceLink, type TraceNode } from './traceability.ts';

const Words = z.string().trim().min(1, 'required').max(2000);

export type Aspect = (typeof aspects)[number];

export const goals = part('projects.goal', { id: Id, text: Words }, { text: 'words' });
export type Goal = ValueOf<typeof goals>;

export const measures = part(
  'projects.measure',
  {
    id: Id,
    text: Words,
    workPackage: optionalText(100).optional(),
    aspects: z.array(z.enum(aspects)).default([]),
  },
  { text: 'words' },
);
export type Measure = ValueOf<typeof measures>;

/** All that a plan promises, and what was said about it. `links` go goal → result, measure → output, output → result. */
export interface Promises {
  readonly goals: readonly Goal[];
  readonly measures: readonly Measure[];
  readonly indicators: readonly Indicator[];
  readonly links: readonly TraceLink[];
  readonly comparisons: readonly Comparison[];
  /** How many services of the catalogue are for the same group and area. */
  readonly servicesThere?: number | undefined;
  readonly companySteps: readonly CompanyStep[];
  readonly horizontal: {
    readonly template?: HorizontalTemplate | undefined;
    readonly answers: readonly HorizontalAnswer[];
  };
  readonly rejection: readonly RejectionItem[];
}

/** The plan's graph; facts are made from what the indicators count. */
export function graphOf(
  promises: Pick<Promises, 'measures' | 'indicators' | 'links'>,
  language: Language = 'fi',
  nameOfFact: (fact: string) => string = (fact) => fact,
): TraceGraph {
  const counted = promises.indicators.filter((indicator) => indicator.kind !== 'common');
  const facts = new Map<string, TraceNode>();
  const toFacts: TraceLink[] = [];
  for (const { id, source } of counted) {
    if (!source) continue;
    const name = source.kind === 'fact' ? source.fact : source.name;
    const factId = `${source.kind}:${name}`;
    facts.set(factId, {
      id: factId,
      column: 'fact',
      label: source.kind === 'fact' ? nameOfFact(name) : name,
    });
    toFacts.push({ from: id, to: factId });
  }
  return {
    nodes: [
      ...promises.measures.map(({ id, text }) => ({ id, column: 'measure' as const, label: text })),
      ...counted.map(({ id, kind, names }) => ({
        id,
        column: kind as 'output' | 'result',
        label: inLanguage(names, language).text,
      })),
      ...facts.values(),
    ],
    links: [...promises.links, ...toFacts],
  };
}

export interface Reason {
  /** Words under `promises:reason.<code>`. */
  readonly code: string;
  readonly grade: 'blocks' | 'warns';
  /** Which of the funder's criticisms it is (requirements A15). */
  readonly check: FunderCheck;
  /** The thing that it is about: its id and its own words. */
  readonly about?: { readonly id: string; readonly label: string } | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/**
 * Why a plan is not ready, in the order of the funder's criticisms. A plan may be called ready when no reason blocks.
 * Adding a link never adds a reason.
 */
export function reasonsOf(promises: Promises): Reason[] {
  return [...reasonsOfPlan(promises), ...rejectionReasons(promises)];
}

function reasonsOfPlan(promises: Promises): Reason[] {
  return [
    ...addedValueReasons(promises),
    ...criticisedReasons(promises),
    ...aspectReasons(promises),
    ...goalReasons(promises),
    ...balanceReasons(promises),
    ...companyReasons(promises),
    ...traceReasons(promises),
    ...horizontalReasons(promises),
  ];
}

/** May the plan be called ready? */
export function isReady(promises: Promises): boolean {
  return reasonsOf(promises).every(({ grade }) => grade !== 'blocks');
}

const labelOf = ({ names }: Indicator) => inLanguage(names, 'fi').text;
const aboutMeasure = ({ id, text }: Measure) => ({ id, label: text });
const aboutIndicator = (indicator: Indicator) => ({ id: indicator.id, label: labelOf(indicator) });

/**
 * FND-01: each measure says what is new beside what is there. That nothing was found is no answer while the catalogue has
 * services for the same group and area.
 */
function addedValueReasons({ measures, comparisons, servicesThere = 0 }: Promises): Reason[] {
  return measures.flatMap((measure) => {
    const own = comparisons.filter(
      (comparison) => comparison.measureId === measure.id && filled(comparison.difference),
    );
    if (own.length === 0) return [blocks('added-value-not-shown', 'FND-01', aboutMeasure(measure))];
    if (servicesThere === 0 || own.some(({ against }) => against !== 'nothing-found')) return [];
    return [
      {
        ...blocks('services-not-compared', 'FND-01', aboutMeasure(measure)),
        details: { count: servicesThere },
      },
    ];
  });
}

/** What a measure would have to be about for a criticism to be answered. */
const aspectOfCheck: Readonly<Partial<Record<FunderCheck, Aspect>>> = {
  'FND-02': 'reform',
  'FND-03': 'international',
  'FND-05': 'pilot',
  'FND-06': 'international',
  'FND-08': 'companies',
};

/** A criticism that no measure can answer, because none is about it. */
function criticisedReasons({ measures, rejection }: Promises): Reason[] {
  return [...new Set(rejection.map(({ check }) => check))].flatMap((check) => {
    const aspect = aspectOfCheck[check];
    if (!aspect || measures.some((measure) => measure.aspects.includes(aspect))) return [];
    return [{ ...blocks('criticised-without-measure', check), details: { aspect } }];
  });
}

/** FND-02, FND-03, FND-05: what the measures are about asks for a result of its own kind. */
function aspectReasons(promises: Promises): Reason[] {
  const graph = graphOf(promises);
  const byId = new Map(promises.indicators.map((indicator) => [indicator.id, indicator]));
  const asked: readonly (readonly [Aspect, string, FunderCheck, (result: Indicator) => boolean])[] = [
    ['reform', 'reform-not-linked', 'FND-02', (indicator) => filled(indicator.adoption)],
    [
      'international',
      'no-before-and-after',
      'FND-03',
      (indicator) =>
        indicator.nature === 'change' && indicator.baseline !== undefined && indicator.target !== undefined,
    ],
    [
      'pilot',
      'pilot-without-comparison',
      'FND-05',
      (indicator) => indicator.baseline !== undefined && filled(indicator.comparison),
    ],
  ];
  return asked.flatMap(([aspect, code, check, answers]) =>
    promises.measures
      .filter((measure) => measure.aspects.includes(aspect))
      .filter(
        ({ id }) =>
          !reachedFrom(graph, id).some(
            (node) => node.column === 'result' && byId.has(node.id) && answers(byId.get(node.id)!),
          ),
      )
      .map((measure) => blocks(code, check, aboutMeasure(measure))),
  );
}

/** FND-04: each goal has a result indicator, and each indicator its baseline, target, day and owner. */
function goalReasons({ goals, indicators, links }: Promises): Reason[] {
  const results = new Set(indicators.filter(({ kind }) => kind === 'result').map(({ id }) => id));
  const reasons: Reason[] = goals.length === 0 ? [blocks('no-goals', 'FND-04')] : [];
  for (const { id, text } of goals)
    if (!links.some(({ from, to }) => from === id && results.has(to)))
      reasons.push(blocks('goal-without-indicator', 'FND-04', { id, label: text }));
  for (const indicator of indicators.filter(({ kind }) => kind !== 'common')) {
    if (!isMeasured(indicator)) {
      reasons.push(blocks('promise-without-indicator', 'FND-04', aboutIndicator(indicator)));
      continue;
    }
    const missing = [
      indicator.kind === 'result' && indicator.baseline === undefined ? 'baseline' : '',
      indicator.target === undefined ? 'target' : '',
      indicator.dueOn === undefined ? 'date' : '',
      filled(indicator.owner) ? '' : 'owner',
    ].filter((part) => part !== '');
    for (const part of missing)
      reasons.push(blocks(`indicator-without-${part}`, 'FND-04', aboutIndicator(indicator)));
    const parts = indicator.target && checkParts(indicator.target);
    if (parts) {
      reasons.push({
        ...blocks(parts.code, 'FND-04', aboutIndicator(indicator)),
        details: { target: indicator.target!.value, rest: Number(parts.difference?.value ?? 0) },
      });
    }
  }
  return reasons;
}

/** FND-07: indicators that count attendance are not the most, and none of them is called a result. */
function balanceReasons({ indicators }: Promises): Reason[] {
  const own = indicators.filter((indicator) => indicator.kind !== 'common' && isMeasured(indicator));
  const { attendance, tilted } = balanceOf(own);
  return [
    ...(tilted
      ? [{ ...warns('attendance-majority', 'FND-07'), details: { attendance, all: own.length } }]
      : []),
    ...own
      .filter(({ kind, nature }) => kind === 'result' && nature === 'attendance')
      .map((indicator) => blocks('result-is-attendance', 'FND-07', aboutIndicator(indicator))),
  ];
}

/** FND-06, FND-08: work with companies is described, with hours, and tested before and after where skills should grow. */
function companyReasons({ measures, companySteps }: Promises): Reason[] {
  const with_ = (aspect: Aspect) => measures.filter((measure) => measure.aspects.includes(aspect));
  const steps = (measure: Measure) => companySteps.filter((step) => step.measureId === measure.id);
  return [
    ...with_('companies')
      .filter((measure) => !steps(measure).some(({ content, hours = 0 }) => filled(content) && hours > 0))
      .map((measure) => blocks('company-work-not-described', 'FND-08', aboutMeasure(measure))),
    ...with_('international')
      .filter((measure) => measure.aspects.includes('companies'))
      .filter((measure) => !steps(measure).some(({ test, hours = 0 }) => filled(test) && hours > 0))
      .map((measure) => blocks('company-skills-not-tested', 'FND-06', aboutMeasure(measure))),
  ];
}

/** FND-09: orphans on either side. */
function traceReasons(promises: Promises): Reason[] {
  const nothing = promises.measures.length === 0 ? [blocks('no-measures', 'FND-09')] : [];
  return [
    ...nothing,
    ...orphansOf(graphOf(promises)).map(({ kind, node }) =>
      blocks(kind, 'FND-09', { id: node.id, label: node.label }),
    ),
  ];
}

/** F-22: an answer that needs evidence has it; a form that is not filled is told. */
function horizontalReasons({ horizontal: { template, answers } }: Promises): Reason[] {
  if (!template) return [];
  const given = new Set(answers.filter(({ answered }) => answered).map(({ criterion }) => criterion));
  const open = template.criteria.filter(({ key }) => !given.has(key)).length;
  return [
    ...answersLackingEvidence(template, answers).map((criterion) =>
      blocks('answer-without-evidence', 'horizontal', { id: criterion.key, label: criterion.names.fi }),
    ),
    ...(open > 0
      ? [
          {
            ...warns('horizontal-not-filled', 'horizontal'),
            details: { open, all: template.criteria.length },
          },
        ]
      : []),
  ];
}

/**
 * FND-10: each criticism of the funder is answered with evidence that stands in the plan, and the check that belongs to it
 * holds. So an item is never ticked by words alone, and opens again when its evidence is taken away.
 */
function rejectionReasons(promises: Promises): Reason[] {
  return promises.rejection
    .filter((item) => stateOfItem(promises, item) === 'open')
    .map((item) => blocks('criticism-open', 'FND-10', { id: item.id, label: item.text }));
}

/** Is the criticism answered? Computed each time, never stored. */
export function stateOfItem(promises: Promises, item: RejectionItem): 'open' | 'answered' {
  const there = item.evidence.some((id) => thingsOf(promises).has(id));
  return filled(item.answer) && there && failing(promises, item.check).length === 0 ? 'answered' : 'open';
}

/** What keeps one of the funder's criticisms true of the plan; warnings count here, because the funder did not only warn. */
export function failing(promises: Promises, check: FunderCheck): Reason[] {
  if (check === 'other' || check === 'FND-10') return [];
  return reasonsOfPlan(promises).filter((reason) => reason.check === check);
}

/** Everything of the plan that can be pointed at as evidence, with its words. */
export function thingsOf(promises: Promises): Map<string, string> {
  return new Map([
    ...promises.goals.map(({ id, text }) => [id, text] as const),
    ...promises.measures.map(({ id, text }) => [id, text] as const),
    ...promises.indicators.map((indicator) => [indicator.id, labelOf(indicator)] as const),
    ...promises.comparisons.map(({ id, name }) => [id, name] as const),
    ...promises.companySteps.map(({ id, content }) => [id, content] as const),
  ]);
}

const filled = (text: string | undefined) => text !== undefined && text.trim() !== '';
const blocks = (code: string, check: FunderCheck, about?: Reason['about']): Reason => ({
  code,
  grade: 'blocks',
  check,
  ...(about ? { about } : {}),
});
const warns = (code: string, check: FunderCheck): Reason => ({ code, grade: 'warns', check });
