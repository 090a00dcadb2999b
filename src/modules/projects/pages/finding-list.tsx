import { Link } from 'react-router';
import type { Finding, FindingValue } from '#kernel/findings.ts';
import type { Format } from '#web/i18n/format.ts';
import { useSource } from '#web/i18n/source.ts';
import { type T, useFormat, useT } from '#web/i18n/use.ts';
import { type Column, DataTable, StateLine } from '#web/ui/index.ts';

const looks = {
  error: 'late',
  warning: 'late',
  'text-differs-from-table': 'waiting',
  missing: 'waiting',
  notice: 'info',
} as const;

/** A value of a finding in the language of the page. */
export function valueText(value: FindingValue | undefined, format: Format): string {
  if (value === undefined) return '';
  if (value.kind === 'cents') return format.money(value.value);
  if (value.kind === 'number') return format.number(value.value);
  if (value.kind === 'share') return format.percent(value.value, 4);
  if (value.kind === 'day') return format.day(value.value);
  return value.value;
}

/** The sentences of a finding: what it is, and what could fit. `t` is of the namespace `findings`. */
export function findingWords(finding: Finding, t: T, format: Format): { title: string; hint: string } {
  const { hint } = finding;
  const values = Object.fromEntries(
    Object.entries(hint?.values ?? {}).map(([key, value]) => [
      key,
      key === 'missing' && value.kind === 'text'
        ? format.list(value.value.split(',').map((code) => t(`lacks.${code}`)))
        : valueText(value, format),
    ]),
  );
  const year = hint?.values?.year === undefined ? '' : `${t('words.year', values)} `;
  return {
    title: t.has(finding.code) ? t(finding.code) : finding.code,
    hint: hint && t.has(`hints.${hint.code}`) ? year + t(`hints.${hint.code}`, values) : year.trim(),
  };
}

/** Does somebody have to decide something of it, or is it told for information only? */
export const needsDecision = ({ grade }: Pick<Finding, 'grade'>): boolean => grade !== 'notice';

/** Everything that does not hold, with the printed value, the computed one, the difference and what would fit. */
export function FindingList({
  id,
  caption,
  findings,
  splitTo,
}: {
  readonly id: string;
  readonly caption: string;
  readonly findings: readonly Finding[];
  /** Where the offered split can be taken; absent for those who only read. */
  readonly splitTo?: string | undefined;
}) {
  const t = useT('findings');
  const sourceOf = useSource();
  const format = useFormat();
  const projects = useT('projects');
  const rows = findings.map((finding, at) => ({ finding, key: `${at}-${finding.code}` }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      key: 'what',
      header: caption,
      rowHeader: true,
      cell: ({ finding }) => {
        const { title, hint } = findingWords(finding, t, format);
        return (
          <>
            <StateLine kind={looks[finding.grade]}>
              {t(`grades.${finding.grade}`)}: {title}
            </StateLine>
            {hint !== '' && <span className="finding-hint">{hint}</span>}
            {finding.code === 'aid-over-ceiling' && splitTo !== undefined && (
              <span className="finding-hint">
                <Link to={splitTo}>{projects('act.split')}</Link>
              </span>
            )}
          </>
        );
      },
    },
    {
      key: 'printed',
      header: t('words.printed'),
      number: true,
      cell: ({ finding }) => valueText(finding.printed, format),
    },
    {
      key: 'computed',
      header: t('words.computed'),
      number: true,
      cell: ({ finding }) => valueText(finding.computed, format),
    },
    {
      key: 'difference',
      header: t('words.difference'),
      number: true,
      cell: ({ finding }) => valueText(finding.difference, format),
    },
    { key: 'source', header: t('words.source'), cell: ({ finding }) => sourceOf(finding.source) },
  ];
  return (
    <DataTable
      id={id}
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={t('words.none')}
      source={rows.length > 0 ? t('words.kept') : undefined}
    />
  );
}
