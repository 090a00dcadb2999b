import type { ImportOutcome } from '#accounts';
import { importColumns } from '#codes/accounts';
import { inLanguage } from '#kernel/in-language.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { readForm, requireViewer } from '#web/page.ts';
import {
  Button,
  DataTable,
  Fields,
  FormActs,
  Notice,
  Page,
  Section,
  SheetTold,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/import.ts';
import { AccessTabs } from './tabs.tsx';
import { periodWords } from './words.ts';

const table = defineForm('accounts.importAccounts', {
  id: 'import',
  fixed: ['dryRun'],
  fields: {
    bytes: {
      as: 'file',
      bytes: true,
      accept: '.xlsx,.ods,.csv,text/csv',
      label: 'import.file',
      help: 'import.file-help',
    },
    reason: { as: 'line', label: 'import.reason', help: 'import.reason-help', width: 'l' },
  },
  act: 'import.bring',
});

export function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'accounts:write');
  return { form: showForm(context, table) };
}

type Done = { readonly outcome: ImportOutcome };

/** Tries a table, or brings it in when that button was pressed and there is no fault. */
export async function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'accounts:write');
  const sent = await readForm(context, request);
  const answer = (outcome: ImportOutcome) => ({ outcome });
  return submitForm({
    context,
    request,
    sent,
    form: table,
    fixed: { dryRun: sent.intent !== 'bring' },
    done: {},
    answer,
  });
}

/** Users from a table: what each row would do, faults by row and column, all or nothing. */
export default function ImportAccounts({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('accounts');
  const done = actionData && 'outcome' in actionData ? (actionData as unknown as Done).outcome : undefined;
  return (
    <Page title={t('import.title')} lead={t('import.lead')} wide>
      <AccessTabs />
      {done !== undefined && <Outcome outcome={done} />}
      <UseCaseForm form={loaderData.form} result={actionData}>
        <Fields />
        <FormActs
          intent="bring"
          acts={<Button look="secondary" name="intent" value="check" label={t('import.check')} />}
        />
      </UseCaseForm>
      <Section id="form-of-table" title={t('import.columns')} lead={t('import.columns-lead')}>
        <ul>
          {importColumns.map((column) => (
            <li key={column}>
              <strong>{t(`import.column.${column}`)}</strong>: {t(`import.about.${column}`)}
            </li>
          ))}
        </ul>
        <div className="actions">
          <Button to="/accounts/import/template.csv" look="secondary" download label={t('import.template')} />
        </div>
      </Section>
    </Page>
  );
}

function Outcome({ outcome }: { readonly outcome: ImportOutcome }) {
  const t = useT('accounts');
  const told = useT('sheets');
  const format = useFormat();
  const language = useLanguage();
  const { faults, rows, passed, dryRun } = outcome;
  const besides = passed.length > 0 && (
    <p>
      {told('passed', {
        columns: passed.map(({ column, heading }) => `${column} ${heading}`).join(', '),
      })}
    </p>
  );
  if (faults.length > 0)
    return (
      <>
        <SheetTold id="faults" title={told('faults')} lead={told('faults-lead')} rows={faults} />
        {besides}
      </>
    );
  return (
    <>
      <Notice kind={dryRun ? 'info' : 'success'} live>
        <p>{t(dryRun ? 'import.checked' : 'import.brought', { count: rows.length })}</p>
        {besides}
      </Notice>
      <DataTable
        id="planned"
        caption={t(dryRun ? 'import.planned' : 'import.done')}
        rows={rows}
        rowKey={({ row }) => String(row)}
        empty="–"
        columns={[
          { key: 'row', header: told('row'), number: true, cell: ({ row }) => row },
          { key: 'name', header: t('column.name'), rowHeader: true, cell: ({ name }) => name },
          { key: 'act', header: t('import.what'), cell: ({ act }) => t(`import.act.${act}`) },
          {
            key: 'role',
            header: t('role'),
            cell: ({ role, organisation, from, to }) =>
              role === undefined
                ? '–'
                : [
                    t(`roles:${role}`),
                    inLanguage(organisation ?? {}, language).text,
                    periodWords({ from, to: to ?? null }, { t: t as never, format }),
                  ].join(', '),
          },
        ]}
      />
    </>
  );
}
