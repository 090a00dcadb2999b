import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, Fields, FormActs, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/introduce.ts';
import { nameOf } from './words.ts';

const introducing = defineForm('introductions.introduce', {
  id: 'introduce',
  fixed: ['vacancyId'],
  hidden: ['clientId'],
  fields: { message: { label: 'make.message', as: 'area', rows: 4 } },
  act: 'make.confirm',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request, 'introductions:write');
  const { vacancyId } = params;
  const clientId = new URL(request.url).searchParams.get('client');
  if (clientId === null) return { vacancyId, prepared: undefined, business: false, form: undefined };
  return {
    vacancyId,
    prepared: orThrow(await services.introductions.prepareIntroduction({ clientId, vacancyId })),
    business: may('consent:ask'),
    form: showForm(context, introducing),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'introductions:write');
  const { vacancyId } = params;
  const clientId = new URL(request.url).searchParams.get('client') ?? '';
  const { vacancy } = orThrow(await services.introductions.prepareIntroduction({ clientId, vacancyId }));
  return submitForm({
    context,
    request,
    form: introducing,
    fixed: { vacancyId },
    done: { to: '/introductions', say: 'introductions:make.done', values: { company: vacancy.companyName } },
  });
}

/** What the employer will see, a message, and the act; or, in plain words, what stands in the way. */
export default function Introduce({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('introductions');
  const consents = useT('consents');
  const format = useFormat();
  const { vacancyId, prepared, business, form } = loaderData;
  const back = `/vacancies/${vacancyId}`;
  if (prepared === undefined || form === undefined) {
    return (
      <Page title={t('make.whom')}>
        <EmptyState
          title={t('make.whom')}
          action={<Button to={`${back}#people`} label={t('make.to-vacancy')} />}
        >
          <p>{t('make.whom-next')}</p>
        </EmptyState>
      </Page>
    );
  }
  const { vacancy, clientId, employerSees, obstacle } = prepared;
  const who = nameOf(t, prepared);
  return (
    <Page
      title={t('make.title', { who })}
      lead={t('make.lead', {
        vacancy: vacancy.title,
        company: vacancy.companyName,
        place: vacancy.municipality,
      })}
      breadcrumbs={[{ to: back, label: vacancy.title }]}
    >
      {obstacle !== undefined ? (
        <Notice kind="warning" title={t('make.cannot')}>
          <p>{t(`make.obstacle.${obstacle}`)}</p>
          <p className="actions">
            <Button to={`${back}#people`} look="secondary" label={t('make.to-vacancy')} />
          </p>
        </Notice>
      ) : (
        <>
          {employerSees !== undefined && (
            <Section id="sees" title={t('make.sees')}>
              <p>
                {t('make.sees-fields', {
                  company: vacancy.companyName,
                  fields: format.list(employerSees.fields.map((field) => consents(`field.${field}`))),
                  day: format.dayOf(employerSees.until),
                })}
              </p>
              {!employerSees.fields.includes('name') && <p>{t('make.no-name')}</p>}
              <p>{t('make.nothing-else')}</p>
              <p>
                <Button
                  look="secondary"
                  to={business ? `/people/${clientId}` : `/clients/${clientId}/consents`}
                  label={business ? t('make.profile') : t('make.consents')}
                />
              </p>
            </Section>
          )}
          <UseCaseForm form={form} result={actionData} hidden={{ clientId }}>
            <Fields />
            <p>{t('make.what-follows')}</p>
            <FormActs cancel={back} />
          </UseCaseForm>
        </>
      )}
    </Page>
  );
}
