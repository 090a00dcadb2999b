import type { SheetOutcome } from '#intake';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, readForm, requireViewer } from '#web/page.ts';
import {
  Button,
  EmptyState,
  Fields,
  FormActs,
  Notice,
  Page,
  Section,
  SheetTold,
  UseCaseForm,
} from '#web/ui/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { choiceOf, projectSuggestion } from '#web/who.ts';
import type { Route } from './+types/sheets.ts';

const sheet = defineForm('intake.importSheet', {
  id: 'sheet-form',
  fixed: ['dryRun'],
  fields: {
    projectId: { label: 'sheet.project', width: 'l' },
    kind: { label: 'sheet.kind', words: 'sheet.kinds.' },
    bytes: { as: 'file', bytes: true, accept: '.xlsx,.ods,.csv,text/csv', label: 'sheet.file' },
    sure: { label: 'sheets:sure', help: 'sheets:sure-help' },
  },
  act: 'sheet.bring',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'projects:write');
  const { rows: projects } = orThrow(await wholeList(services.projects.portfolio));
  return {
    form:
      projects.length === 0
        ? undefined
        : showForm(context, sheet, {
            initial: { kind: 'budget' },
            choices: {
              projectId: projects.map((row) => choiceOf(projectSuggestion(row, translatorOf(language)))),
            },
          }),
  };
}

type Done = { readonly outcome: SheetOutcome; readonly dryRun: boolean };

/** Checks a sheet, and brings it in when that button was pressed and there is no fault. */
export async function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'projects:write');
  const sent = await readForm(context, request);
  const dryRun = sent.intent === 'check';
  const answer = (outcome: SheetOutcome) => ({ outcome, dryRun });
  return submitForm({ context, request, sent, form: sheet, fixed: { dryRun }, done: {}, answer });
}

/** Budget and indicators of a project from Excel: template, check, faults by row and column, and all or nothing. */
export default function IntakeSheets({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('intake');
  const { form } = loaderData;
  const done = actionData && 'outcome' in actionData ? (actionData as unknown as Done) : undefined;
  return (
    <Page
      title={t('sheet.title')}
      lead={t('sheet.lead')}
      breadcrumbs={[{ to: '/intake', label: t('title') }]}
    >
      {done !== undefined && <Outcome {...done} />}
      {form === undefined ? (
        <EmptyState title={t('sheet.no-projects')} />
      ) : (
        <UseCaseForm form={form} result={actionData}>
          <Fields />
          <FormActs
            intent="bring"
            acts={<Button look="secondary" name="intent" value="check" label={t('sheet.check')} />}
          />
        </UseCaseForm>
      )}
      <Section id="templates" title={t('sheet.templates')}>
        <div className="actions">
          {(['budget', 'indicators'] as const).map((kind) => (
            <Button
              key={kind}
              to={`/intake/sheets/${kind}.xlsx`}
              look="secondary"
              download
              label={t(`sheet.template.${kind}`)}
            />
          ))}
        </div>
      </Section>
    </Page>
  );
}

function Outcome({ outcome, dryRun }: Done) {
  const t = useT('intake');
  const told = useT('sheets');
  const { errors, more, asked, sure, added, changed, same, totals, passed } = outcome;
  const waits = asked.length > 0 && !sure;
  const besides = (
    <>
      {totals > 0 && errors.length === 0 && <p>{t('sheet.totals', { totals })}</p>}
      {passed.length > 0 && (
        <p>
          {told('passed', {
            columns: passed.map(({ column, heading }) => `${column} ${heading}`).join(', '),
          })}
        </p>
      )}
    </>
  );
  return (
    <>
      {errors.length > 0 && (
        <SheetTold id="faults" title={told('faults')} lead={told('faults-lead')} rows={errors} more={more} />
      )}
      {errors.length === 0 && (
        <Notice kind={waits ? 'warning' : dryRun ? 'info' : 'success'} live>
          <p>
            {t(waits ? 'sheet.asks' : dryRun ? 'sheet.checked' : 'sheet.brought', { added, changed, same })}
          </p>
        </Notice>
      )}
      {asked.length > 0 && (
        <SheetTold
          id="asked"
          title={told(waits ? 'asked' : 'asked-sure')}
          lead={waits ? told('asked-lead') : undefined}
          rows={asked}
        />
      )}
      {besides}
    </>
  );
}
