import { Link } from 'react-router';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Notice, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/company-new.ts';

const company = defineForm('companies.registerCompany', {
  id: 'company',
  fields: {
    name: { width: 'l' },
    businessId: { width: 's' },
    municipalityCode: { as: 'select', label: 'municipality', empty: 'choose' },
    sizeClass: { as: 'select', label: 'size', words: 'size-class.', optional: false },
    industryCode: { label: 'industry', width: 's' },
    web: { width: 'l' },
  },
  act: 'register',
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'companies:register');
  const municipalities = orThrow(await services.areas.municipalities({}));
  const municipalityCode = municipalities.map(({ code, name }) => ({ value: code, label: name }));
  return {
    form: showForm(context, company, { initial: { sizeClass: 'unknown' }, choices: { municipalityCode } }),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'companies:register');
  return submitForm({
    context,
    request,
    form: company,
    done: ({ companyId }, { name }) => ({
      to: `/companies/${companyId}`,
      say: 'companies:registered',
      values: { name },
    }),
  });
}

/** A new company; one that is in the register already is shown with a link to it. */
export default function NewCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('companies');
  const refusal = actionData?.refusal;
  return (
    <Page title={t('new-title')} lead={t('new-lead')} breadcrumbs={[{ to: '/companies', label: t('title') }]}>
      {refusal?.code === 'company-registered' && (
        <Notice kind="warning" title={t('already')} live>
          <p>
            <Link to={`/companies/${refusal.details?.companyId}`}>{String(refusal.details?.name)}</Link>
          </p>
        </Notice>
      )}
      <UseCaseForm form={loaderData.form} result={actionData} />
    </Page>
  );
}
