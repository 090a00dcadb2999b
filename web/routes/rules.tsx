import { ruleTable } from '#kernel/rules.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { requireViewer } from '../page.ts';
import { DataTable, Page, PrintButton, Section, StateLine } from '../ui/index.ts';
import type { Route } from './+types/rules.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, [
    'access-admin',
    'area-manager',
    'dpo',
    'project',
    'expert',
    'board',
    'comms',
  ]);
  return null;
}

const marks = { '✔': 'read', '◇': 'known', '?': 'to-verify' } as const;

/** The legal limits and agreed numbers that the service counts with: since when, from where, and what is still to be verified. */
export default function Rules() {
  const t = useT('rules');
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
        { key: 'source', header: t('source'), cell: (row) => <span lang="fi">{row.source}</span> },
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
  return (
    <Page title={t('title')} lead={t('lead')} wide actions={<PrintButton />}>
      <Section id="to-verify" title={t('to-verify')} lead={t('to-verify-lead')}>
        {list('unverified', t('to-verify'), toVerify)}
      </Section>
      <Section id="others" title={t('verified')}>
        {list(
          'verified',
          t('verified'),
          rows.filter((row) => row.mark !== '?'),
        )}
      </Section>
    </Page>
  );
}

type Words = { (key: string, values?: Record<string, unknown>): string; has(key: string): boolean };

/** A value in words, part by part: "työpäiviä 10". */
function valueInWords(value: unknown, t: Words): string {
  if (Array.isArray(value)) return value.map((one) => valueInWords(one, t)).join(', ');
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([key, inner]) => `${t(`part.${key}`)} ${valueInWords(inner, t)}`)
      .join('; ');
  }
  return typeof value === 'string' ? t(`word.${value}`) : String(value);
}
