import { Link } from 'react-router';
import { inLanguage, type LocalisedText } from '#kernel/in-language.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  DefinitionList,
  Email,
  FoldedForm,
  LocalisedWords,
  Page,
  Phone,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/organisation.ts';
import { organisationForms, submitOrganisationForm } from './organisation-forms.server.ts';
import { namesByCode } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request, 'colleagues:read');
  const opened = orThrow(await services.networks.openOrganisation({ organisationId: params.organisationId }));
  const municipalities = orThrow(await services.areas.municipalities({}));
  return {
    ...opened,
    municipality:
      opened.municipalityCode === null ? undefined : namesByCode(municipalities)(opened.municipalityCode),
    served: opened.served.map(namesByCode(municipalities)),
    forms: organisationForms(context, opened, municipalities),
    lists: may('accounts:write'),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'organisations:write');
  return submitOrganisationForm({ context, request }, params.organisationId);
}

type Part = Pick<Route.ComponentProps, 'loaderData' | 'actionData'>;

/** One organisation: what it is, whom to call, what it followed and what follows it. */
export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('organisations');
  const language = useLanguage();
  const { names, organisationId, forms, validTo, before } = loaderData;
  return (
    <Page
      title={<LocalisedWords text={names} />}
      browserTitle={inLanguage(names, language).text}
      wide
      breadcrumbs={[{ to: '/organisations', label: t('title') }]}
      actions={
        forms ? (
          <Button look="secondary" to={`/organisations/${organisationId}/edit`} label={t('edit')} />
        ) : undefined
      }
    >
      <Facts loaderData={loaderData} />
      <FoldedForm summary={t('served-open')} fold="secondary" form={forms?.served} result={actionData} />
      <People {...{ loaderData, actionData }} />
      {before.length > 0 && <Before loaderData={loaderData} />}
      {forms !== undefined && (
        <Section id="ending" title={t(validTo === null ? 'end-title' : 'continue-title')}>
          {forms.goOn === undefined ? (
            <ConfirmForm form={forms.end} summary={t('end-open')} act={t('end-act')} result={actionData}>
              <p>{t('end-what', { count: loaderData.roles ?? 0 })}</p>
            </ConfirmForm>
          ) : (
            <>
              <p>{t('continue-what')}</p>
              <UseCaseForm form={forms.goOn} result={actionData} look="secondary" />
            </>
          )}
        </Section>
      )}
    </Page>
  );
}

function Facts({ loaderData }: Pick<Part, 'loaderData'>) {
  const t = useT('organisations');
  const format = useFormat();
  const {
    names,
    kind,
    businessId,
    municipality,
    validFrom,
    validTo,
    ended,
    successor,
    successorId,
    followed,
    roles,
    organisationId,
  } = loaderData;
  const link = (id: string, text: LocalisedText) => (
    <Link key={id} to={`/organisations/${id}`}>
      <LocalisedWords text={text} />
    </Link>
  );
  return (
    <Section id="facts" title={t('facts')}>
      <DefinitionList
        items={[
          { term: t('kind-name'), value: t(`kind.${kind}`) },
          ...(['fi', 'sv', 'en'] as const).map(
            (one) => names[one] !== undefined && { term: t(`name-in.${one}`), value: names[one] },
          ),
          businessId !== null && { term: t('business-id'), value: businessId },
          municipality !== undefined && { term: t('municipality'), value: municipality },
          loaderData.served.length > 0 && {
            term: t('served'),
            value: format.list(loaderData.served.toSorted(format.compare)),
          },
          {
            term: t('in-force'),
            value: (
              <StateLine
                kind={ended ? 'stopped' : 'done'}
                clock={[
                  validFrom !== null && t('since', { day: format.day(validFrom) }),
                  validTo !== null && t('until', { day: format.day(validTo) }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              >
                {t(ended ? 'state.ended' : 'state.today')}
              </StateLine>
            ),
          },
          successorId !== null &&
            successor !== null && { term: t('successor'), value: link(successorId, successor) },
          followed.length > 0 && {
            term: t('followed'),
            value: followed.map(({ id, names: text }) => link(id, text)),
          },
          roles !== undefined && {
            term: t('roles'),
            value: loaderData.lists ? (
              <Link to={`/accounts?organisation=${organisationId}`}>{t('roles-held', { count: roles })}</Link>
            ) : (
              t('roles-held', { count: roles })
            ),
          },
        ]}
      />
    </Section>
  );
}

function People({ loaderData: { people, forms, today }, actionData }: Part) {
  const t = useT('organisations');
  const format = useFormat();
  const over = ({ validTo }: { readonly validTo: string | null }) => validTo !== null && validTo < today;
  return (
    <Section id="people" title={t('people')} lead={t('people-lead')}>
      <DataTable
        id="people-table"
        caption={t('people')}
        captionHidden
        rows={people}
        rowKey={({ contactId }) => contactId}
        empty={t('no-people-yet')}
        columns={[
          {
            key: 'name',
            header: t('person-name'),
            rowHeader: true,
            cell: ({ name, task }) => [name, task].filter(Boolean).join(', '),
          },
          {
            key: 'phone',
            header: t('phone'),
            cell: ({ phone }) => (phone === null ? '–' : <Phone number={phone} />),
          },
          {
            key: 'email',
            header: t('email'),
            cell: ({ email }) => (email === null ? '–' : <Email address={email} />),
          },
          {
            key: 'period',
            header: t('in-force'),
            cell: (person) =>
              [
                t('since', { day: format.day(person.validFrom) }),
                person.validTo !== null && t('until', { day: format.day(person.validTo) }),
              ]
                .filter(Boolean)
                .join(', '),
          },
          forms !== undefined && {
            key: 'act',
            header: t('acts'),
            headerHidden: true,
            cell: (person) =>
              over(person) ? null : (
                <ConfirmForm
                  form={forms.personEnd}
                  row={person.contactId}
                  hidden={{ contactId: person.contactId }}
                  about={person.name}
                  summary={t('person-end-open')}
                  act={t('person-end-act')}
                  quiet
                  result={actionData}
                />
              ),
          },
        ]}
      />
      <FoldedForm summary={t('person-open')} fold="secondary" form={forms?.person} result={actionData} />
    </Section>
  );
}

function Before({ loaderData: { before } }: Pick<Part, 'loaderData'>) {
  const t = useT('organisations');
  const format = useFormat();
  return (
    <Section id="before" title={t('before')} lead={t('before-lead')}>
      <ul>
        {before.map((earlier) => (
          <li key={earlier.changedAt}>
            {t('before-row', { at: format.instant(earlier.changedAt), by: earlier.changedBy ?? t('nobody') })}{' '}
            {Object.values(earlier.names).join(' · ')}, {t(`kind.${earlier.kind}`)}
            {earlier.businessId !== null && `, ${earlier.businessId}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
