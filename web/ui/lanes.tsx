import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { Icon } from './icon.tsx';

export type LaneItem = {
  readonly key: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly label: string;
  readonly state: 'done' | 'waiting' | 'coming' | 'ended';
  readonly note?: ReactNode;
  readonly to?: string;
};

export type Lane = { readonly key: string; readonly name: string; readonly items: readonly LaneItem[] };

const signs = { done: 'success', waiting: 'waiting', coming: 'forward', ended: 'stopped' } as const;

/** At most this many columns stand side by side; the stylesheet has a place for each, wide enough for a long word. */
const mostColumns = 6;

/** A month, or everything before or after the months shown. */
type Column = { readonly key: string; readonly from: string; readonly to: string };

/**
 * Months that follow each other, empty ones too, with this month among them; what was before and what comes after have a
 * column each, so that nothing is left out.
 */
function columnsOf(days: readonly string[], today: string): readonly Column[] {
  const months = days.map((day) => day.slice(0, 7));
  const now = today.slice(0, 7);
  const all = [...months, now].sort();
  const first = all[0] ?? now;
  const last = all.at(-1) ?? now;
  let start = first;
  let end = last;
  if (monthsFrom(first, last).length > mostColumns) {
    start = first < now ? later(now, -2) : now;
    if (start < first) start = first;
    end = later(start, mostColumns - 1 - (start > first ? 1 : 0));
    if (end < last) end = later(end, -1);
  }
  const shown = monthsFrom(start, end).map((month) => ({ key: month, from: month, to: month }));
  return [
    ...(start > first ? [{ key: 'before', from: '', to: later(start, -1) }] : []),
    ...shown,
    ...(end < last ? [{ key: 'after', from: later(end, 1), to: '9999-12' }] : []),
  ];
}

const later = (month: string, by: number) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
};

const monthsFrom = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = later(month, 1)) months.push(month);
  return months;
};

/**
 * A path as lanes, one for each who carries it, on one clock of equal months with today on it. On a phone and to a screen
 * reader it is a list of lists in the order of time. The columns are classes: the page has no inline styles.
 */
export function Lanes({
  id,
  label,
  lanes,
  today,
}: {
  readonly id: string;
  readonly label: string;
  readonly lanes: readonly Lane[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}) {
  const t = useT('common');
  const format = useFormat();
  const columns = columnsOf(
    lanes.flatMap((lane) => lane.items.map((item) => item.day)),
    today,
  );
  const columnOf = (day: string) =>
    columns.findIndex(({ from, to }) => from <= day.slice(0, 7) && day.slice(0, 7) <= to) + 1;
  const grid = `lane-grid-${columns.length}`;
  const now = columnOf(today);
  return (
    <div className="lanes" id={id}>
      <div className={`lane-today ${grid}`} aria-hidden="true">
        <span className={`lane-column-${now}`} />
      </div>
      <div className={`lane-months ${grid}`} aria-hidden="true">
        <span />
        {columns.map(({ key }, at) => (
          <span key={key} className={at + 1 === now ? 'lane-now' : undefined}>
            {key === 'before' || key === 'after'
              ? t(`lane.${key}`)
              : `${Number(key.slice(5))}/${key.slice(0, 4)}`}
            {at + 1 === now && ` · ${t('lane.today', { day: format.shortDay(today) })}`}
          </span>
        ))}
      </div>
      <ul aria-label={label}>
        {lanes.map((lane) => (
          <li key={lane.key} className={`lane ${grid}`}>
            <p className="lane-name">{lane.name}</p>
            <ol className="lane-items">
              {[...lane.items]
                .sort((a, b) => a.day.localeCompare(b.day))
                .map((item) => (
                  <li
                    key={item.key}
                    className={`lane-item lane-item--${item.state} lane-column-${columnOf(item.day)}`}
                  >
                    <Icon name={signs[item.state]} />
                    <span>
                      <span className="lane-day">
                        {item.day.slice(0, 4) === today.slice(0, 4)
                          ? format.shortDay(item.day)
                          : format.day(item.day)}
                      </span>{' '}
                      {item.to === undefined ? item.label : <Link to={item.to}>{item.label}</Link>}
                      <span className="hidden"> ({t(`lane.${item.state}`)})</span>
                      {item.note !== undefined && <span className="lane-note"> {item.note}</span>}
                    </span>
                  </li>
                ))}
            </ol>
          </li>
        ))}
      </ul>
    </div>
  );
}
