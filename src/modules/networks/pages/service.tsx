import { serviceChannels } from '#codes/networks';
import { submission, submitForms } from '#web/forms/index.server.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, page, requireViewer } from '#web/page.ts';
import {
  ConfirmForm,
  DataTable,
  DefinitionList,
  Details,
  EmptyState,
  LocalisedWords,
  Notice,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/service.ts';
import { ServiceProviders } from './service-acts.tsx';
import { changing, ending, formsOf, joining, leaving, placesOf, placing } from './service-forms.server.ts';
import { namesByCode, plainWords } from './words.ts';

/** The folds that an address may ask to stand open. */
const folds = ['edit', 'places', 'providers'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language, may } = page(context);
  const opened = orThrow(await services.networks.openService(params));
  const wholly = may('services:write');
  const municipalities = orThrow(await services.areas.municipalities({}));
  const asked = new URL(request.url).searchParams.get('open');
  return {
    opened,
    places: municipalities,
    wholly,
    open: folds.find((fold) => fold === asked),
    forms: formsOf(context, opened, { language, wholly, municipalities }),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'services:write-words');
  const { serviceId } = params;
  const to = `/services/${serviceId}`;
  const fixed = { serviceId };
  return submitForms(
    { context, request },
    submission({
      form: changing,
      fixed,
      current: async () => {
        const { service, on } = orThrow(await services.networks.openService({ serviceId }));
        return { ...service, from: on };
      },
      done: { to, say: 'services:saved' },
    }),
    submission({
      form: placing,
      fixed,
      current: async () => placesOf(orThrow(await services.networks.openService({ serviceId }))),
      done: { to: `${to}#places`, say: 'services:places-saved' },
    }),
    submission({ form: joining, fixed, done: { to: `${to}#providers`, say: 'services:role-added' } }),
    submission({ form: leaving, fixed, done: { to: `${to}#providers`, say: 'services:role-ended' } }),
    submission({ form: ending, fixed, done: { to, say: 'services:ended-now' } }),
  );
}

/** One service: what it is, who gives it, where and how, and what it has been. */
export default function Service({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('services');
  const sourceOf = useSource();
  const format = useFormat();
  const language = useLanguage();
  const { opened, places, forms, open, wholly } = loaderData;
  const { service, life, on, roles, versions, endedPlaces, restsOn, lacks, actions } = opened;
  const placeName = namesByCode(places);
  const name = plainWords(service.names, language);
  const sent = (id: string) => actionData?.form === id || actionData?.form?.startsWith(`${id}~`) === true;
  const inForce = roles.filter(
    (item) => item.validFrom <= on && (item.validTo === undefined || item.validTo >= on),
  );
  const period = (from: string, to: string | undefined) =>
    to === undefined ? t('from-on', { from: format.day(from) }) : `${format.day(from)}–${format.day(to)}`;
  const codes = [
    ...new Set([...opened.municipalities, ...service.places.map((place) => place.municipalityCode)]),
  ];
  return (
    <Page
      title={<LocalisedWords text={service.names} />}
      browserTitle={name}
      wide
      breadcrumbs={[{ to: '/services', label: t('title') }]}
      actions={<PrintButton />}
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
          lacks.length !== 0 && {
            term: t('lacks'),
            value: lacks.map((lack) => t(`language.${lack}`)).join(', '),
          },
          { term: t('source'), value: sourceOf(service.source) || t('source-none') },
        ]}
      />
      {forms.edit && (
        <Details
          id="edit"
          act="secondary"
          summary={t('edit-title')}
          open={open === 'edit' || sent('service')}
        >
          <p>{t(wholly ? 'edit-lead' : 'edit-lead-provider')}</p>
          <UseCaseForm form={forms.edit} result={actionData} label={t('edit-title')} />
        </Details>
      )}
      <Section
        id="providers"
        title={t('providers')}
        lead={
          restsOn.length > 0 ? t('rests-on', { name: plainWords(restsOn[0] ?? {}, language) }) : undefined
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
        {actions.change && (
          <Details
            act="secondary"
            summary={t('change-providers')}
            open={open === 'providers' || sent('add-provider') || sent('end-role')}
          >
            <ServiceProviders
              roles={roles.filter(({ validTo }) => validTo === undefined)}
              forms={forms}
              result={actionData}
            />
          </Details>
        )}
      </Section>
      <Section id="places" title={t('places')}>
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
                service.places.some(
                  (place) => place.municipalityCode === code && place.channel === channel,
                ) ? (
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
        {actions.change && (
          <Details
            act="secondary"
            summary={t('change-places')}
            open={open === 'places' || sent('service-places')}
          >
            <p>{t('places-lead')}</p>
            <UseCaseForm form={forms.places} result={actionData} label={t('change-places')} />
          </Details>
        )}
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
                    .map((code) => opened.groups.find((group) => group.code === code)?.name ?? code)
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
                .filter((item) => !inForce.includes(item))
                .map((item) => (
                  <li key={item.roleId}>
                    {plainWords(item.names, language)}, {t(`role.${item.role}`)},{' '}
                    {period(item.validFrom, item.validTo)}
                  </li>
                ))}
            </ul>
          </>
        )}
        {endedPlaces.length > 0 && (
          <>
            <h3>{t('earlier-places')}</h3>
            <ul>
              {endedPlaces.map((place) => (
                <li key={`${place.municipalityCode} ${place.channel} ${place.validFrom} ${place.validTo}`}>
                  {placeName(place.municipalityCode)}, {t(`channel.${place.channel}`)},{' '}
                  {period(place.validFrom, place.validTo)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {life.validTo === undefined && (
        <ConfirmForm form={forms.end} summary={t('end')} act={t('end-act')} result={actionData} about={name}>
          <p>{t('end-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
