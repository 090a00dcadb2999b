import type { Block, Document } from '#documents';
import { countableFacts, isCountable } from '#insight';
import { formatNumber } from '#kernel/finnish-numbers.ts';
import { inLanguage, type Language } from '#kernel/localised.ts';
import type { Cell } from '#kernel/small-numbers.ts';
import { findText, translatorOf } from '#texts';
import type { BoardReportData, Named, ReportedGoal } from './domain/board-report.ts';
import { measureStates, type ReportedFigure } from './domain/goal-report.ts';

type Words = ReturnType<ReturnType<typeof translatorOf>['in']>;

/** The report as a neutral document in one language. The same data gives the same document: no clock is read. */
export function reportDocument(data: BoardReportData, language: Language): Document {
  const t = translatorOf(language).in('programme-report');
  const day = dayIn(language);
  const half = halfIn(data.period.period, t);
  const { approval } = data;
  return {
    title: t('title', { programme: data.programme.name, half }),
    language,
    day: approval?.decidedOn ?? data.period.to,
    // What must be there comes first: a line too long for the page is cut at its end.
    footer: [
      ...(approval ? [] : [t('draft')]),
      ...(data.marks ?? []).map((mark) => inLanguage(mark, language).text),
      ...(data.publisher ? [inLanguage(data.publisher, language).text] : []),
      data.programme.name,
      half,
    ]
      .filter(Boolean)
      .join(' · '),
    blocks: [
      paragraph(
        approval
          ? t(approval.reference ? 'approved-by-section' : 'approved', {
              ...approval,
              day: day(approval.decidedOn),
            })
          : t('draft'),
      ),
      ...(data.programme.board ? [paragraph(t('to', { board: data.programme.board }))] : []),
      paragraph(
        t('dates', { from: day(data.period.from), to: day(data.period.to), due: day(data.period.dueOn) }),
        true,
      ),
      ...(language === data.programme.language
        ? []
        : [paragraph(t(`only-in.${data.programme.language}`), true)]),
      ...(data.foreword.trim() ? [heading(2, t('foreword')), ...paragraphs(data.foreword)] : []),
      heading(2, t('overview')),
      paragraph(t('told', data.totals)),
      statesFigure(data, t, language),
      ...(data.missing.length > 0
        ? [
            heading(2, t('missing')),
            list(
              data.missing.map(({ title, coordinators }) =>
                t('missing-goal', { title, coordinators: coordinators.join(', ') }),
              ),
            ),
          ]
        : []),
      heading(2, t('changes')),
      ...changeBlocks(data, t, language),
      heading(2, t('goals')),
      ...data.goals.flatMap((goal) => goalBlocks(goal, t, language)),
    ],
  };
}

function statesFigure(data: BoardReportData, t: Words, language: Language): Block {
  const counts = measureStates.map((state) => ({
    label: t(`state.${state}`),
    value: data.totals.states[state],
    text: formatNumber(data.totals.states[state], language),
  }));
  return {
    kind: 'figure-with-table',
    alt: `${t('states-caption')}: ${counts.map(({ label, text }) => `${label} ${text}`).join(', ')}`,
    bars: counts,
    table: {
      caption: t('states-caption'),
      columns: [
        { label: t('state'), width: 3 },
        { label: t('count'), number: true },
      ],
      rows: counts.map(({ label, text }) => [label, text]),
    },
  };
}

function changeBlocks(data: BoardReportData, t: Words, language: Language): Block[] {
  const { changes } = data;
  const day = dayIn(language);
  const blocks: Block[] = [];
  if (changes.states.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('state-changes'),
      columns: [
        { label: t('measure'), width: 3 },
        { label: t('before') },
        { label: t('now') },
        { label: t('why'), width: 4 },
      ],
      rows: changes.states.map((state) => [
        `${state.measure} (${state.goal})`,
        t(`state.${state.before}`),
        t(`state.${state.after}`),
        state.why,
      ]),
    });
  if (changes.figures.length > 0)
    blocks.push({
      kind: 'table',
      caption: t('figure-changes'),
      columns: [
        { label: t('figure'), width: 4 },
        { label: t('before'), number: true },
        { label: t('now'), number: true },
      ],
      rows: changes.figures.map((figure) => [
        figure.unit ? `${figure.name} (${figure.unit})` : figure.name,
        cellIn(figure.before, t, language),
        cellIn(figure.after, t, language),
      ]),
    });
  if (changes.versions.length > 0) {
    blocks.push(heading(3, t('content-changes')));
    for (const version of changes.versions) {
      blocks.push(
        paragraph(
          t(version.reason ? 'version-why' : 'version', { ...version, day: day(version.inForceFrom) }),
        ),
      );
      if (version.changes.length > 0)
        blocks.push(
          list(
            version.changes.map(
              (change) => `${t(`part.${change.kind}`)} ${t(`change.${change.change}`)}: ${change.title}`,
            ),
          ),
        );
    }
  }
  if (changes.proposals.length > 0)
    blocks.push(
      heading(3, t('proposals')),
      list(
        changes.proposals.map((proposal) =>
          t(`proposal.${proposal.state}`, {
            ...proposal,
            who: nameIn(proposal.organisation, language),
            day: day(proposal.decidedOn),
          }),
        ),
      ),
    );
  if (changes.links.length > 0)
    blocks.push(
      heading(3, t('links')),
      list(
        changes.links.map((link) =>
          t(`link.${link.kind}`, {
            name: nameIn(link.name, language),
            to: link.goalOrMeasure,
            reason: link.reason,
          }),
        ),
      ),
    );
  return blocks.length > 0 ? blocks : [paragraph(t('nothing-changed'))];
}

function goalBlocks(goal: ReportedGoal, t: Words, language: Language): Block[] {
  const day = dayIn(language);
  const { report } = goal;
  return [
    heading(3, goal.title),
    ...(goal.theme && !goal.theme.endsWith(goal.title)
      ? [paragraph(t('theme', { theme: goal.theme }), true)]
      : []),
    paragraph(t('coordinators', { names: goal.coordinators.join(', ') }), true),
    ...(report === undefined
      ? [paragraph(t('not-sent'))]
      : [
          paragraph(
            report.daysLate > 0
              ? t('sent-late', { day: day(report.submittedOn), count: report.daysLate })
              : t('sent', { day: day(report.submittedOn) }),
            true,
          ),
          ...paragraphs(report.summary),
          {
            kind: 'table' as const,
            caption: `${t('measures')}: ${goal.title}`,
            columns: [
              { label: t('measure'), width: 3 },
              { label: t('state') },
              { label: t('text'), width: 4 },
            ],
            rows: report.measures.map((measure) => [
              measure.title,
              t(`state.${measure.state}`),
              measure.text,
            ]),
          },
          ...figureTable(goal.title, report.figures, t, language),
        ]),
    ...(goal.links.length > 0
      ? [
          list(
            goal.links.map((link) =>
              t(`carried-by.${link.kind}`, { name: nameIn(link.name, language), reason: link.reason }),
            ),
          ),
        ]
      : []),
  ];
}

function figureTable(
  title: string,
  figures: readonly ReportedFigure[],
  t: Words,
  language: Language,
): Block[] {
  if (figures.length === 0) return [];
  const number = (value: number | undefined) =>
    value === undefined ? t('unknown') : formatNumber(value, language);
  return [
    {
      kind: 'table',
      caption: `${t('figures')}: ${title}`,
      columns: [
        { label: t('figure'), width: 3 },
        { label: t('baseline'), number: true },
        { label: t('target'), number: true, width: 2 },
        { label: t('value'), number: true },
        { label: t('source'), width: 2 },
      ],
      rows: figures.map((figure) => [
        figure.unit ? `${figure.name} (${figure.unit})` : figure.name,
        number(figure.baseline),
        targetIn(figure, t, language),
        cellIn(figure.cell, t, language),
        `${figure.from === 'facts' ? factInWords(figure.source, language) : figure.source} ${dayIn(language)(figure.asOf)}`.trim(),
      ]),
    },
  ];
}

/** What Polku counted, by the code that a figure carries: `pilot.employed`, `area.companies-helped`. */
function factInWords(code: string, language: Language): string {
  const [kind, name = ''] = code.split('.');
  const words =
    kind === 'area' && isCountable(name)
      ? countableFacts[name].names[language]
      : findText(language, `programme-report:pilot.${name}`);
  return words ? `${words} (Polku)` : code;
}

/** "noin 50 (31.12.2027 mennessä)". */
function targetIn(figure: ReportedFigure, t: Words, language: Language): string {
  if (figure.target === undefined) return t('unknown');
  const value = [figure.qualifier, formatNumber(figure.target, language)].filter(Boolean).join(' ');
  return figure.targetOn === undefined
    ? value
    : t('until-day', { target: value, day: dayIn(language)(figure.targetOn) });
}

function cellIn(cell: Cell, t: Words, language: Language): string {
  return cell.kind === 'number' ? formatNumber(cell.value, language) : t(cell.kind);
}

/** "tammi–kesäkuu 2026". */
export function halfIn(period: string, t: Words): string {
  const [year = '', half] = period.split('-') as [string, '1' | '2'];
  return t(`half.${half}`, { year });
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 5.12.2026 · 5 December 2026 in English. Written out here so that no machine's own locale changes a byte. */
const dayIn = (language: Language) => (day: string) => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'en' ? `${date} ${months[month - 1]} ${year}` : `${date}.${month}.${year}`;
};

const nameIn = (name: Named, language: Language) =>
  typeof name === 'string' ? name : inLanguage(name, language).text;

const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string, quiet = false): Block => ({
  kind: 'paragraph',
  text,
  ...(quiet ? { quiet } : {}),
});
const list = (items: readonly string[]): Block => ({ kind: 'list', items });
const paragraphs = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    .map((row) => paragraph(row));
