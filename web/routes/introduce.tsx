import { useFormat, useT } from '../i18n/use.ts';
import { nameOf } from '../introductions/words.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, EmptyState, Notice, Page, PolkuForm, Section, TextArea } from '../ui/index.ts';
import type { Route } from './+types/introduce.ts';

const roles = ['business', 'expert', 'youth'];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, roles);
  const clientId = new URL(request.url).searchParams.get('client');
  if (clientId === null) return { vacancyId: params.vacancyId, prepared: undefined, business: false };
  const prepared = orThrow(
    await services.introductions.prepareIntroduction({ clientId, vacancyId: params.vacancyId }),
  );
  return { vacancyId: params.vacancyId, prepared, business: viewer.role === 'business' };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, roles);
  const sent = await formValues(context, request);
  const { vacancyId } = params;
  const clientId = sent.text('clientId');
  const prepared = orThrow(await services.introductions.prepareIntroduction({ clientId, vacancyId }));
  const done = await services.introductions.introduce({ clientId, vacancyId, message: sent.text('message') });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/introductions', {
    kind: 'success',
    key: 'introductions:make.done',
    values: { company: prepared.vacancy.companyName },
  });
}

/** What the employer will see, a message, and the act; or, in plain words, what stands in the way. */
export default function Introduce({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('introductions');
  const consents = useT('consents');
  const format = useFormat();
  const { vacancyId, prepared, business } = loaderData;
  const back = `/vacancies/${vacancyId}`;
  if (prepared === undefined) {
    return (
      <Page title={t('make.whom')}>
        <EmptyState
          title={t('make.whom')}
          action={<Button to={`${back}#people`}>{t('make.to-vacancy')}</Button>}
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
            <Button to={`${back}#people`} look="secondary">
              {t('make.to-vacancy')}
            </Button>
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
                >
                  {business ? t('make.profile') : t('make.consents')}
                </Button>
              </p>
            </Section>
          )}
          <PolkuForm id="introduce" result={actionData} labels={{ message: t('make.message') }}>
            <input type="hidden" name="clientId" value={clientId} />
            <TextArea
              name="message"
              label={t('make.message')}
              help={t('make.message-help')}
              rows={4}
              maxLength={1000}
              optional
            />
            <p>{t('make.what-follows')}</p>
            <div className="actions">
              <Button>{t('make.confirm')}</Button>
              <Button look="quiet" to={back}>
                {t('common:cancel')}
              </Button>
            </div>
          </PolkuForm>
        </>
      )}
    </Page>
  );
}
