import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { type Column, DataTable, Details, StateLine } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

interface MoneyRow {
  key: string;
  name: ReactNode;
  requested?: ReactNode;
  computed?: ReactNode;
  approved?: ReactNode;
  rejected?: ReactNode;
  source?: string | undefined;
}

/** The funder's own table in its own order: printed figures as they are, computed ones beside them, blanks blank (F-08). */
export function MoneyTable({
  opened,
  edit,
}: {
  readonly opened: Pick<Opened, 'money' | 'plan' | 'costModel' | 'wageMethod'>;
  readonly edit?: string | undefined;
}) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  const language = useLanguage();
  const { money, plan, costModel, wageMethod } = opened;
  const sum = (cents: number | undefined) => (cents === undefined ? '' : format.money(cents));
  const against = (printed: number | undefined, computed: number | undefined) => {
    if (computed === undefined) return '';
    return printed === computed ? (
      <span className="computed">
        <StateLine kind="done">
          {format.money(computed)} {t('money.holds')}
        </StateLine>
      </span>
    ) : (
      <span className="computed">
        <StateLine kind="late">{format.money(computed)}</StateLine>
      </span>
    );
  };
  const rows: MoneyRow[] = money.lines.map((line, at) => ({
    key: line.id ?? String(at),
    name: (
      <>
        {line.year === undefined ? line.label : t('year-of', { label: line.label, year: line.year })}
        {!line.claimable && <span className="finding-hint">{t('money.inside')}</span>}
        {edit !== undefined && (
          <span className="finding-hint no-print">
            <Link to={`${edit}/cost-line?id=${line.id}`}>
              {t('act.change')}
              <span className="hidden">: {line.label}</span>
            </Link>
          </span>
        )}
      </>
    ),
    requested: sum(line.requested),
    computed: against(line.requested, line.computed),
    approved: sum(line.approved),
    rejected:
      line.rejected === undefined && line.derivedRejection ? (
        <span className="computed">{t('money.derived', { sum: format.money(line.derivedRejection) })}</span>
      ) : (
        sum(line.rejected)
      ),
    source: line.source,
  }));
  const printed = money.printedTotals.find(
    (figure) => figure.kind === 'costs-total' && figure.year === undefined,
  );
  if (rows.length > 0)
    rows.push({
      key: 'sum',
      name: <strong>{t('money.sum')}</strong>,
      requested: <strong>{sum(money.sums.requested?.net)}</strong>,
      computed: printed === undefined ? '' : against(printed.cents, money.sums.requested?.net),
      approved: <strong>{sum(money.sums.approved?.net)}</strong>,
      rejected: '',
    });
  for (const [at, total] of money.printedTotals.entries())
    rows.push({
      key: `printed-${at}`,
      name: `${t('money.printed-sum', { what: t(`figure.${total.kind}`) })}${total.year === undefined ? '' : ` ${total.year}`}`,
      requested: sum(total.cents),
      approved: sum(total.approved),
      rejected: sum(total.rejected),
      source: total.source,
    });
  const ruleWords = (rule: Opened['costModel'] | Opened['wageMethod']) =>
    rule === undefined
      ? ''
      : [
          t('money.rule', { source: sourceOf(rule.source), mark: t(`rule-mark.${rule.mark}`) }),
          rule.note?.[language],
        ]
          .filter(Boolean)
          .join(' ');
  const columns: Column<MoneyRow>[] = [
    { key: 'line', header: t('money.line'), rowHeader: true, cell: (row) => row.name },
    { key: 'requested', header: t('money.requested'), number: true, cell: (row) => row.requested ?? '' },
    { key: 'computed', header: t('money.computed'), number: true, cell: (row) => row.computed ?? '' },
    { key: 'approved', header: t('money.approved'), number: true, cell: (row) => row.approved ?? '' },
    { key: 'rejected', header: t('money.rejected'), number: true, cell: (row) => row.rejected ?? '' },
    { key: 'source', header: t('money.source'), cell: (row) => sourceOf(row.source) },
  ];
  return (
    <DataTable
      id="cost-lines"
      caption={t('open.money')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={t('money.none')}
      source={
        <>
          {t('money.model')}: {t(`model.${plan.budget.costModel}`)}. {ruleWords(costModel)}
          {wageMethod !== undefined && plan.budget.wageMethod !== undefined && (
            <>
              <br />
              {t('money.wage-method')}: {t(`wages.${plan.budget.wageMethod}`)}. {ruleWords(wageMethod)}
            </>
          )}
        </>
      }
    />
  );
}

type Share = Opened['money']['shares'][number];

/** Who pays, in which role, in which year; what waits for a decision says so (PJ-06, PJ-07, F-24). */
export function FundingTable({
  opened,
  edit,
}: {
  readonly opened: Pick<Opened, 'money' | 'summary'>;
  readonly edit?: string | undefined;
}) {
  const t = useT('projects');
  const format = useFormat();
  const { funding, shares } = opened.money;
  const { total, own, grant } = opened.summary;
  // A document may tell the own share alone: then the rest is computed, and a share is of the whole.
  const isRest =
    total !== undefined &&
    own !== undefined &&
    grant !== undefined &&
    !shares.some((item) => item.role === 'grant');
  const whole = isRest ? total : funding.total;
  if (shares.length === 0) return null;
  const yearName = (year: number | undefined) => (year === undefined ? t('money.years') : String(year));
  type Row = {
    key: string;
    name: ReactNode;
    cents: readonly (number | undefined)[];
    total: number;
    conditional: number;
  };
  const rows: Row[] = [
    ...funding.rows.map((row) => ({
      key: `${row.from} ${row.role} ${row.label}`,
      name: (
        <>
          {row.label}
          <span className="finding-hint">
            {t(`from.${row.from}`)} · {t(`money-role.${row.role}`)}
          </span>
        </>
      ),
      cents: row.cents,
      total: row.total,
      conditional: row.conditional,
    })),
    {
      key: 'total',
      name: <strong>{t('money.total')}</strong>,
      cents: funding.sums,
      total: funding.total,
      conditional: funding.conditional,
    },
  ];
  const columns: Column<Row>[] = [
    { key: 'name', header: t('money.funder'), rowHeader: true, cell: (row) => row.name },
    ...(funding.years.length > 1
      ? funding.years.map(
          (year, at): Column<Row> => ({
            key: String(year),
            header: yearName(year),
            number: true,
            cell: (row) => format.money(row.cents[at]),
          }),
        )
      : []),
    { key: 'total', header: t('money.total'), number: true, cell: (row) => format.money(row.total) },
    {
      key: 'share',
      header: t('money.share'),
      number: true,
      cell: (row) => (whole === 0 ? '' : format.percent(row.total / whole, 4)),
    },
    {
      key: 'conditional',
      header: t('money.conditional'),
      number: true,
      cell: (row) => (row.conditional === 0 ? '' : format.money(row.conditional)),
    },
  ];
  return (
    <>
      {funding.conditional > 0 && (
        <p>
          <StateLine kind="waiting">
            {t('money.conditional-lead', { sum: format.money(funding.conditional) })}
          </StateLine>
        </p>
      )}
      <DataTable
        id="funding-shares"
        caption={t('open.funding')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        empty=""
      />
      {isRest && (
        <p className="computed">
          {t('money.rest', {
            total: format.money(total),
            own: format.money(own),
            grant: format.money(grant),
          })}
        </p>
      )}
      <ShareList shares={shares.filter(isOpen)} edit={edit} />
      {shares.some((share) => !isOpen(share)) && (
        <Details prints summary={t('money.shares-apart')}>
          <ShareList shares={shares.filter((share) => !isOpen(share))} edit={edit} />
        </Details>
      )}
    </>
  );
}

/** Does the share wait for a condition that somebody has to see to? */
const isOpen = ({ condition, conditionState }: Share) => condition !== undefined && conditionState !== 'met';

function ShareList({
  shares,
  edit,
}: {
  readonly shares: readonly Share[];
  readonly edit?: string | undefined;
}) {
  if (shares.length === 0) return null;
  return (
    <ul className="plain-list">
      {shares.map((share) => (
        <li key={share.id}>
          <ShareLine share={share} edit={edit} />
        </li>
      ))}
    </ul>
  );
}

/** One share: its own sum, the body that channels it, and its condition as a sentence. */
function ShareLine({ share, edit }: { readonly share: Share; readonly edit?: string | undefined }) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  const { condition, conditionState } = share;
  const name =
    share.year === undefined ? share.label : t('year-of', { label: share.label, year: share.year });
  return (
    <>
      {name}: {share.requested === undefined ? t('blank') : format.money(share.requested)}
      {share.channelledBy !== undefined && `, ${t('money.channelled', { body: share.channelledBy })}`}
      {share.source !== undefined && ` (${sourceOf(share.source)})`}
      {edit !== undefined && (
        <span className="no-print">
          {' '}
          <Link to={`${edit}/share?id=${share.id}`}>
            {t('act.change')}
            <span className="hidden">: {name}</span>
          </Link>
        </span>
      )}
      {condition && conditionState && (
        <span className="finding-hint">
          <StateLine
            kind={conditionState === 'met' ? 'done' : conditionState === 'late' ? 'late' : 'waiting'}
            clock={
              conditionState !== 'met' && condition.expectedOn
                ? t('condition.expected', { day: format.day(condition.expectedOn) })
                : undefined
            }
          >
            {t(`condition.${conditionState}`, { words: condition.words, day: format.day(condition.metOn) })}
          </StateLine>
          {edit !== undefined && conditionState !== 'met' && (
            <span className="no-print">
              {' '}
              <Link to={`${edit}/condition-met?id=${condition.id}`}>
                {t('act.decide')}
                <span className="hidden">: {name}</span>
              </Link>
            </span>
          )}
        </span>
      )}
    </>
  );
}
