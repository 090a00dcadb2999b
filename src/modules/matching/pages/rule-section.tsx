import type { PageData } from '#web/context.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable, Details, Section } from '#web/ui/index.ts';

type Rule = Extract<Awaited<ReturnType<PageData['services']['matching']['rule']>>, { ok: true }>['value'];

/** The rule of matching: the weights in force as they are counted with, and nothing else than data. */
export function MatchingRule({ rule }: { readonly rule: Rule }) {
  const t = useT('matching');
  const format = useFormat();
  const { weights, versions, example } = rule;
  const { strength, nearness, wish, shares, cover, fairness, fullYears } = weights;
  const percent = (tenths: number) => format.number(tenths * 10);
  const levels = {
    l3: percent(strength[3]),
    l2: percent(strength[2]),
    l1: percent(strength[1]),
    presumed: percent(strength.presumed),
    years: format.number(fullYears),
  };
  const how = {
    essential: t('rule.how.essential', levels),
    occupation: t('rule.how.occupation', {
      four: percent(nearness.four + nearness.three + nearness.two),
      three: percent(nearness.three + nearness.two),
      two: percent(nearness.two),
      years: format.number(fullYears),
    }),
    optional: t('rule.how.optional'),
    wish: t('rule.how.wish', { three: percent(wish.three) }),
  };
  const parts = ['essential', 'occupation', 'optional', 'wish'] as const;
  const sentence = (key: string) => `${format.list(t(key).split(' | '))}.`;
  const moves = fairness.congestion.most > 0 || fairness.silence.points > 0;
  return (
    <Section id="matching" title={t('rule.title')} lead={t('rule.lead')}>
      <p>
        <strong>{t('rule.in-force', { version: weights.version, day: format.day(weights.from) })}</strong>
      </p>
      <Section level={3} id="points" title={t('rule.points-title')} lead={t('rule.points-lead')}>
        <DataTable
          id="points-table"
          caption={t('rule.points-title')}
          captionHidden
          columns={[
            {
              key: 'part',
              header: t('rule.column.part'),
              rowHeader: true,
              cell: (part) => t(`part.${part}`),
            },
            {
              key: 'points',
              header: t('rule.column.points'),
              number: true,
              cell: (part) => format.number(shares[part] / 10),
            },
            { key: 'how', header: t('rule.column.how'), cell: (part) => how[part] },
            {
              key: 'example',
              header: t('rule.column.example'),
              number: true,
              cell: (part) => format.number(example.parts.find((row) => row.part === part)?.got ?? 0),
            },
          ]}
          rows={parts}
          rowKey={(part) => part}
          empty=""
        />
        <p>
          {cover.group > 0
            ? t('rule.near', {
                same: format.number(cover.same),
                group: format.number(cover.group),
                above: format.number(cover.above),
              })
            : t('rule.no-near')}
        </p>
      </Section>
      <Details prints id="stops" summary={t('rule.stops-title')}>
        <p>{sentence('rule.stop-list')}</p>
      </Details>
      <Details prints id="never" summary={t('rule.never-title')}>
        <p>{sentence('rule.never-list')}</p>
        <p>{t('rule.never-lead')}</p>
      </Details>
      <Details prints id="fairness" summary={t('rule.fairness-title')}>
        <p>
          {moves
            ? t('rule.fairness-lead', {
                among: format.number(fairness.among),
                others: format.number(fairness.otherChoices),
              })
            : t('rule.fairness-none')}
        </p>
        {moves && (
          <ul>
            {fairness.congestion.most > 0 && (
              <li>
                {t('rule.congestion', {
                  points: format.number(fairness.congestion.points),
                  from: format.number(fairness.congestion.from),
                  most: format.number(fairness.congestion.most),
                })}
              </li>
            )}
            {fairness.silence.points > 0 && (
              <li>{t('rule.silence', { points: format.number(fairness.silence.points) })}</li>
            )}
          </ul>
        )}
      </Details>
      <Details prints id="example" summary={t('rule.example-title')}>
        <p>{t('rule.example-lead')}</p>
        <p>
          <strong>{t('rule.example-total', { points: format.number(example.points) })}</strong>{' '}
          {cover.group > 0 && t('rule.example-near')}
        </p>
      </Details>
      <Details prints id="versions" summary={t('rule.versions-title')}>
        <p>{t('rule.versions-lead')}</p>
        <DataTable
          id="versions-table"
          caption={t('rule.versions-title')}
          captionHidden
          columns={[
            {
              key: 'version',
              header: t('rule.version-column'),
              rowHeader: true,
              cell: (row) => t('rule.version', { version: row.version }),
            },
            {
              key: 'from',
              header: t('rule.from-column'),
              cell: (row) =>
                `${t('rule.since', { day: format.day(row.from) })}, ${t(row.inForce ? 'rule.now' : 'rule.not-now')}`,
            },
            {
              key: 'changed',
              header: t('rule.changed-column'),
              cell: (row) =>
                row.changed.length === 0
                  ? t('rule.first')
                  : row.changed
                      .map(({ path, before, after }) =>
                        t('rule.change', {
                          what: t(`rule.value.${path}`),
                          before: format.number(before),
                          after: format.number(after),
                        }),
                      )
                      .join('; '),
            },
          ]}
          rows={versions}
          rowKey={(row) => String(row.version)}
          empty=""
        />
      </Details>
    </Section>
  );
}
