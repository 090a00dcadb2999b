import type { ProgrammeDraft } from '#programmes';
import type { ReadField } from '../domain/reading.ts';
import { type Facts, given } from './facts.ts';

const origin = ({ line, raw }: ReadField) => ({ line, raw: raw.slice(0, 20_000) });
const cut = (text: string, length: number) => text.trim().slice(0, length);

/** The programme as its room takes it; undefined when its name or its first year is not in the document. */
export function programmeDraft(facts: Facts): ProgrammeDraft | undefined {
  const name = facts.text('name');
  const from = facts.text('validFrom') ?? yearDay(facts.number('validFromYear'), '01-01');
  if (name === undefined || from === undefined) return undefined;
  const to = facts.text('validTo') ?? yearDay(facts.number('validToYear'), '12-31');
  const themes = facts.items('themes').flatMap((path) => {
    const title = facts.text(`${path}.title`);
    return title
      ? [
          {
            title: cut(title, 500),
            effects: [],
            ...given({ number: facts.text(`${path}.number`) }),
            ...origin(facts.field(`${path}.title`)!),
          },
        ]
      : [];
  });
  const goals = facts.items('goals').flatMap((path) =>
    goalOf(
      facts,
      path,
      themes.map(({ number, title }) => number ?? title),
    ),
  );
  const board = facts.field('board.name');
  const coordinators = [
    ...new Set(
      goals.flatMap((goal) => [
        ...goal.coordinators,
        ...goal.measures.flatMap((measure) => measure.coordinators),
      ]),
    ),
  ];
  return {
    kind: kindOf(name),
    name: cut(name, 500),
    language: 'fi',
    municipalities: [],
    validFrom: from,
    reporting: facts.text('reporting.rhythm') === 'half-year' ? 'half-year' : 'none',
    purpose: purposeOf(facts),
    chapters: facts.items('chapters').flatMap((path) => {
      const title = facts.text(`${path}.title`);
      return title
        ? [
            {
              title: cut(title, 500),
              ...given({ number: facts.text(`${path}.number`) }),
              ...origin(facts.field(`${path}.title`)!),
            },
          ]
        : [];
    }),
    coordinators: coordinators.map((coordinator) => ({ name: coordinator, aliases: [] })),
    themes,
    goals,
    milestones: [],
    ...given({
      approval: approvalOf(facts),
      validTo: to !== undefined && to >= from ? to : undefined,
      board:
        typeof board?.value === 'string'
          ? {
              name: cut(board.value, 500),
              members: facts.items('board.members').flatMap((path) => {
                const member = facts.text(path);
                return member ? [{ name: cut(member, 500), ...origin(facts.field(path)!) }] : [];
              }),
              ...given({
                appointedBy: facts.text('board.appointedBy')?.slice(0, 300),
                preparer: facts.text('preparer.position')?.slice(0, 300),
              }),
              ...origin(board),
            }
          : undefined,
    }),
  };
}

/** A document's own word of its approval; which body it is in Polku is for its secretary to choose. */
function approvalOf(facts: Facts): ProgrammeDraft['approval'] {
  const [body, decidedOn] = [facts.text('approval.body'), facts.text('approval.decidedOn')];
  return body === undefined || decidedOn === undefined ? undefined : { body: cut(body, 500), decidedOn };
}

function goalOf(facts: Facts, path: string, themes: readonly string[]): ProgrammeDraft['goals'] {
  const title = facts.text(`${path}.title`);
  if (title === undefined) return [];
  const theme = facts.text(`${path}.theme`);
  const description = facts.text(`${path}.description`);
  return [
    {
      title: cut(title, 500),
      coordinators: namesOf(facts, `${path}.coordinators`),
      measures: facts.items(`${path}.measures`).flatMap((item) => {
        const measure = facts.text(`${item}.title`);
        if (measure === undefined) return [];
        return [
          {
            title: cut(measure, 500),
            years: yearsIn(facts.text(`${item}.schedule`) ?? facts.text(`${path}.schedule`)),
            coordinators: namesOf(facts, `${item}.coordinators`),
            municipalities: [],
            parts: [],
            indicators: indicatorsOf(facts, `${item}.indicators`),
            ...origin(facts.field(`${item}.title`)!),
          },
        ];
      }),
      indicators: indicatorsOf(facts, `${path}.indicators`),
      goals: [],
      ...given({
        theme: theme !== undefined && themes.includes(theme) ? theme : undefined,
        description: description === undefined ? undefined : cut(description, 10_000),
      }),
      ...origin(facts.field(`${path}.title`)!),
    },
  ];
}

function namesOf(facts: Facts, list: string): string[] {
  return facts.items(list).flatMap((item) => {
    const name = facts.text(item);
    return name ? [cut(name, 500)] : [];
  });
}

function indicatorsOf(facts: Facts, list: string): ProgrammeDraft['goals'][number]['indicators'] {
  return facts.items(list).flatMap((item) => {
    const name = facts.text(`${item}.name`);
    if (!name) return [];
    return [
      {
        name: cut(name, 500),
        ...given({
          baseline: facts.number(`${item}.baseline`),
          baselineOn: yearDay(facts.number(`${item}.baselineYear`), '12-31'),
          target: facts.number(`${item}.target`),
          qualifier: facts.field(`${item}.target`)?.qualifier,
          targetOn: yearDay(facts.number(`${item}.targetYear`), '12-31'),
          unit: facts.text(`${item}.unit`),
        }),
        ...origin(facts.field(`${item}.name`)!),
      },
    ];
  });
}

/** The paragraphs of the introduction. */
function purposeOf(facts: Facts): string[] {
  const text = facts.text('texts.need.1.text') ?? facts.text('texts.summary.1.text') ?? '';
  return text
    .split('\n\n')
    .map((row) => cut(row, 10_000))
    .filter((row) => row !== '')
    .slice(0, 50);
}

function kindOf(name: string): ProgrammeDraft['kind'] {
  if (/strategia/i.test(name)) return 'strategy';
  return /maakuntaohjelma|aluekehitys/i.test(name) ? 'regional-programme' : 'employment-programme';
}

const yearDay = (year: number | undefined, day: string) =>
  year === undefined ? undefined : `${year}-${day}`;

/** `2024–2026` is three years, `2024, 2026` two; other words are no years. */
function yearsIn(text: string | undefined): number[] {
  if (text === undefined) return [];
  const range = /((?:19|20)\d\d)\s?[–-]\s?((?:19|20)\d\d)/.exec(text);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return to >= from && to - from < 30 ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [];
  }
  return [...new Set((text.match(/(?:19|20)\d\d/g) ?? []).map(Number))];
}
