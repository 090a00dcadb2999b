import type { ProjectDraft } from './draft.ts';
import { sourceText } from './draft.ts';
import type { HorizontalAnswer, HorizontalPromise, HorizontalTemplate } from './horizontal.ts';
import { promisesIn } from './horizontal.ts';
import { criterionCalled, findTemplate, templateOfInstrument } from './horizontal-templates.ts';
import type { Indicator, Nature } from './indicators.ts';
import { readCriticisms } from './promises-criticisms.ts';
import type { Aspect, Measure, Promises } from './promises-readiness.ts';

/** What a document promised, with a value that it said to be realised. */
export interface TakenPromises extends Promises {
  readonly realised: ReadonlyMap<string, number>;
  readonly followUps: readonly HorizontalPromise[];
}

/**
 * The promises of a document as it made them: nothing is joined that it did not join, nothing is filled in. A measure
 * without one of its own is its work package; what is promised in prose stands without a unit until it is made an indicator.
 */
export function promisesOf(draft: ProjectDraft, newId: () => string): TakenPromises {
  const packages = draft.workPackages ?? [];
  const told = draft.measures ?? [];
  const measures: Measure[] = [
    ...told.map(({ text, workPackage }) => ({
      id: newId(),
      text,
      workPackage,
      aspects: aspectsIn(`${text} ${packages.find(({ code }) => code === workPackage)?.text ?? ''}`),
    })),
    ...packages
      .filter(({ code }) => !told.some(({ workPackage }) => workPackage === code))
      .map(({ code, name, text }) => ({
        id: newId(),
        text: name,
        workPackage: code,
        aspects: aspectsIn(`${name} ${text ?? ''}`),
      })),
  ];
  const realised = new Map<string, number>();
  const indicators: Indicator[] = [
    ...(draft.indicators ?? []).map((indicator): Indicator => {
      const id = newId();
      const unit = indicator.unit ?? unitIn(indicator.name);
      if (indicator.realised !== undefined) realised.set(id, indicator.realised);
      return {
        id,
        kind: indicator.kind ?? 'output',
        nature: natureOf(indicator.name, indicator.kind ?? 'output', unit),
        names: { fi: capital(indicator.name) },
        unit,
        ...(indicator.baseline === undefined ? {} : { baseline: { value: indicator.baseline } }),
        ...(indicator.planned === undefined
          ? {}
          : {
              target: {
                value: indicator.planned,
                qualifier: indicator.qualifier,
                parts: (indicator.breakdown ?? []).map(({ label, planned }) => ({ label, value: planned })),
              },
            }),
        dueOn: indicator.until,
        promisedAt: sourceText(indicator.at),
      };
    }),
    ...(draft.outcomes ?? []).map(
      (outcome): Indicator => ({
        id: newId(),
        kind: outcome.kind,
        nature: outcome.kind === 'result' ? 'change' : 'product',
        names: { fi: capital(outcome.text) },
        unit: '',
        ...(outcome.amount === undefined
          ? {}
          : { target: { value: outcome.amount, qualifier: outcome.qualifier, parts: [] } }),
        promisedAt: sourceText(outcome.at),
      }),
    ),
  ];
  const template = findTemplate(draft.horizontal?.[0]?.template) ?? templateFor(draft);
  const answers = template ? answersIn(draft, template) : [];
  return {
    goals: (draft.goals ?? []).map(({ text }) => ({ id: newId(), text })),
    measures,
    indicators,
    links: [],
    comparisons: [],
    companySteps: [],
    horizontal: { template, answers },
    rejection: (draft.rejectionReasons ?? []).flatMap(({ value }) =>
      readCriticisms(value).map((item) => ({ id: newId(), ...item, evidence: [] })),
    ),
    realised,
    followUps: answers.flatMap(({ criterion, reason = '' }) =>
      promisesIn(reason).map((place) => ({ id: newId(), criterion, text: reason, place })),
    ),
  };
}

function templateFor(draft: ProjectDraft): HorizontalTemplate | undefined {
  return templateOfInstrument(draft.instrument?.value ?? 'other');
}

function answersIn(draft: ProjectDraft, template: HorizontalTemplate): HorizontalAnswer[] {
  return (draft.horizontal ?? []).flatMap((row) => {
    const criterion = criterionCalled(template, row.question);
    if (!criterion) return [];
    const { answer: yes, direct, indirect, text: reason } = row;
    return [{ criterion: criterion.key, yes, direct, indirect, reason, answered: true }];
  });
}

const aspectWords: readonly (readonly [Aspect, RegExp])[] = [
  ['pilot', /piloto|pilotti|pilotin|pilot\b/i],
  ['companies', /yrity|työnantaj/i],
  ['international', /kansainväli|maahanmuut|ulkomaa/i],
  ['reform', /uudistu|TE2024/i],
];

/** What a measure is about, by its words; a person corrects it. */
export function aspectsIn(text: string): Aspect[] {
  return aspectWords.filter(([, words]) => words.test(text)).map(([aspect]) => aspect);
}

/** Who takes part is attendance whatever else is said of it (003:149-150, 002:133-139): an output in persons or companies. */
function natureOf(name: string, kind: 'output' | 'result', unit: string): Nature {
  if (/osallistu/i.test(name)) return 'attendance';
  if (kind === 'result') return 'change';
  return /henkil|yrity/i.test(unit) ? 'attendance' : 'product';
}

function unitIn(name: string): string {
  if (/yrity/i.test(name)) return 'yritystä';
  return /henkilö|osallistuj|työllis|työnhakij/i.test(name) ? 'henkilöä' : 'kpl';
}

/** A reader may begin in the middle of a sentence ("osallistujaa"); a name begins with a capital. */
function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);
}
