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

/** At most this many months stand side by side; the stylesheet has a column for each. */
const mostMonths = 12;

/**
 * A path as lanes, one for each who carries it, on one clock of months. On a phone and to a screen reader it is a list
 * of lists in the order of time. The columns are classes: the page has no inline styles.
 */
export function Lanes({
  id,
  label,
  lanes,
}: {
  readonly id: string;
  readonly label: string;
  readonly lanes: readonly Lane[];
}) {
  const t = useT('common');
  const format = useFormat();
  const all = [...new Set(lanes.flatMap((lane) => lane.items.map((item) => item.day.slice(0, 7))))].sort();
  const months = all.slice(-mostMonths);
  return (
    <div className="lanes" id={id}>
      <div className={`lane-months lane-grid-${months.length}`} aria-hidden="true">
        <span />
        {months.map((month) => (
          <span key={month}>{`${Number(month.slice(5))}/${month.slice(0, 4)}`}</span>
        ))}
      </div>
      <ul aria-label={label}>
        {lanes.map((lane) => (
          <li key={lane.key} className={`lane lane-grid-${months.length}`}>
            <p className="lane-name">{lane.name}</p>
            <ol className="lane-items">
              {[...lane.items]
                .sort((a, b) => a.day.localeCompare(b.day))
                .map((item) => (
                  <li
                    key={item.key}
                    className={`lane-item lane-item--${item.state} lane-column-${Math.max(1, months.indexOf(item.day.slice(0, 7)) + 1)}`}
                  >
                    <Icon name={signs[item.state]} />
                    <span>
                      <span className="lane-day">{format.shortDay(item.day)}</span>{' '}
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
