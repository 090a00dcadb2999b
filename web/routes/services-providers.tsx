import { serviceKeepers, serviceRoles } from '#codes/networks';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { plainWords } from '../services/words.ts';
import {
  Button,
  Card,
  ConfirmForm,
  DateField,
  EmptyState,
  LocalisedWords,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  Select,
} from '../ui/index.ts';
import type { Route } from './+types/services-providers.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, serviceKeepers);
  return orThrow(await services.networks.openService(params));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, serviceKeepers);
  const sent = await formValues(context, request);
  const adds = sent.form === 'add';
  const done = adds
    ? await services.networks.addServiceRole({
        ...params,
        organisationId: sent.text('organisationId'),
        role: sent.text('role') as 'responsible',
        from: sent.text('from'),
      })
    : await services.networks.endServiceRole({
        ...params,
        roleId: sent.text('roleId'),
        lastDay: sent.text('lastDay'),
      });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/services/${params.serviceId}/providers`, {
    kind: 'success',
    key: adds ? 'services:role-added' : 'services:role-ended',
  });
}

/** Who gives a service: a part begins on a day and ends on a day; nothing is removed. */
export default function ServiceProviders({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('services');
  const format = useFormat();
  const language = useLanguage();
  const { service, on, roles, organisations } = loaderData;
  const name = plainWords(service.names, language);
  const open = roles.filter(({ validTo }) => validTo === undefined);
  return (
    <Page
      title={t('providers')}
      browserTitle={`${t('providers')}: ${name}`}
      lead={t('providers-lead', { name })}
      breadcrumbs={[
        { to: '/services', label: t('title') },
        { to: `/services/${service.serviceId}`, label: name },
      ]}
    >
      {open.length === 0 && <EmptyState title={t('no-providers')} />}
      <div className="cards">
        {open.map((one) => (
          <Card key={one.roleId} level={2} title={<LocalisedWords text={one.names} />}>
            <p>
              {t(`role.${one.role}`)}, {t('from-on', { from: format.day(one.validFrom) })}
            </p>
            <ConfirmForm
              id={`end-${one.roleId}`}
              summary={t('end-role')}
              act={t('end-role-act')}
              result={actionData}
              about={plainWords(one.names, language)}
            >
              <p>{t('end-role-help')}</p>
              <input type="hidden" name="roleId" value={one.roleId} />
              <DateField name="lastDay" label={t('last-day')} value={on} />
            </ConfirmForm>
          </Card>
        ))}
      </div>
      <Section id="add" title={t('add-provider')}>
        <PolkuForm id="add" result={actionData} label={t('add-provider')} labels={{ from: t('from') }}>
          <Select
            name="organisationId"
            label={t('organisation')}
            width="l"
            empty={t('choose')}
            choices={organisations
              .map((one) => ({ value: one.organisationId, label: plainWords(one.names, language) }))
              .toSorted((a, b) => a.label.localeCompare(b.label, language))}
          />
          <RadioGroup
            name="role"
            label={t('role-name')}
            choices={serviceRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
            value="responsible"
          />
          <DateField name="from" label={t('from')} value={on} />
          <div className="actions">
            <Button>{t('add-provider')}</Button>
            <Button to={`/services/${service.serviceId}`} look="secondary">
              {t('common:back')}
            </Button>
          </div>
        </PolkuForm>
      </Section>
    </Page>
  );
}
