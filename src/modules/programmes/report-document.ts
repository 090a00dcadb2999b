import type { Block, Document } from '#documents';
import { formatNumber } from '#kernel/finnish-numbers.ts';
import { inLanguage, type Language } from '#kernel/localised.ts';
import type { Cell } from '#kernel/small-numbers.ts';
import type { BoardReportData, Named, ReportedGoal } from './domain/board-report.ts';
import { measureStates, type ReportedFigure } from './domain/goal-report.ts';
import { type ReportWords, reportWords } from './report-words.ts';

/** The report as a neutral document in one language. The same data gives the same document: no clock is read. */
export function reportDocument(data: BoardReportData, language: Language): Document {
  const w = reportWords[language];
  const day = dayIn(language);
  const half = halfIn(data.period.period, w);
  const { approval } = data;
  return {
    title: w.title(data.programme.name, half),
    language,
    day: approval?.decidedOn ?? data.period.to,
    // What must be there comes first: a line too long for the page is cut at its end.
    footer: [
      ...(approval ? [] : [w.draft]),
      ...(data.marks ?? []).map((mark) => inLanguage(mark, language).text),
      ...(data.publisher ? [inLanguage(data.publisher, language).text] : []),
      data.programme.name,
      half,
    ]
      .filter(Boolean)
      .join(' · '),
    blocks: [
      paragraph(
        approval ? w.approved(approval.body, day(approval.decidedOn), approval.reference ?? '') : w.draft,
      ),
      ...(data.programme.board ? [paragraph(w.to(data.programme.board))] : []),
      paragraph(w.dates(day(data.period.from), day(data.period.to), day(data.period.dueOn)), true),
      ...(language === data.programme.language ? [] : [paragraph(w.onlyIn(data.programme.language), true)]),
      ...(data.foreword.trim() ? [heading(2, w.foreword), ...paragraphs(data.foreword)] : []),
      heading(2, w.overview),
      paragraph(w.told(data.totals.reported, data.totals.goals)),
      statesFigure(data, w, language),
      ...(data.missing.length > 0
        ? [
            heading(2, w.missing),
            list(
              data.missing.map(({ title, coordinators }) => w.missingGoal(title, coordinators.join(', '))),
            ),
          ]
        : []),
      heading(2, w.changes),
      ...changeBlocks(data, w, language),
      heading(2, w.goals),
      ...data.goals.flatMap((goal) => goalBlocks(goal, w, language)),
    ],
  };
}

function statesFigure(data: BoardReportData, w: ReportWords, language: Language): Block {
  const counts = measureStates.map((state) => ({
    label: w.states[state],
    value: data.totals.states[state],
    text: formatNumber(data.totals.states[state], language),
  }));
  return {
    kind: 'figure-with-table',
    alt: `${w.statesCaption}: ${counts.map(({ label, text }) => `${label} ${text}`).join(', ')}`,
    bars: counts,
    table: {
      caption: w.statesCaption,
      columns: [
        { label: w.state, width: 3 },
        { label: w.count, number: true },
      ],
      rows: counts.map(({ label, text }) => [label, text]),
    },
  };
}

function changeBlocks(data: BoardReportData, w: ReportWords, language: Language): Block[] {
  const { changes } = data;
  const day = dayIn(language);
  const blocks: Block[] = [];
  if (changes.states.length > 0)
    blocks.push({
      kind: 'table',
      caption: w.stateChanges,
      columns: [
        { label: w.measure, width: 3 },
        { label: w.before },
        { label: w.now },
        { label: w.why, width: 4 },
      ],
      rows: changes.states.map((one) => [
        `${one.measure} (${one.goal})`,
        w.states[one.before],
        w.states[one.after],
        one.why,
      ]),
    });
  if (changes.figures.length > 0)
    blocks.push({
      kind: 'table',
      caption: w.figureChanges,
      columns: [
        { label: w.figure, width: 4 },
        { label: w.before, number: true },
        { label: w.now, number: true },
      ],
      rows: changes.figures.map((one) => [
        one.unit ? `${one.name} (${one.unit})` : one.name,
        cellIn(one.before, w, language),
        cellIn(one.after, w, language),
      ]),
    });
  if (changes.versions.length > 0) {
    blocks.push(heading(3, w.contentChanges));
    for (const version of changes.versions) {
      blocks.push(paragraph(w.version(version.number, day(version.inForceFrom), version.reason)));
      if (version.changes.length > 0)
        blocks.push(
          list(version.changes.map((one) => `${w.part[one.kind]} ${w.change[one.change]}: ${one.title}`)),
        );
    }
  }
  if (changes.proposals.length > 0)
    blocks.push(
      heading(3, w.proposals),
      list(
        changes.proposals.map((one) =>
          w.proposal(
            one.state,
            one.title,
            nameIn(one.organisation, language),
            day(one.decidedOn),
            one.reason,
          ),
        ),
      ),
    );
  if (changes.links.length > 0)
    blocks.push(
      heading(3, w.links),
      list(
        changes.links.map((one) =>
          w.link(one.kind, nameIn(one.name, language), one.goalOrMeasure, one.reason),
        ),
      ),
    );
  return blocks.length > 0 ? blocks : [paragraph(w.nothingChanged)];
}

function goalBlocks(goal: ReportedGoal, w: ReportWords, language: Language): Block[] {
  const day = dayIn(language);
  const { report } = goal;
  return [
    heading(3, goal.title),
    ...(goal.theme && !goal.theme.endsWith(goal.title) ? [paragraph(w.theme(goal.theme), true)] : []),
    paragraph(w.coordinators(goal.coordinators.join(', ')), true),
    ...(report === undefined
      ? [paragraph(w.notSent)]
      : [
          paragraph(
            report.daysLate > 0
              ? w.sentLate(day(report.submittedOn), report.daysLate)
              : w.sent(day(report.submittedOn)),
            true,
          ),
          ...paragraphs(report.summary),
          {
            kind: 'table' as const,
            caption: `${w.measures}: ${goal.title}`,
            columns: [{ label: w.measure, width: 3 }, { label: w.state }, { label: w.text, width: 4 }],
            rows: report.measures.map((one) => [one.title, w.states[one.state], one.text]),
          },
          ...figureTable(goal.title, report.figures, w, language),
        ]),
    ...(goal.links.length > 0
      ? [list(goal.links.map((one) => w.carriedBy(one.kind, nameIn(one.name, language), one.reason)))]
      : []),
  ];
}

function figureTable(
  title: string,
  figures: readonly ReportedFigure[],
  w: ReportWords,
  language: Language,
): Block[] {
  if (figures.length === 0) return [];
  const number = (value: number | undefined) =>
    value === undefined ? w.unknown : formatNumber(value, language);
  return [
    {
      kind: 'table',
      caption: `${w.figures}: ${title}`,
      columns: [
        { label: w.figure, width: 3 },
        { label: w.baseline, number: true },
        { label: w.target, number: true, width: 2 },
        { label: w.value, number: true },
        { label: w.source, width: 2 },
      ],
      rows: figures.map((one) => [
        one.unit ? `${one.name} (${one.unit})` : one.name,
        number(one.baseline),
        targetIn(one, w, language),
        cellIn(one.cell, w, language),
        `${one.from === 'facts' ? w.fact(one.source) : one.source} ${dayIn(language)(one.asOf)}`.trim(),
      ]),
    },
  ];
}

/** "noin 50 (31.12.2027 mennessä)". */
function targetIn(one: ReportedFigure, w: ReportWords, language: Language): string {
  if (one.target === undefined) return w.unknown;
  const value = [one.qualifier, formatNumber(one.target, language)].filter(Boolean).join(' ');
  return one.targetOn === undefined ? value : w.untilDay(value, dayIn(language)(one.targetOn));
}

function cellIn(cell: Cell, w: ReportWords, language: Language): string {
  return cell.kind === 'number' ? formatNumber(cell.value, language) : w[cell.kind];
}

/** "tammi–kesäkuu 2026". */
export function halfIn(period: string, w: ReportWords): string {
  const [year = '', half] = period.split('-') as [string, '1' | '2'];
  return w.half(year, half);
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
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => paragraph(one));
