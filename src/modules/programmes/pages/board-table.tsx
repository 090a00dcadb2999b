import { Link } from 'react-router';
import type { BoardRow } from '#programmes';
import { useFormat, useT } from '#web/i18n/use.ts';
import { StateLine } from '#web/ui/index.ts';
import { cellWords, coordinatorWords, figureWords, halfWords } from './words.ts';

/** Said aloud because the look of cards on a phone would hide them. */
const as = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader' },
  header: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

export type BoardTableProps = {
  readonly programmeId: string;
  readonly language: string;
  readonly rows: readonly BoardRow[];
  readonly periods: readonly { readonly period: string; readonly dueOn: string }[];
  /** How many half-years stand before the first one shown. */
  readonly from: number;
  /** What a coordinator is called today, by the printed name, when that has changed. */
  readonly nowCalled: Readonly<Record<string, string>>;
  readonly reports: readonly {
    readonly reportId: string;
    readonly period: string;
    readonly state: 'draft' | 'approved';
  }[];
};

/** Themes as rows, half-years as columns; on a phone a goal is a card with its half-years one under the other. */
export function BoardTable({
  programmeId,
  language,
  rows,
  periods,
  from,
  reports,
  nowCalled,
}: BoardTableProps) {
  const t = useT('programmes');
  const format = useFormat();
  const heading = (period: string, dueOn: string) => {
    const report = reports.find((item) => item.period === period);
    return (
      <>
        <Link to={`/programmes/${programmeId}/reports/${period}`}>{halfWords(t, period)}</Link>
        <span className="board-due">
          {report?.state === 'approved' ? t('report-approved') : t('due', { day: format.shortDay(dueOn) })}
        </span>
      </>
    );
  };
  return (
    <div className="table-place">
      <table className="table board" {...as.table}>
        <caption className="hidden">{t('board-caption')}</caption>
        <thead {...as.group}>
          <tr {...as.row}>
            <th scope="col" {...as.column}>
              {t('goal')}
            </th>
            {periods.map(({ period, dueOn }) => (
              <th key={period} scope="col" {...as.column}>
                {heading(period, dueOn)}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => {
          const only = row.goals.length === 1 ? row.goals[0]?.goal.title : undefined;
          const told = row.theme !== undefined && row.theme.title !== only;
          return (
            <tbody key={row.theme?.id ?? 'other'} {...as.group}>
              {told && (
                <tr {...as.row} className="board-theme">
                  <th scope="rowgroup" colSpan={periods.length + 1} {...as.header}>
                    <span lang={language}>
                      {[row.theme?.number, row.theme?.title].filter(Boolean).join(' ')}
                    </span>
                  </th>
                </tr>
              )}
              {row.goals.map(({ goal, depth, cells }) => (
                <tr key={goal.id} {...as.row}>
                  <th scope="row" {...as.header} className={`board-depth-${Math.min(depth, 3)}`}>
                    <span className="cell-value">
                      {!told && row.theme?.number !== undefined && (
                        <span className="board-number">{row.theme.number} </span>
                      )}
                      <Link to={`/programmes/${programmeId}/goals/${goal.id}`} lang={language}>
                        {goal.title}
                      </Link>
                      {goal.coordinators.length > 0 && (
                        <span className="board-due" lang={language}>
                          {goal.coordinators
                            .map((name) => coordinatorWords(t, name, nowCalled[name]))
                            .join(', ')}
                        </span>
                      )}
                    </span>
                  </th>
                  {cells.slice(from).map((cell, at) => {
                    const { period } = periods[at]!;
                    const words = cellWords(t, format, cell);
                    return (
                      <td key={period} {...as.cell}>
                        <span className="cell-name" aria-hidden="true">
                          {halfWords(t, period)}
                        </span>
                        <span className="cell-value">
                          {cell.kind === 'none' ? (
                            <span className="source">{words.sentence}</span>
                          ) : (
                            <StateLine kind={words.kind} clock={words.clock}>
                              {words.sentence}
                            </StateLine>
                          )}
                          {cell.kind === 'told' && cell.figure !== undefined && (
                            <span className="board-figure" lang={language}>
                              {figureWords(t, format, cell.figure)}
                            </span>
                          )}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}
