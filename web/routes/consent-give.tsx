import { data } from 'react-router';
import type { ShareProfile } from '#consents';
import { useFormat, useT } from '../i18n/use.ts';
import { type FormResult, formValues, orThrow, problem, redirectWith, refused } from '../page.ts';
import {
  Button,
  CheckboxGroup,
  Details,
  Notice,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/consent-give.ts';
import { consentPlace } from './consent-place.ts';
import { capital, NamedText, ShareProfileView } from './share-profile.tsx';

type Sent = FormResult & { readonly preview?: ShareProfile };

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own } = consentPlace(context, request, params);
  const ready = orThrow(await services.consents.prepareConsent({ ...person, to: receiverOf(params) }));
  return { base, own, ...ready };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, person, base } = consentPlace(context, request, params);
  const sent = await formValues(context, request);
  const to = receiverOf(params);
  const fields = sent.list('fields') as ShareProfile['open'];
  if (sent.intent === 'preview') {
    const seen = await services.consents.previewShare({ ...person, to, fields });
    if (!seen.ok) return refused(sent, seen.error);
    return data<Sent>(
      { form: sent.form, values: sent.values, issues: [], preview: seen.value },
      { status: 200 },
    );
  }
  const choices = {
    fields,
    until: sent.text('until'),
    noticeId: sent.text('noticeId'),
    noticeLanguage: sent.text('noticeLanguage') as 'fi',
    givenHow: sent.text('givenHow') as 'in-person',
    mandateNote: sent.text('mandateNote'),
  };
  const requestId = new URL(request.url).searchParams.get('request');
  const done = requestId
    ? await services.consents.answerRequest({ ...person, requestId, answer: 'given', choices })
    : await services.consents.giveConsent({ ...person, to, ...choices });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `${base}/${done.value.consentId}`, { kind: 'success', key: 'consents:given' });
}

function receiverOf(params: { readonly kind: string; readonly id: string }) {
  const { kind, id } = params;
  if (kind !== 'organisation' && kind !== 'company' && kind !== 'event')
    throw problem(404, { code: 'not-found' });
  return { kind, id } as const;
}

/** Giving: the text first, then field by field, nothing chosen beforehand; what they would see can be seen before. */
export default function GiveConsent({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, receiver, notice, event, replaces } = loaderData;
  const helpOf = (field: string) => (t.has(`give.${field}-help`) ? t(`give.${field}-help`) : undefined);
  const preview = (actionData as Sent | undefined)?.preview;
  return (
    <Page
      title={t('give.title', { name: receiver.name.text })}
      lead={own ? undefined : loaderData.name}
      breadcrumbs={[
        { to: base, label: t(own ? 'title' : 'title-of') },
        { to: `${base}/new`, label: t(own ? 'new.title' : 'new.title-of') },
      ]}
    >
      {loaderData.stepOneNeeded ? (
        <Notice kind="info">
          <p>{t('give.step-one-needed')}</p>
          <p>
            <Button to={`${base}/new`} look="secondary">
              {t('give-first')}
            </Button>
          </p>
        </Notice>
      ) : (
        <>
          <Section id="read" title={t('give.read')}>
            <div lang={notice.language}>
              <p>
                <strong>{notice.title}</strong>
              </p>
              {notice.sections.map((section, at) => (
                <Details key={section.heading} summary={section.heading} open={at < 4}>
                  <p>{section.text}</p>
                </Details>
              ))}
            </div>
          </Section>
          {replaces && (
            <Notice kind="warning">
              <p>{t('give.replaces')}</p>
              {replaces.alsoEnds.length > 0 && (
                <p>
                  {t('give.replaces-also', {
                    names: format.list(replaces.alsoEnds.map((one) => one.name.text)),
                  })}
                </p>
              )}
            </Notice>
          )}
          <PolkuForm
            id="consent"
            result={actionData}
            label={t('give.title', { name: receiver.name.text })}
            labels={{
              fields: t('give.what'),
              until: t('give.until'),
              givenHow: t('give.how'),
              mandateNote: t('give.mandate-note'),
            }}
          >
            <input type="hidden" name="noticeId" value={notice.id} />
            <input type="hidden" name="noticeLanguage" value={notice.language} />
            <CheckboxGroup
              name="fields"
              label={t('give.what')}
              help={t('give.what-help')}
              choices={loaderData.fields.map(({ field, known, closed }) => ({
                value: field,
                label: capital(t(`${own ? 'yours' : 'field'}.${field}`)),
                locked: closed,
                help: closed ? t('give.closed') : known ? helpOf(field) : t('give.unknown'),
              }))}
            />
            {event ? (
              <>
                {event.companies.length > 0 && (
                  <p>{t('give.event-companies', { companies: format.list(event.companies) })}</p>
                )}
                <p>{t('give.until-event', { instant: format.instant(event.closesAt) })}</p>
              </>
            ) : (
              <RadioGroup
                name="until"
                label={t('give.until')}
                help={loaderData.baseUntil && t('give.until-base', { day: format.day(loaderData.baseUntil) })}
                choices={loaderData.until.map((day, at) => ({
                  value: day,
                  label: t('give.until-months', { count: [1, 3, 6, 12][at], day: format.day(day) }),
                }))}
              />
            )}
            {loaderData.asksHow && (
              <>
                <RadioGroup
                  name="givenHow"
                  label={t('give.how')}
                  choices={(['in-person', 'mandate'] as const).map((how) => ({
                    value: how,
                    label: t(`give.how-${how}`),
                  }))}
                />
                <TextField
                  name="mandateNote"
                  label={t('give.mandate-note')}
                  optional
                  width="l"
                  maxLength={500}
                />
              </>
            )}
            {preview && (
              <section className="card" aria-labelledby="preview-title" id="preview">
                <h2 id="preview-title">{t('give.preview-title')}</h2>
                <p>
                  <NamedText name={receiver.name} />
                </p>
                <ShareProfileView profile={preview} />
              </section>
            )}
            <div className="actions">
              <Button name="intent" value="preview" look="secondary">
                {t('give.preview')}
              </Button>
              <Button name="intent" value="give">
                {t('give.give')}
              </Button>
            </div>
            {own && <p className="help">{t('give.refuse-help')}</p>}
          </PolkuForm>
        </>
      )}
    </Page>
  );
}
