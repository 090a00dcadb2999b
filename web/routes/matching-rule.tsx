import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { DataTable, Page, PrintButton, Section } from '../ui/index.ts';
import type { Route } from './+types/matching-rule.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  return orThrow(await services.matching.rule({}));
}

/** The rule of matching on one page: the weights in force as they are counted with, and nothing else than data. */
export default function MatchingRule({ loaderData }: Route.ComponentProps) {
  const t = useT('matching');
  const format = useFormat();
  const { weights, versions, example } = loaderData;
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
    <Page title={t('rule.title')} lead={t('rule.lead')} actions={<PrintButton />}>
      <p>
        <strong>{t('rule.in-force', { version: weights.version, day: format.day(weights.from) })}</strong>
      </p>
      <Section id="points" title={t('rule.points-title')} lead={t('rule.points-lead')}>
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
              cell: (part) => format.number(example.parts.find((one) => one.part === part)?.got ?? 0),
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
      <Section id="stops" title={t('rule.stops-title')} lead={sentence('rule.stop-list')} />
      <Section id="never" title={t('rule.never-title')} lead={sentence('rule.never-list')}>
        <p>{t('rule.never-lead')}</p>
      </Section>
      <Section
        id="fairness"
        title={t('rule.fairness-title')}
        lead={
          moves
            ? t('rule.fairness-lead', {
                among: format.number(fairness.among),
                others: format.number(fairness.otherChoices),
              })
            : t('rule.fairness-none')
        }
      >
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
      </Section>
      <Section id="example" title={t('rule.example-title')} lead={t('rule.example-lead')}>
        <p>
          <strong>{t('rule.example-total', { points: format.number(example.points) })}</strong>{' '}
          {cover.group > 0 && t('rule.example-near')}
        </p>
      </Section>
      <Section id="versions" title={t('rule.versions-title')} lead={t('rule.versions-lead')}>
        <DataTable
          id="versions-table"
          caption={t('rule.versions-title')}
          captionHidden
          columns={[
            {
              key: 'version',
              header: t('rule.version-column'),
              rowHeader: true,
              cell: (one) => t('rule.version', { version: one.version }),
            },
            {
              key: 'from',
              header: t('rule.from-column'),
              cell: (one) =>
                `${t('rule.since', { day: format.day(one.from) })}, ${t(one.inForce ? 'rule.now' : 'rule.not-now')}`,
            },
            {
              key: 'changed',
              header: t('rule.changed-column'),
              cell: (one) =>
                one.changed.length === 0
                  ? t('rule.first')
                  : one.changed
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
          rowKey={(one) => String(one.version)}
          empty=""
        />
      </Section>
    </Page>
  );
}
