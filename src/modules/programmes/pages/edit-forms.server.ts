import type { RouterContextProvider } from 'react-router';
import type { ProgrammeContent } from '#programmes';
import type { Services } from '#server/services.ts';
import type { FormOptions } from '#web/forms/define.ts';
import { defineForm, showForm } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import type { Language } from '#web/language.ts';
import { orThrow } from '#web/page.ts';

type Options = FormOptions<'programmes.changeProgramme'>;
type Fields = Options['fields'];
type Hidden = Options['hidden'];

/** The form of a part of the working copy. A row without an identity is named by its place in the revision that was seen. */
const part = (kind: PartKind, fields: Fields, hidden: Hidden = []) =>
  defineForm('programmes.changeProgramme', {
    id: 'part',
    given: { change: { kind } },
    fixed: ['programmeId', 'revision', 'change.kind'],
    hidden,
    fields,
    act: 'edit.keep',
  });

export const partKinds = [
  'basics',
  'theme',
  'goal',
  'measure',
  'indicator',
  'coordinator',
  'board',
  'approval',
  'member',
  'chapter',
  'milestone',
] as const;
export type PartKind = (typeof partKinds)[number];

const line = { as: 'line', width: 'l' } as const;
const title = { ...line, label: 'edit.name' } as const;
const number = { label: 'edit.number', width: 's' } as const;
const place: Hidden = ['revision', 'change.at'];
const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((words) => words.trim() !== '');
const years = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter((year) => year !== '')
    .map(Number);
/** What Polku counts, as a choice says it: `pilot <id> <figure>` or `area <fact>`. */
function factOf(text: string) {
  const [from, second, figure] = text.split(' ');
  if (from === 'pilot') return { kind: 'pilot-figure', pilotId: second, figure };
  return from === 'area' ? { kind: 'area-fact', fact: second } : undefined;
}

export const partForms: Readonly<Record<PartKind, ReturnType<typeof part>>> = {
  basics: part('basics', {
    'change.name': { ...line, label: 'name' },
    'change.validFrom': {},
    'change.validTo': {},
    'change.reviewOn': {},
    'change.purpose': {
      as: 'area',
      rows: 6,
      read: paragraphs,
    },
  }),
  theme: part(
    'theme',
    {
      'change.theme.number': number,
      'change.theme.title': title,
      'change.theme.effects': { label: 'effects', rows: 4 },
    },
    ['change.theme.id'],
  ),
  goal: part(
    'goal',
    {
      'change.goal.title': title,
      'change.goal.description': { label: 'description' },
      'change.goal.theme': { as: 'select', label: 'theme', empty: 'no-theme', width: 'l' },
      'change.goal.coordinators': {
        as: 'ticks',
        label: 'tabs.coordinators',
        help: 'edit.coordinators-help',
      },
    },
    ['change.goal.id', 'change.underId'],
  ),
  measure: part(
    'measure',
    {
      'change.measure.title': title,
      'change.measure.description': { label: 'description' },
      'change.measure.years': {
        as: 'line',
        label: 'years',
        help: 'edit.years-help',
        read: years,
      },
      'change.measure.municipalities': {
        label: 'municipalities',
        help: 'edit.municipalities-help',
        rows: 3,
      },
      'change.measure.coordinators': {
        as: 'ticks',
        label: 'edit.own-coordinators',
      },
    },
    ['change.measure.id', 'change.goalId'],
  ),
  indicator: part(
    'indicator',
    {
      'change.indicator.name': title,
      'change.indicator.unit': { label: 'unit' },
      'change.indicator.baseline': { label: 'baseline' },
      'change.indicator.baselineOn': { label: 'baseline-on' },
      'change.indicator.qualifier': { label: 'qualifier', width: 's' },
      'change.indicator.target': { label: 'target' },
      'change.indicator.targetOn': { label: 'target-on' },
      'change.indicator.fact': {
        as: 'select',
        label: 'fact',
        empty: 'fact-none',
        width: 'l',
        read: factOf,
      },
      'change.indicator.source': { ...line, label: 'source' },
    },
    ['change.indicator.id', 'change.ownerId'],
  ),
  coordinator: part(
    'coordinator',
    {
      'change.coordinator.name': { ...title, help: 'edit.coordinator-help' },
      'change.coordinator.organisationId': {
        label: 'organisation',
        empty: 'no-organisation',
        width: 'l',
      },
    },
    ['change.coordinator.id'],
  ),
  board: part('board', {
    'change.name': { ...line, label: 'board-name', help: 'edit.board-help' },
    'change.bodyId': { label: 'body', help: 'edit.body-help', empty: 'body-none', width: 'l' },
    'change.appointedBy': { ...line, label: 'appointed-by' },
    'change.preparer': { ...line, label: 'preparer', help: 'edit.preparer-help' },
  }),
  approval: part('approval', {
    'change.decisionId': {
      label: 'board-report.decision',
      empty: 'board-report.decision-none',
      width: 'l',
    },
    'change.body': { ...line, label: 'board-report.body' },
    'change.decidedOn': { label: 'board-report.decided-on' },
    'change.reference': { as: 'line', label: 'board-report.reference' },
  }),
  member: part(
    'member',
    {
      'change.member.name': { ...title, help: 'edit.member-help' },
      'change.member.role': { label: 'edit.role' },
      'change.member.organisationId': { label: 'organisation', empty: 'no-organisation', width: 'l' },
    },
    place,
  ),
  chapter: part('chapter', { 'change.chapter.number': number, 'change.chapter.title': title }, place),
  milestone: part(
    'milestone',
    {
      'change.milestone.on': { label: 'edit.on' },
      'change.milestone.title': { ...title, help: 'edit.milestone-help' },
    },
    place,
  ),
};

type Goal = ProgrammeContent['goals'][number];
const everyGoal = (goals: readonly Goal[]): Goal[] =>
  goals.flatMap((goal) => [goal, ...everyGoal(goal.goals)]);

/** Which part the address means. */
export type Asked = { readonly kind: PartKind; readonly search: URLSearchParams };

/** Is the part the only one of its kind? */
export const isOnly = (kind: PartKind) => kind === 'basics' || kind === 'board' || kind === 'approval';
export const isNew = ({ kind, search }: Asked) => !isOnly(kind) && !search.has('id') && !search.has('at');

/** The names of municipalities by their codes. */
export type MunicipalityNames = ReadonlyMap<string, string>;

/** The part of the working copy as its form has it; nothing of one that is new or gone. */
export function present(
  content: ProgrammeContent,
  { kind, search }: Asked,
  names: MunicipalityNames,
): object | undefined {
  const id = search.get('id');
  const goals = everyGoal(content.goals);
  const byId = <R extends { readonly id: string }>(rows: readonly R[]) => rows.find((row) => row.id === id);
  const at = <R>(rows: readonly R[] | undefined) => rows?.[Number(search.get('at') ?? Number.NaN)];
  const inside = (row: object | undefined) => row && { [kind]: row };
  switch (kind) {
    case 'basics':
      return { ...content, purpose: content.purpose.join('\n\n') };
    case 'theme':
      return inside(byId(content.themes));
    case 'goal':
      return inside(byId(goals));
    case 'measure': {
      const measure = byId(goals.flatMap(({ measures }) => measures));
      return inside(
        measure && {
          ...measure,
          years: measure.years.join(', '),
          municipalities: measure.municipalities.map((code) => names.get(code) ?? code),
        },
      );
    }
    case 'indicator': {
      const indicator = byId(
        goals.flatMap((goal) => [
          ...goal.indicators,
          ...goal.measures.flatMap(({ indicators }) => indicators),
        ]),
      );
      const fact = indicator?.fact;
      const counted =
        fact && (fact.kind === 'pilot-figure' ? `pilot ${fact.pilotId} ${fact.figure}` : `area ${fact.fact}`);
      return inside(indicator && { ...indicator, fact: counted });
    }
    case 'coordinator':
      return inside(byId(content.coordinators));
    case 'board':
      return { ...content.board, bodyId: content.board?.body?.id };
    case 'approval':
      return { body: content.board?.name, ...content.approval };
    case 'member':
      return inside(at(content.board?.members));
    case 'chapter':
      return inside(at(content.chapters));
    case 'milestone':
      return inside(at(content.milestones));
  }
}

/** What the page of a part hands on: of which part, under what, and at which place. */
export function hiddenOf({ kind, search }: Asked, revision: number) {
  const given = (name: string) => search.get(name) ?? undefined;
  switch (kind) {
    case 'theme':
    case 'coordinator':
      return { [`change.${kind}.id`]: given('id') };
    case 'goal':
      return { 'change.goal.id': given('id'), 'change.underId': given('under') };
    case 'measure':
      return { 'change.measure.id': given('id'), 'change.goalId': given('goal') };
    case 'indicator':
      return { 'change.indicator.id': given('id'), 'change.ownerId': given('owner') };
    case 'member':
    case 'chapter':
    case 'milestone':
      return { revision, 'change.at': given('at') };
    default:
      return {};
  }
}

type Working = Extract<Awaited<ReturnType<Services['programmes']['openWorking']>>, { ok: true }>['value'];

const pilotFigures = [
  'joined',
  'mapped',
  'consented',
  'introduced',
  'interviewed',
  'employed',
  'companies-helped',
] as const;

/** The form of a part for its page. */
export function showPart(
  context: Readonly<RouterContextProvider>,
  { content, choices }: Working,
  asked: Asked,
  names: MunicipalityNames,
  language: Language,
) {
  const translator = translatorOf(language);
  const t = translator.in('programmes');
  const change = isNew(asked) ? undefined : present(content, asked, names);
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const organisations = named(choices.organisations);
  const coordinators = content.coordinators.map(({ name }) => ({ value: name, label: name }));
  const themes = content.themes.map(({ number, title }) => ({
    value: number ?? title,
    label: [number, title].filter(Boolean).join(' '),
  }));
  return showForm(context, partForms[asked.kind], {
    values: change && { change },
    choices: {
      'change.goal.theme': themes,
      'change.goal.coordinators': coordinators,
      'change.measure.coordinators': coordinators,
      'change.coordinator.organisationId': organisations,
      'change.member.organisationId': organisations,
      'change.bodyId': named(choices.bodies),
      'change.decisionId': choices.decisions.map(({ id, body, decidedOn, reference, heading }) => ({
        value: id,
        label: [body, decidedOn, reference, heading].filter(Boolean).join(' · '),
      })),
      'change.indicator.fact': [
        ...choices.pilots.flatMap(({ id, name }) =>
          pilotFigures.map((figure) => ({
            value: `pilot ${id} ${figure}`,
            label: `${name}: ${translator.in('pilots')(`figure.${figure}`)}`,
          })),
        ),
        ...choices.areaFacts.map((fact) => ({ value: `area ${fact}`, label: t(`area-fact.${fact}`) })),
      ],
    },
    without: [
      ...(themes.length === 0 ? (['change.goal.theme'] as const) : []),
      ...(coordinators.length === 0
        ? (['change.goal.coordinators', 'change.measure.coordinators'] as const)
        : []),
    ],
  });
}

/** The names of municipalities, where the form of a part needs them. */
export async function municipalityNames(services: Services, kind: PartKind): Promise<MunicipalityNames> {
  if (kind !== 'measure') return new Map();
  const all = orThrow(await services.areas.municipalities({}));
  return new Map(all.map(({ code, name }) => [code, name]));
}
