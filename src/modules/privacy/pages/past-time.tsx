import { type ReviewedClass, recordStates, reviewedClasses } from '#codes/privacy';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/past-time.ts';

/** The class of the address; another is no page. */
function classOf(of: string | undefined): ReviewedClass {
  const found = reviewedClasses.find((each) => each === of);
  if (found === undefined) throw new Response(null, { status: 404 });
  return found;
}

const pastList = defineList({
  name: 'past-time',
  texts: 'retention',
  prefix: 'list.',
  source: (services, asked, _page, { of }) => services.privacy.pastTime({ of: classOf(of), ...asked }),
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'record',
      kind: 'link',
      value: (row, { t }) => row.name ?? t('record-sign', { sign: row.sign }),
      to: (row, { found }) => `/retention/${found.of}/${row.id}`,
      rowHeader: true,
    },
    { key: 'since', kind: 'day', value: (row) => row.since, sort: 'since' },
    { key: 'due', kind: 'day', value: (row) => row.due },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t, format }) => stateIn(row, t, format.day),
      cell: (row, { t, format }) => (
        <StateLine kind={row.state === 'free' ? 'late' : row.state === 'held' ? 'stopped' : 'waiting'}>
          {stateIn(row, t, format.day)}
        </StateLine>
      ),
    },
  ],
  filters: [
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => recordStates.map((value) => ({ value, label: t(`record-state.${value}`) })),
    },
  ],
  sort: 'since',
});

function stateIn(
  row: {
    readonly state: string;
    readonly own: boolean;
    readonly heldUntil?: string | undefined;
    readonly heldBecause?: string | undefined;
  },
  t: (key: string, places?: Readonly<Record<string, unknown>>) => string,
  day: (day: string) => string,
): string {
  if (row.own) return t('record-state.own');
  if (row.state !== 'held') return t(`record-state.${row.state}`);
  return row.heldUntil === undefined
    ? t('held-by-request')
    : t('held-until', { reason: t(`hold.${row.heldBecause}`), day: day(row.heldUntil) });
}

const propose = defineForm('privacy.proposeEnd', {
  id: 'propose',
  texts: 'retention',
  fixed: ['of'],
  fields: { most: { help: 'most-help' }, reason: { as: 'area', rows: 3, help: 'reason-help' } },
  act: 'propose-act',
});

export const middleware = [listFiles(pastList)];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  requireViewer(context, request, 'retention:review');
  const of = classOf(params.of);
  return {
    of,
    list: await loadList(pastList, { context, request, params: { of } }),
    form: showForm(context, propose, { initial: { most: 100 } }),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'retention:review');
  return submitForm({
    context,
    request,
    form: propose,
    fixed: { of: classOf(params.of) },
    done: ({ proposalId, records }) => ({
      to: `/retention/proposals/${proposalId}`,
      say: 'retention:proposed',
      values: { count: records },
    }),
  });
}

/** The records of a class past their time, and the act of proposing that they go. */
export default function PastTime({ loaderData: { of, list, form }, actionData }: Route.ComponentProps) {
  const t = useT('retention');
  const { found } = list;
  return (
    <Page
      title={t('past-of', { class: t(`class.${of}`) })}
      lead={t(`starts-lead.${of}`)}
      breadcrumbs={[{ to: '/retention', label: t('title') }]}
      wide
    >
      <List of={pastList} list={list} />
      {found.actions.propose && (
        <Section
          id="proposing"
          title={t('propose')}
          lead={t(`propose-lead.${found.end}`, { count: found.free })}
        >
          <UseCaseForm form={form} result={actionData} label={t('propose')} />
        </Section>
      )}
    </Page>
  );
}
