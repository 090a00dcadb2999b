import { data } from 'react-router';
import type { SheetError, SheetOutcome } from '#intake';
import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { formValues, invalid, orThrow, refused, requireViewer } from '../page.ts';
import {
  Button,
  DataTable,
  EmptyState,
  FileField,
  Notice,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
} from '../ui/index.ts';
import type { Route } from './+types/intake-sheets.ts';

/** Who keeps a project's money; the use case asks again. */
const keepers = ['project', 'controller'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, keepers);
  const { projects } = orThrow(await services.projects.portfolio({ limit: 1000 }));
  return { projects: projects.map(({ projectId, name }) => ({ projectId, name })) };
}

type Done = { readonly outcome: SheetOutcome; readonly dryRun: boolean };

/** Checks a sheet, and brings it in when that button was pressed and there is no fault. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, keepers);
  const sent = await formValues(context, request);
  const [file] = sent.files('sheet');
  if (!file) return invalid(sent, [{ path: 'sheet', code: 'required' }]);
  if (sent.text('project') === '') return invalid(sent, [{ path: 'project', code: 'required' }]);
  const dryRun = sent.intent === 'check';
  const brought = await services.intake.importSheet({
    projectId: sent.text('project'),
    kind: sent.text('kind') === 'indicators' ? 'indicators' : 'budget',
    bytes: new Uint8Array(await file.arrayBuffer()),
    dryRun,
  });
  if (!brought.ok) return refused(sent, brought.error);
  const done: Done & { form: string; values: typeof sent.values; issues: [] } = {
    outcome: brought.value,
    dryRun,
    form: 'sheet-form',
    values: sent.values,
    issues: [],
  };
  return data(done, { status: brought.value.errors.length > 0 ? 422 : 200 });
}

/** Budget and indicators of a project from Excel: template, check, faults by row and column, and all or nothing. */
export default function IntakeSheets({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const { projects } = loaderData;
  const done = actionData && 'outcome' in actionData ? (actionData as unknown as Done) : undefined;
  return (
    <Page
      title={t('sheet.title')}
      lead={t('sheet.lead')}
      breadcrumbs={[{ to: '/intake', label: t('title') }]}
    >
      {done !== undefined && <Outcome {...done} />}
      {projects.length === 0 ? (
        <EmptyState title={t('sheet.no-projects')} />
      ) : (
        <PolkuForm
          id="sheet-form"
          result={actionData as FormResult | undefined}
          files
          labels={{ sheet: t('sheet.file'), project: t('sheet.project'), kind: t('sheet.kind') }}
        >
          <Select
            name="project"
            label={t('sheet.project')}
            width="l"
            choices={projects.map(({ projectId, name }) => ({ value: projectId, label: name }))}
          />
          <RadioGroup
            name="kind"
            label={t('sheet.kind')}
            value="budget"
            choices={(['budget', 'indicators'] as const).map((kind) => ({
              value: kind,
              label: t(`sheet.kinds.${kind}`),
            }))}
          />
          <FileField
            name="sheet"
            label={t('sheet.file')}
            help={t('sheet.file-help')}
            accept=".xlsx,.csv,text/csv"
          />
          <div className="actions">
            <Button name="intent" value="bring">
              {t('sheet.bring')}
            </Button>
            <Button look="secondary" name="intent" value="check">
              {t('sheet.check')}
            </Button>
          </div>
        </PolkuForm>
      )}
      <Section id="templates" title={t('sheet.templates')}>
        <div className="actions">
          {(['budget', 'indicators'] as const).map((kind) => (
            <Button key={kind} to={`/intake/sheets/${kind}.xlsx`} look="secondary" download>
              {t(`sheet.template.${kind}`)}
            </Button>
          ))}
        </div>
      </Section>
    </Page>
  );
}

function Outcome({ outcome, dryRun }: Done) {
  const t = useT('intake');
  const { errors, added, changed, same, totals, passed } = outcome;
  const besides = (
    <>
      {totals > 0 && errors.length === 0 && <p>{t('sheet.totals', { totals })}</p>}
      {passed.length > 0 && (
        <p>
          {t('sheet.passed', {
            columns: passed.map(({ column, heading }) => `${column} ${heading}`).join(', '),
          })}
        </p>
      )}
    </>
  );
  if (errors.length === 0)
    return (
      <Notice kind={dryRun ? 'info' : 'success'} live>
        <p>{t(dryRun ? 'sheet.checked' : 'sheet.brought', { added, changed, same })}</p>
        {besides}
      </Notice>
    );
  return (
    <Section id="faults" title={t('sheet.faults')} lead={t('sheet.faults-lead')}>
      {besides}
      <DataTable
        id="fault-table"
        caption={t('sheet.faults')}
        captionHidden
        rows={errors}
        rowKey={({ row, column, code }: SheetError) => `${row} ${column} ${code}`}
        empty="–"
        columns={[
          { key: 'row', header: t('sheet.row'), number: true, cell: ({ row }) => row },
          { key: 'column', header: t('sheet.column-letter'), cell: ({ column }) => column },
          {
            key: 'fault',
            header: t('sheet.fault'),
            rowHeader: true,
            cell: ({ code }) => t(`sheet.code.${code}`),
          },
          { key: 'cell', header: t('sheet.cell'), cell: ({ value }) => (value === '' ? '–' : value) },
        ]}
      />
    </Section>
  );
}
