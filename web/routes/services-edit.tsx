import { productionModes, serviceKeepers } from '#codes/networks';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { plainWords } from '../services/words.ts';
import {
  Button,
  CheckboxGroup,
  DateField,
  Page,
  PolkuForm,
  RadioGroup,
  Select,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/services-edit.ts';

const writers = [...serviceKeepers, 'provider'] as const;
const languagesOfText = ['fi', 'sv', 'en'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, params.serviceId ? writers : serviceKeepers);
  const { groups, on: today } = orThrow(await services.networks.services({}));
  if (params.serviceId === undefined)
    return {
      service: undefined,
      groups,
      today,
      wholly: true,
      organisations: orThrow(await services.networks.organisations({})),
    };
  const opened = orThrow(await services.networks.openService({ serviceId: params.serviceId }));
  return {
    service: opened.service,
    groups,
    today: opened.on,
    /** A provider keeps the words alone. */
    wholly: viewer.role !== 'provider',
    organisations: [],
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, params.serviceId ? writers : serviceKeepers);
  const { networks } = services;
  const sent = await formValues(context, request);
  const text = (name: string) =>
    Object.fromEntries(languagesOfText.map((one) => [one, sent.text(`${name}.${one}`)])) as Record<
      'fi',
      string
    >;
  const words = { names: text('names'), summary: text('summary'), source: sent.text('source') };
  const kind = {
    groups: sent.list('groups') as 'youth'[],
    targetGroups: sent.list('targetGroups') as 'jobseekers'[],
    production: sent.text('production') as 'authority',
    from: sent.text('from'),
  };
  if (params.serviceId === undefined) {
    const added = await networks.addService({
      ...words,
      ...kind,
      responsibleId: sent.text('responsibleId') || undefined,
    });
    if (!added.ok) return refused(sent, added.error);
    return redirectWith(context, `/services/${added.value.serviceId}/places`, {
      kind: 'success',
      key: 'services:added',
    });
  }
  const whole = sent.text('from') !== '' ? kind : {};
  const done = await networks.changeService({ serviceId: params.serviceId, ...words, ...whole });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/services/${params.serviceId}`, { kind: 'success', key: 'services:saved' });
}

/** A new service, or what a service is from a day on; earlier words stay in its history. */
export default function EditService({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('services');
  const language = useLanguage();
  const { service, groups, today, wholly, organisations } = loaderData;
  const name = service && plainWords(service.names, language);
  return (
    <Page
      title={service ? t('edit-title') : t('add-title')}
      browserTitle={name === undefined ? t('add-title') : `${t('edit-title')}: ${name}`}
      lead={service ? t(wholly ? 'edit-lead' : 'edit-lead-provider') : t('add-lead')}
      breadcrumbs={[
        { to: '/services', label: t('title') },
        ...(service ? [{ to: `/services/${service.serviceId}`, label: name ?? '' }] : []),
      ]}
    >
      <PolkuForm
        id="service"
        result={actionData}
        labels={{
          names: t('name-in.fi'),
          groups: t('column.group'),
          targetGroups: t('target-group'),
          production: t('production-name'),
          from: t('from'),
        }}
      >
        {languagesOfText.map((one) => (
          <TextField
            key={one}
            name={`names.${one}`}
            label={t(`name-in.${one}`)}
            help={one === 'fi' ? t('name-help') : undefined}
            width="l"
            maxLength={200}
            value={service?.names[one]}
            optional={one !== 'fi'}
          />
        ))}
        {languagesOfText.map((one) => (
          <TextArea
            key={one}
            name={`summary.${one}`}
            label={t(`summary-in.${one}`)}
            rows={3}
            maxLength={1000}
            value={service?.summary[one]}
            optional
          />
        ))}
        {wholly && (
          <>
            <CheckboxGroup
              name="groups"
              label={t('column.group')}
              choices={groups.map(({ code, name: label }) => ({ value: code, label }))}
              values={service?.groups}
            />
            <CheckboxGroup
              name="targetGroups"
              label={t('target-group')}
              choices={targetGroupCodes.map((value) => ({ value, label: t(`projects:group.${value}`) }))}
              values={service?.targetGroups}
            />
            <RadioGroup
              name="production"
              label={t('production-name')}
              help={t('production-help')}
              choices={productionModes.map((value) => ({ value, label: t(`production.${value}`) }))}
              value={service?.production ?? 'authority'}
            />
          </>
        )}
        {service === undefined && (
          <Select
            name="responsibleId"
            label={t('role.responsible')}
            width="l"
            optional
            empty={t('not-known-yet')}
            choices={organisations.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        <TextField
          name="source"
          label={t('source')}
          help={t('source-help')}
          width="l"
          maxLength={300}
          value={service?.source}
          optional
        />
        {wholly && (
          <DateField
            name="from"
            label={t('from')}
            help={service ? t('from-help') : undefined}
            value={today}
          />
        )}
        <div className="actions">
          <Button>{t('common:save')}</Button>
          <Button to={service ? `/services/${service.serviceId}` : '/services'} look="secondary">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
