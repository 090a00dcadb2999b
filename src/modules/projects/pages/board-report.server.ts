import { type Block, type Document, toDocx, toPdf } from '#documents';
import type { Services } from '#server/services.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import type { Language } from '#web/language.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import type { Portfolio, PortfolioItem } from './opened.ts';

const addHalfYear = (day: string) => {
  const month = Number(day.slice(5, 7)) + 6;
  const year = Number(day.slice(0, 4)) + Math.floor((month - 1) / 12);
  return `${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${day.slice(8)}`;
};

/** The portfolio as a board reads it: sums, states, every project, what is due, what needs a look. Pure: same data, same document. */
export function boardDocument(
  projects: readonly PortfolioItem[],
  totals: Portfolio['totals'],
  day: string,
  language: Language,
  marks: Portfolio['marks'],
): Document {
  const t = translatorOf(language).in('projects');
  const format = formatOf(language);
  const sum = (cents: number | undefined) => (cents === undefined ? t('not-stated') : format.money(cents));
  const until = addHalfYear(day);
  const deadlines = projects
    .flatMap((project) => [
      ...(project.endsOn === undefined || project.state === 'rejected' || project.state === 'closed'
        ? []
        : [{ name: project.name, on: project.endsOn, what: t('board.ends') }]),
      ...(project.reportDueOn === undefined
        ? []
        : [{ name: project.name, on: project.reportDueOn, what: t('board.report') }]),
    ])
    .filter((row) => row.on <= until && row.on >= day)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : format.compare(a.name, b.name)));
  const attention = projects.filter((project) => project.findings + project.waiting + project.overlaps > 0);
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: t('board.sentence', {
        count: totals.projects,
        committed: format.money(totals.committed),
        used: format.money(totals.realised),
      }),
    },
    { kind: 'paragraph', text: t('board.unused', { sum: format.money(totals.unused) }) },
    { kind: 'paragraph', text: t('totals.committed-help'), quiet: true },
    { kind: 'heading', level: 2, text: t('board.by-state') },
    {
      kind: 'figure-with-table',
      alt: totals.byState.map((row) => `${t(`state.${row.state}`)} ${format.money(row.total)}`).join(', '),
      bars: totals.byState.map((row) => ({
        label: t(`state.${row.state}`),
        value: row.total,
        text: format.money(row.total),
      })),
      table: {
        caption: t('board.by-state'),
        columns: [
          { label: t('column.state'), width: 2 },
          { label: t('board.count'), number: true },
          { label: t('board.sum'), number: true },
        ],
        rows: [
          ...totals.byState.map((row) => [
            t(`state.${row.state}`),
            format.number(row.projects),
            format.money(row.total),
          ]),
          [t('totals.title'), format.number(totals.projects), format.money(totals.requested)],
        ],
        sum: true,
      },
    },
    { kind: 'heading', level: 2, text: t('board.deadlines') },
    deadlines.length === 0
      ? { kind: 'paragraph', text: t('board.no-deadlines') }
      : {
          kind: 'table',
          caption: t('board.deadlines'),
          columns: [
            { label: t('column.name'), width: 4 },
            { label: t('board.deadline'), width: 2 },
            { label: t('field.on') },
          ],
          rows: deadlines.map((deadline) => [deadline.name, deadline.what, format.day(deadline.on)]),
        },
    { kind: 'heading', level: 2, text: t('board.attention') },
    ...(attention.length === 0
      ? [{ kind: 'paragraph', text: t('board.nothing') } as const]
      : ([
          { kind: 'paragraph', text: t('board.attention-lead') },
          {
            kind: 'table',
            caption: t('board.attention'),
            columns: [
              { label: t('column.name'), width: 5 },
              { label: t('column.findings'), number: true },
              { label: t('money.conditional'), number: true },
              { label: t('column.overlaps'), number: true },
            ],
            rows: attention.map((row) => [
              row.name,
              format.number(row.findings),
              format.number(row.waiting),
              format.number(row.overlaps),
            ]),
          },
        ] as const)),
    { kind: 'heading', level: 2, text: t('board.all') },
    {
      kind: 'table',
      caption: t('board.all'),
      columns: [
        { label: t('column.name'), width: 5 },
        { label: t('column.state'), width: 2 },
        { label: t('column.total'), number: true, width: 2 },
        { label: t('column.approved'), number: true, width: 2 },
        { label: t('column.realised'), number: true, width: 2 },
        { label: t('column.unused'), number: true, width: 2 },
        { label: t('column.ends'), width: 2 },
      ],
      rows: projects.map((project) => [
        project.name,
        t(`state.${project.state}`),
        sum(project.total),
        sum(project.approved),
        sum(project.realised),
        project.unused === undefined ? '' : format.money(project.unused),
        format.day(project.endsOn),
      ]),
    },
  ];
  return {
    title: t('board.title', { day: format.day(day) }),
    language,
    day,
    footer: [...marks.map((mark) => mark[language] ?? mark.fi ?? ''), t('board.footer')].join(' · '),
    landscape: true,
    blocks,
  };
}

/** Writes a report in the background; whoever asked sees how far it is. A failure is told, not thrown. */
export async function writeReport(
  services: Services,
  reportId: string,
  form: 'pdf' | 'docx',
  language: Language,
  reportError?: (error: unknown) => void,
): Promise<void> {
  const told = { done: 0, size: 100 };
  const note = (state: { done: number; size: number; content?: Uint8Array<ArrayBuffer>; failed?: boolean }) =>
    services.projects.noteReport({ reportId, ...state });
  try {
    const read = await wholeList(services.projects.portfolio);
    if (!read.ok) throw new Error(read.error.code);
    await note({ done: 20, size: 100 });
    const { rows: projects, totals, today, marks } = read.value;
    const document = boardDocument(projects, totals, today, language, marks);
    const content =
      form === 'docx'
        ? await toDocx(document)
        : await toPdf(document, (done, of) => {
            const share = 20 + Math.floor((done / of) * 75);
            // A tenth at a time: the progress costs less than the writing.
            if (share < told.done + 10) return;
            told.done = share;
            void note(told);
          });
    await note({ done: 100, size: 100, content: new Uint8Array(content) });
  } catch (error) {
    reportError?.(error);
    await note({ ...told, size: Math.max(1, told.size), failed: true }).catch(() => {});
  }
}
