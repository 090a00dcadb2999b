import { Link } from 'react-router';
import { daysBetween, partGone } from '#kernel/day-text.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, NextBox, StateLine } from '#web/ui/index.ts';
import { needsDecision } from './finding-list.tsx';
import { paceOf } from './indicator-overview.tsx';
import type { Indicators, Opened } from './opened.ts';
import { sectionPath } from './sides.ts';

type Bar = { readonly label: string; readonly said: string; readonly share?: number | undefined };

/** Where the project stands: one sentence of verdict, what is to be done next, and how far money and time have gone. */
export function AtAGlance(props: {
  readonly opened: Opened;
  readonly indicators: Indicators;
  readonly edit: string | undefined;
}) {
  const t = useT('projects');
  const { opened, indicators, edit } = props;
  const verdict = useVerdict(opened, indicators);
  const next = useNext(opened);
  const isRunning = ['granted', 'running'].includes(opened.project.state);
  return (
    <div id="glance">
      <NextBox
        title={verdict.words}
        kind={verdict.late ? 'late' : next.length === 0 ? 'done' : 'waiting'}
        id="standing"
      >
        {next.length > 0 && (
          <ul className="plain">
            {next.map((row) => (
              <li key={row.to + row.words}>
                <StateLine kind={row.late ? 'late' : 'waiting'}>
                  <Link to={row.to}>{row.words}</Link>
                </StateLine>
              </li>
            ))}
          </ul>
        )}
        {edit !== undefined && isRunning && (
          <p className="actions">
            <Button to={`${edit}/realised`} label={t('act.add-realised')} />
          </p>
        )}
      </NextBox>
      <Bars caption={t('glance.money-and-time')} bars={useMoneyAndTime(opened)} />
    </div>
  );
}

/** "Raha 28 291 € jäljessä, 2 mittaria 7:stä jäljessä, raportti 30 päivän päästä". */
function useVerdict(opened: Opened, indicators: Indicators): { words: string; late: boolean } {
  const t = useT('projects');
  const format = useFormat();
  const { project, usedSoFar, today } = opened;
  const isGranted = ['granted', 'running', 'ended'].includes(project.state);
  const money = isGranted ? usedSoFar : undefined;
  const paces = indicators.map((indicator) => paceOf(indicator, today)).filter((pace) => pace !== undefined);
  const behind = paces.filter((pace) => pace === 'behind').length;
  const due = project.reportDueOn;
  const days = due === undefined ? undefined : daysBetween(today, due);
  const parts = [
    money === undefined
      ? undefined
      : money.behind > 0
        ? t('verdict-line.money-behind', { sum: format.money(money.behind) })
        : t('verdict-line.money-on-plan'),
    paces.length === 0
      ? undefined
      : behind === 0
        ? t('verdict-line.indicators-on-plan', { count: paces.length })
        : t('verdict-line.indicators-behind', { count: behind, all: paces.length }),
    days === undefined
      ? undefined
      : t(days < 0 ? 'verdict-line.report-late' : 'verdict-line.report-in', { count: Math.abs(days) }),
  ].filter((part) => part !== undefined);
  const late = (money?.behind ?? 0) > 0 || behind > 0 || (days !== undefined && days < 0);
  if (parts.length > 0) return { words: parts.join(' · '), late };
  return {
    words: t('state-since', { state: t(`state.${project.state}`), day: format.day(project.stateSince) }),
    late: false,
  };
}

/** What has to be done next, three at the most of what waits, the most urgent first; the rest is on the sides. */
function useNext({ project, readiness, summary, findings, today }: Opened) {
  const t = useT('projects');
  const format = useFormat();
  const { projectId } = project;
  const due = project.reportDueOn;
  const open = findings.filter(needsDecision).length;
  return [
    ...(due === undefined
      ? []
      : [
          {
            to: sectionPath(projectId, 'report'),
            words: t('report-due', { day: format.day(due) }),
            late: due < today,
          },
        ]),
    ...(readiness.blocking > 0 && project.state === 'idea'
      ? [
          {
            to: sectionPath(projectId, 'ready'),
            words: t('ready-note.not', { count: readiness.blocking }),
            late: false,
          },
        ]
      : []),
    ...(summary.conditional > 0
      ? [
          {
            to: sectionPath(projectId, 'funding'),
            words: t('glance.conditional', { sum: format.money(summary.conditional) }),
            late: false,
          },
        ]
      : []),
    ...(open > 0
      ? [
          {
            to: sectionPath(projectId, 'findings'),
            words: t('glance.findings', { count: open }),
            late: false,
          },
        ]
      : []),
  ].slice(0, 3);
}

function Bars({ caption, bars }: { readonly caption: string; readonly bars: readonly Bar[] }) {
  const format = useFormat();
  return (
    <table className="glance-bars">
      <caption>{caption}</caption>
      <tbody>
        {bars.map(({ label, said, share }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {said}
              {share !== undefined && (
                <progress
                  className="progress"
                  value={Math.min(1, Math.max(0, share))}
                  max={1}
                  aria-label={label}
                >
                  {format.percent(share)}
                </progress>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useMoneyAndTime({ plan, summary, today }: Opened): Bar[] {
  const t = useT('projects');
  const format = useFormat();
  const granted = summary.granted;
  const whole = granted === undefined || granted === 0 ? undefined : granted;
  const used = summary.realised;
  const { startsOn, endsOn } = plan.identity;
  return [
    whole === undefined
      ? {
          label: t('glance.money'),
          said:
            summary.total === undefined
              ? t('not-stated')
              : t(granted === 0 ? 'glance.asked-refused' : 'glance.asked', {
                  total: format.money(summary.total),
                }),
        }
      : {
          label: t('glance.money'),
          said:
            used === undefined
              ? t('glance.granted', { granted: format.money(whole) })
              : t('glance.used', { used: format.money(used), granted: format.money(whole) }),
          share: used === undefined ? undefined : used / whole,
        },
    startsOn && endsOn
      ? {
          label: t('glance.time'),
          said: `${format.day(startsOn)} – ${format.day(endsOn)}`,
          share: partGone(startsOn, endsOn, today),
        }
      : { label: t('glance.time'), said: t('not-stated') },
  ];
}
