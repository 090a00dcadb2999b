import { type Block, type Document, toDocx, toPdf } from '#documents';
import type { Services } from '#server/services.ts';
import { formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';
import type { Language } from '../language.ts';
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
  const t = translatorOf(language).getFixedT(language, 'projects');
  const format = formatOf(language);
  const sum = (cents: number | undefined) => (cents === undefined ? t('not-stated') : format.money(cents));
  const until = addHalfYear(day);
  const deadlines = projects
    .flatMap((one) => [
      ...(one.endsOn === undefined || one.state === 'rejected' || one.state === 'closed'
        ? []
        : [{ name: one.name, on: one.endsOn, what: t('board.ends') }]),
      ...(one.reportDueOn === undefined
        ? []
        : [{ name: one.name, on: one.reportDueOn, what: t('board.report') }]),
    ])
    .filter((one) => one.on <= until && one.on >= day)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : format.compare(a.name, b.name)));
  const attention = projects.filter((one) => one.findings + one.waiting + one.overlaps > 0);
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
      alt: totals.byState.map((one) => `${t(`state.${one.state}`)} ${format.money(one.total)}`).join(', '),
      bars: totals.byState.map((one) => ({
        label: t(`state.${one.state}`),
        value: one.total,
        text: format.money(one.total),
      })),
      table: {
        caption: t('board.by-state'),
        columns: [
          { label: t('column.state'), width: 2 },
          { label: t('board.count'), number: true },
          { label: t('board.sum'), number: true },
        ],
        rows: [
          ...totals.byState.map((one) => [
            t(`state.${one.state}`),
            format.number(one.projects),
            format.money(one.total),
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
          rows: deadlines.map((one) => [one.name, one.what, format.day(one.on)]),
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
            rows: attention.map((one) => [
              one.name,
              format.number(one.findings),
              format.number(one.waiting),
              format.number(one.overlaps),
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
      rows: projects.map((one) => [
        one.name,
        t(`state.${one.state}`),
        sum(one.total),
        sum(one.approved),
        sum(one.realised),
        one.unused === undefined ? '' : format.money(one.unused),
        format.day(one.endsOn),
      ]),
    },
  ];
  return {
    title: t('board.title', { day: format.day(day) }),
    language,
    day,
    footer: [...marks.map((one) => one[language] ?? one.fi ?? ''), t('board.footer')].join(' · '),
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
    const read = await services.projects.portfolio({ limit: 1000 });
    if (!read.ok) throw new Error(read.error.code);
    await note({ done: 20, size: 100 });
    const { projects, totals, today, marks } = read.value;
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
