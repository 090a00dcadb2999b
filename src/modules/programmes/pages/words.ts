import type { BoardCell, ReportedFigure } from '#programmes';
import type { Format } from '#web/i18n/format.ts';
import type { T } from '#web/i18n/use.ts';

/** "tammi–kesäkuu 2026" of `2026-1`. */
export function halfWords(t: T, period: string): string {
  const [year = '', half = '1'] = period.split('-');
  return t(`half.${half}`, { year });
}

/** A coordinator as the programme prints it, and what it is called today when that has changed. */
export const coordinatorWords = (t: T, name: string, nowCalled: string | undefined): string =>
  nowCalled === undefined ? name : `${name} (${t('now-called', { name: nowCalled })})`;

/** The way to a page of a programme. */
export function programmeCrumbs(
  t: T,
  programme?: { readonly programmeId: string; readonly name: string; readonly language: string },
) {
  const all = { to: '/programmes', label: t('title') };
  if (programme === undefined) return [all];
  const { programmeId, name, language } = programme;
  return [all, { to: `/programmes/${programmeId}`, label: name, lang: language }];
}

/** A figure in a few words: "Tapaamiset 7 / 12 kertaa". */
export function figureWords(t: T, format: Format, figure: ReportedFigure): string {
  const value =
    figure.cell.kind === 'number' ? format.number(figure.cell.value) : t(`common:value.${figure.cell.kind}`);
  const target = figure.target === undefined ? '' : ` / ${format.number(figure.target)}`;
  return [`${figure.name}: ${value}${target}`, figure.unit].filter(Boolean).join(' ');
}

/** What a figure was read from. */
export function sourceWords(t: T, figure: Pick<ReportedFigure, 'from' | 'source'>): string {
  if (figure.from === 'told') return figure.source;
  const [kind, name] = figure.source.split('.');
  return kind === 'pilot' ? t('fact-pilot', { figure: t(`pilots:figure.${name}`) }) : t(`area-fact.${name}`);
}

export const cellLook = {
  none: 'info',
  coming: 'waiting',
  missing: 'late',
  closed: 'stopped',
} as const;
export const stateLook = {
  'not-started': 'waiting',
  'on-track': 'info',
  late: 'late',
  done: 'done',
  stopped: 'stopped',
} as const;

/** The sentence of a cell of the board, with its kind and clock. */
export function cellWords(t: T, format: Format, cell: BoardCell) {
  switch (cell.kind) {
    case 'none':
      return { kind: cellLook.none, sentence: t('cell.none') };
    case 'coming':
      return {
        kind: cellLook.coming,
        sentence: t('cell.coming'),
        clock: t('common:by-day', { day: format.shortDay(cell.dueOn) }),
      };
    case 'missing':
      return {
        kind: cellLook.missing,
        sentence: t('cell.missing'),
        clock: t('days-late', { count: cell.daysLate }),
      };
    case 'closed':
      return { kind: cellLook.closed, sentence: t('cell.closed') };
    case 'told':
      return {
        kind: stateLook[cell.state],
        sentence: countsWords(t, cell.counts),
        clock: cell.daysLate > 0 ? t('told-late', { count: cell.daysLate }) : undefined,
      };
  }
}

/** "3 etenee, 1 myöhässä": only what there is, what needs attention first. */
export function countsWords(t: T, counts: Readonly<Record<string, number>>): string {
  const words = ['late', 'stopped', 'on-track', 'not-started', 'done']
    .filter((state) => (counts[state] ?? 0) > 0)
    .map((state) => t(`states-count.${state}`, { count: counts[state] }));
  return words.join(', ');
}
