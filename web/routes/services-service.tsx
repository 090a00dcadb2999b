import { serviceChannels, serviceKeepers } from '#codes/networks';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, page, redirectWith, refused, requireViewer } from '../page.ts';
import { namesByCode, plainWords } from '../services/words.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  LocalisedWords,
  Notice,
  Page,
  PrintButton,
  Section,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/services-service.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services } = page(context);
  return {
    opened: orThrow(await services.networks.openService(params)),
    places: orThrow(await services.areas.municipalities({})),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, serviceKeepers);
  const sent = await formValues(context, request);
  const done = await services.networks.endService({ ...params, lastDay: sent.text('lastDay') });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/services/${params.serviceId}`, {
    kind: 'success',
    key: 'services:ended-now',
  });
}

/** One service: what it is, who gives it, where and how, and what it has been. */
export default function Service({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('services');
  const format = useFormat();
  const language = useLanguage();
  const { opened, places } = loaderData;
  const { service, life, on, roles, versions, endedPlaces, restsOn, lacks, actions } = opened;
  const placeName = namesByCode(places);
  const name = plainWords(service.names, language);
  const at = `/services/${service.serviceId}`;
  const inForce = roles.filter(
    (one) => one.validFrom <= on && (one.validTo === undefined || one.validTo >= on),
  );
  const period = (from: string, to: string | undefined) =>
    to === undefined ? t('from-on', { from: format.day(from) }) : `${format.day(from)}–${format.day(to)}`;
  const codes = [
    ...new Set([...opened.municipalities, ...service.places.map((one) => one.municipalityCode)]),
  ];
  return (
    <Page
      title={<LocalisedWords text={service.names} />}
      browserTitle={name}
      wide
      breadcrumbs={[{ to: '/services', label: t('title') }]}
      actions={
        <>
          {actions.word && (
            <Button to={`${at}/edit`} look="secondary">
              {t('edit')}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      {life.validTo !== undefined && life.validTo < on && (
        <Notice kind="info" title={t('has-ended', { day: format.day(life.validTo) })} />
      )}
      {inForce.every(({ role }) => role !== 'responsible') && (
        <Notice kind="warning" title={t('nobody-answers-for')}>
          <p>{t('nobody-answers-next')}</p>
        </Notice>
      )}
      <p className="lead">
        <LocalisedWords text={service.summary} />
      </p>
      <DefinitionList
        items={[
          { term: t('column.group'), value: opened.groupNames.join(' · ') },
          {
            term: t('target-group'),
            value: service.targetGroups.map((code) => t(`projects:group.${code}`)).join(', '),
          },
          { term: t('production-name'), value: t(`production.${service.production}`) },
          { term: t('validity'), value: period(life.validFrom, life.validTo) },
          ...(lacks.length === 0
            ? []
            : [{ term: t('lacks'), value: lacks.map((one) => t(`language.${one}`)).join(', ') }]),
          { term: t('source'), value: service.source ?? t('source-none') },
        ]}
      />
      <Section
        id="providers"
        title={t('providers')}
        lead={
          restsOn.length > 0 ? t('rests-on', { name: plainWords(restsOn[0] ?? {}, language) }) : undefined
        }
        actions={
          actions.change && (
            <Button to={`${at}/providers`} look="secondary">
              {t('change-providers')}
            </Button>
          )
        }
      >
        <DataTable
          id="provider-list"
          caption={t('providers')}
          captionHidden
          columns={[
            {
              key: 'name',
              header: t('organisation'),
              rowHeader: true,
              cell: (row) => <LocalisedWords text={row.names} />,
            },
            { key: 'role', header: t('role-name'), cell: (row) => t(`role.${row.role}`) },
            { key: 'period', header: t('validity'), cell: (row) => period(row.validFrom, row.validTo) },
          ]}
          rows={inForce}
          rowKey={(row) => row.roleId}
          empty={<EmptyState title={t('no-providers')} />}
        />
      </Section>
      <Section
        id="places"
        title={t('places')}
        actions={
          actions.change && (
            <Button to={`${at}/places`} look="secondary">
              {t('change-places')}
            </Button>
          )
        }
      >
        <DataTable
          id="place-list"
          caption={t('places')}
          captionHidden
          columns={[
            {
              key: 'municipality',
              header: t('municipality'),
              rowHeader: true,
              cell: (code) => placeName(code),
            },
            ...serviceChannels.map((channel) => ({
              key: channel,
              header: t(`channel.${channel}`),
              cell: (code: string) =>
                service.places.some((one) => one.municipalityCode === code && one.channel === channel) ? (
                  <StateLine kind="done">{t('given')}</StateLine>
                ) : (
                  t('not-given')
                ),
            })),
          ]}
          rows={codes}
          rowKey={(code) => code}
          empty={<EmptyState title={t('nowhere')} />}
        />
      </Section>
      <Section id="history" title={t('history')} lead={t('history-lead')}>
        <ol className="plain-list">
          {versions.map((version) => (
            <li key={version.versionId}>
              <Details
                summary={t('version', {
                  day: format.day(version.validFrom),
                  by: version.recordedBy ?? t('by-unknown'),
                  at: format.day(version.recordedAt),
                })}
              >
                <p>
                  <strong>
                    <LocalisedWords text={version.names} />
                  </strong>
                </p>
                <p>
                  <LocalisedWords text={version.summary} />
                </p>
                <p>
                  {version.groups
                    .map((code) => opened.groups.find((one) => one.code === code)?.name ?? code)
                    .join(' · ')}
                  {' – '}
                  {t(`production.${version.production}`)}
                </p>
              </Details>
            </li>
          ))}
        </ol>
        {roles.length > inForce.length && (
          <>
            <h3>{t('earlier-providers')}</h3>
            <ul>
              {roles
                .filter((one) => !inForce.includes(one))
                .map((one) => (
                  <li key={one.roleId}>
                    {plainWords(one.names, language)}, {t(`role.${one.role}`)},{' '}
                    {period(one.validFrom, one.validTo)}
                  </li>
                ))}
            </ul>
          </>
        )}
        {endedPlaces.length > 0 && (
          <>
            <h3>{t('earlier-places')}</h3>
            <ul>
              {endedPlaces.map((one) => (
                <li key={`${one.municipalityCode} ${one.channel} ${one.validFrom} ${one.validTo}`}>
                  {placeName(one.municipalityCode)}, {t(`channel.${one.channel}`)},{' '}
                  {period(one.validFrom, one.validTo)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {actions.change && life.validTo === undefined && (
        <ConfirmForm id="end" summary={t('end')} act={t('end-act')} result={actionData} about={name}>
          <p>{t('end-help')}</p>
          <DateField name="lastDay" label={t('last-day')} value={on} />
        </ConfirmForm>
      )}
    </Page>
  );
}
