import { serviceChannels, serviceKeepers } from '#codes/networks';
import { useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { plainWords } from '../services/words.ts';
import { Button, CheckboxGroup, DateField, Page, PolkuForm } from '../ui/index.ts';
import type { Route } from './+types/services-places.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, serviceKeepers);
  const opened = orThrow(await services.networks.openService(params));
  const municipalities = orThrow(await services.areas.municipalities({}));
  return {
    service: opened.service,
    on: opened.on,
    places: municipalities.filter(({ code }) => opened.municipalities.includes(code)),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, serviceKeepers);
  const sent = await formValues(context, request);
  const done = await services.networks.setServicePlaces({
    ...params,
    from: sent.text('from'),
    places: serviceChannels.flatMap((channel) =>
      sent.list(channel).map((municipalityCode) => ({ municipalityCode, channel })),
    ),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/services/${params.serviceId}#places`, {
    kind: 'success',
    key: 'services:places-saved',
  });
}

/** In which municipalities a service is given from a day on, channel by channel. */
export default function ServicePlaces({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('services');
  const language = useLanguage();
  const { service, on, places } = loaderData;
  const name = plainWords(service.names, language);
  return (
    <Page
      title={t('places')}
      browserTitle={`${t('places')}: ${name}`}
      lead={t('places-lead', { name })}
      breadcrumbs={[
        { to: '/services', label: t('title') },
        { to: `/services/${service.serviceId}`, label: name },
      ]}
    >
      <PolkuForm id="places" result={actionData} labels={{ from: t('from') }}>
        {serviceChannels.map((channel) => (
          <CheckboxGroup
            key={channel}
            name={channel}
            label={t(`channel.${channel}`)}
            inline
            optional
            choices={places.map(({ code, name: label }) => ({ value: code, label }))}
            values={service.places
              .filter((one) => one.channel === channel)
              .map((one) => one.municipalityCode)}
          />
        ))}
        <DateField name="from" label={t('from')} help={t('from-help')} value={on} />
        <div className="actions">
          <Button>{t('common:save')}</Button>
          <Button to={`/services/${service.serviceId}`} look="secondary">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
