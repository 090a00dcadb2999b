import { ruleTable } from '#kernel/rules.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import { Contents, DataTable, Details, Page, PrintButton, Section, StateLine } from '#web/ui/index.ts';
import { MatchingRule } from '../modules/matching/pages/rule-section.tsx';
import { Instruments } from '../modules/projects/pages/instruments-section.tsx';
import type { Route } from './+types/how-counted.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { services } = page(context);
  return {
    rule: orThrow(await services.matching.rule({})),
    instruments: orThrow(await services.projects.openInstruments({})),
  };
}

/** What is told of people, to whom and when, in the order of reading. */
const figureRules = ['list', 'releases', 'changes', 'audit', 'zero'] as const;

const marks = { '✔': 'read', '◇': 'known', '?': 'to-verify' } as const;

/**
 * How Polku counts, for everybody: the legal limits and agreed numbers with their sources, the rule of matching, and the
 * terms of funding.
 */
export default function HowCounted({ loaderData }: Route.ComponentProps) {
  const t = useT('rules');
  const sourceOf = useSource();
  const format = useFormat();
  const language = useLanguage();
  const rows = ruleTable.flatMap(({ title, versions }) =>
    versions.map((version) => ({ ...version, name: title[language] })),
  );
  const toVerify = rows.filter((row) => row.mark === '?');
  const list = (id: string, caption: string, shown: typeof rows) => (
    <DataTable
      id={id}
      caption={caption}
      total={shown.length}
      columns={[
        { key: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name },
        { key: 'value', header: t('value'), cell: (row) => valueInWords(row.value, t) },
        {
          key: 'from',
          header: t('in-force'),
          cell: (row) =>
            row.from < '1901' && row.to === undefined
              ? t('always')
              : t(row.to === undefined ? 'since' : row.from < '1901' ? 'until' : 'between', {
                  from: format.day(row.from),
                  to: format.day(row.to),
                }),
        },
        { key: 'source', header: t('source'), cell: (row) => <span lang="fi">{sourceOf(row.source)}</span> },
        {
          key: 'mark',
          header: t('mark'),
          cell: (row) => (
            <StateLine kind={row.mark === '?' ? 'late' : 'done'}>{t(`mark-of.${marks[row.mark]}`)}</StateLine>
          ),
        },
      ]}
      rows={shown}
      rowKey={(row) => row.id}
      empty={t('none')}
    />
  );
  const parts = ['figures', 'matching', 'rules', 'funding'] as const;
  return (
    <Page title={t('title')} lead={t('lead')} wide actions={<PrintButton />}>
      <Contents parts={parts.map((id) => ({ id, title: t(`contents-of.${id}`) }))} />
      <Section id="figures" title={t('contents-of.figures')} lead={t('figures-lead')}>
        <p>{t('figures-hidden')}</p>
        <Details prints id="figure-rules" summary={t('figures-whole')}>
          <ul>
            {figureRules.map((rule) => (
              <li key={rule}>{t(`figures-${rule}`)}</li>
            ))}
          </ul>
        </Details>
      </Section>
      <MatchingRule rule={loaderData.rule} />
      <Section id="rules" title={t('contents-of.rules')} lead={t('rules-lead')}>
        <Details prints id="to-verify" summary={t('to-verify-count', { count: toVerify.length })}>
          <p>{t('to-verify-lead')}</p>
          {list('unverified', t('to-verify'), toVerify)}
        </Details>
        <Details prints id="others" summary={t('verified-count', { count: rows.length - toVerify.length })}>
          {list(
            'verified',
            t('verified'),
            rows.filter((row) => row.mark !== '?'),
          )}
        </Details>
      </Section>
      <Instruments read={loaderData.instruments} />
    </Page>
  );
}

type Words = { (key: string, values?: Record<string, unknown>): string; has(key: string): boolean };

/** A value in words, part by part: "työpäiviä 10". */
function valueInWords(value: unknown, t: Words): string {
  if (Array.isArray(value)) return value.map((row) => valueInWords(row, t)).join(', ');
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([key, inner]) => `${t(`part.${key}`)} ${valueInWords(inner, t)}`)
      .join('; ');
  }
  return typeof value === 'string' ? t(`word.${value}`) : String(value);
}
