import { data, Link } from 'react-router';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, Notice, Page, PolkuForm, Select, TextField } from '../ui/index.ts';
import type { Route } from './+types/companies-new.ts';

const sizes = ['1-4', '5-9', '10-19', '20-49', '50-249', '250+', 'unknown'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['business']);
  const municipalities = orThrow(await services.areas.municipalities({}));
  return { municipalities: municipalities.map(({ code, name }) => ({ value: code, label: name })) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['business']);
  const sent = await formValues(context, request);
  const size = sizes.find((one) => one === sent.text('sizeClass')) ?? 'unknown';
  const done = await services.companies.registerCompany({
    businessId: sent.text('businessId'),
    name: sent.text('name'),
    municipalityCode: sent.text('municipalityCode'),
    sizeClass: size,
    industryCode: sent.text('industryCode'),
    web: sent.text('web'),
  });
  if (done.ok)
    return redirectWith(context, `/companies/${done.value.companyId}`, {
      kind: 'success',
      key: 'companies:registered',
      values: { name: sent.text('name') },
    });
  const { code, details } = done.error;
  const existing =
    code === 'company-registered'
      ? { id: String(details?.companyId), name: String(details?.name) }
      : undefined;
  const again = refused(sent, done.error);
  return data({ ...again.data, existing }, { status: again.init?.status ?? 409 });
}

/** A new company; one that is in the register already is shown with a link to it. */
export default function NewCompany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('companies');
  const existing = actionData?.existing;
  return (
    <Page title={t('new-title')} lead={t('new-lead')} breadcrumbs={[{ to: '/companies', label: t('title') }]}>
      {existing !== undefined && (
        <Notice kind="warning" title={t('already')} live>
          <p>
            <Link to={`/companies/${existing.id}`}>{existing.name}</Link>
          </p>
        </Notice>
      )}
      <PolkuForm id="company" result={actionData}>
        <TextField name="name" label={t('name')} width="l" maxLength={200} />
        <TextField
          name="businessId"
          label={t('business-id')}
          help={t('business-id-help')}
          width="s"
          maxLength={20}
        />
        <Select
          name="municipalityCode"
          label={t('municipality')}
          choices={loaderData.municipalities}
          empty={t('choose')}
        />
        <Select
          name="sizeClass"
          label={t('size')}
          value="unknown"
          choices={sizes.map((value) => ({ value, label: t(`size-class.${value}`) }))}
        />
        <TextField name="industryCode" label={t('industry')} optional width="s" maxLength={10} />
        <TextField name="web" label={t('web')} optional width="l" maxLength={200} />
        <Button>{t('register')}</Button>
      </PolkuForm>
    </Page>
  );
}
