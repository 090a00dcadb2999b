import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { valueOfCell } from '../pilot/cell.ts';
import { Section, StateLine } from '../ui/index.ts';
import type { Indicators, Opened } from './opened.ts';

type Bar = { readonly label: string; readonly said: string; readonly share?: number | undefined };

/** The project in one look: how much money and time have gone, where each promise stands, and what waits. */
export function AtAGlance(props: { readonly opened: Opened; readonly indicators: Indicators }) {
  const t = useT('projects');
  const { opened } = props;
  const promised = usePromised(props.indicators);
  return (
    <Section id="glance" title={t('open.glance')}>
      <div className="glance">
        <div>
          <Bars caption={t('glance.money-and-time')} bars={useMoneyAndTime(opened)} />
          <Waiting opened={opened} />
        </div>
        {promised.length > 0 && <Bars caption={t('glance.promised')} bars={promised} />}
      </div>
    </Section>
  );
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
  const at = (day: string) => Date.parse(day) / 86_400_000;
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
          share: (at(today) - at(startsOn)) / Math.max(1, at(endsOn) - at(startsOn)),
        }
      : { label: t('glance.time'), said: t('not-stated') },
  ];
}

function usePromised(indicators: Indicators): Bar[] {
  const t = useT('projects');
  const c = useT('common');
  const format = useFormat();
  const language = useLanguage();
  return indicators.map(({ names, target, latest, reached }) => {
    const value = valueOfCell(latest);
    const now = typeof value === 'number' ? format.number(value) : c(`value.${value}`);
    return {
      label: names[language] ?? names.fi ?? '',
      said: target === undefined ? now : t('glance.of', { now, target: format.number(target.value) }),
      share: reached === undefined ? undefined : reached / 100,
    };
  });
}

/** What has to be done next; nothing is said when nothing waits. */
function Waiting({ opened: { project, summary, findings, today } }: { readonly opened: Opened }) {
  const t = useT('projects');
  const format = useFormat();
  const open = findings.filter(({ grade }) => grade !== 'notice').length;
  const due = project.reportDueOn;
  return (
    <ul className="plain">
      {due !== undefined && (
        <li>
          <StateLine kind={due < today ? 'late' : 'waiting'}>
            {t('report-due', { day: format.day(due) })}
          </StateLine>
        </li>
      )}
      {summary.conditional > 0 && (
        <li>
          <StateLine kind="waiting">
            {t('glance.conditional', { sum: format.money(summary.conditional) })}
          </StateLine>
        </li>
      )}
      {open > 0 && (
        <li>
          <a href="#findings">{t('glance.findings', { count: open })}</a>
        </li>
      )}
    </ul>
  );
}
