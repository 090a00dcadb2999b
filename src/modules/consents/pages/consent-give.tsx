import { data } from 'react-router';
import type { ShareProfile } from '#consents';
import { defineForm, inputOf, showForm, submitForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, problem, readForm, statusOf } from '#web/page.ts';
import { Button, Details, Field, Fields, Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/consent-give.ts';
import { consentPlace } from './consent-place.ts';
import { capital, NamedText, ShareProfileView } from './share-profile.tsx';

const giving = defineForm('consents.giveConsent', {
  id: 'consent',
  fixed: ['clientId', 'to'],
  hidden: ['noticeId', 'noticeLanguage'],
  fields: {
    fields: { label: 'give.what', optional: false },
    until: { as: 'radios', label: 'give.until', help: false, optional: false },
    givenHow: {
      label: 'give.how',
      words: (how) => `give.how-${how}`,
      choices: ['in-person', 'mandate'],
      optional: false,
    },
    mandateNote: { label: 'give.mandate-note', width: 'l', as: 'line' },
  },
  act: 'give.give',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, person, base, own, language } = consentPlace(context, request, params);
  const ready = orThrow(await services.consents.prepareConsent({ ...person, to: receiverOf(params) }));
  const { has, in: of } = translatorOf(language);
  const t = of('consents');
  const format = formatOf(language);
  const helpOf = (field: string) =>
    has(`consents:give.${field}-help`) ? t(`give.${field}-help`) : undefined;
  const form = showForm(context, giving, {
    choices: {
      fields: ready.fields.map(({ field, known, closed }) => ({
        value: field,
        label: capital(t(`${own ? 'yours' : 'field'}.${field}`)),
        locked: closed,
        help: closed ? t('give.closed') : known ? helpOf(field) : t('give.unknown'),
      })),
      until: ready.until.map((day, at) => ({
        value: day,
        label: t('give.until-months', { count: [1, 3, 6, 12][at], day: format.day(day) }),
      })),
    },
    helps: {
      until: ready.baseUntil ? t('give.until-base', { day: format.day(ready.baseUntil) }) : undefined,
    },
    without: [
      ...(ready.event ? (['until'] as const) : []),
      ...(ready.asksHow ? [] : (['givenHow', 'mandateNote'] as const)),
    ],
  });
  return { base, own, ...ready, form };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, person, base } = consentPlace(context, request, params);
  const sent = await readForm(context, request);
  const to = receiverOf(params);
  if (sent.intent === 'preview' && !sent.stale) {
    const { fields = [] } = await inputOf(context, giving, sent);
    const seen = await services.consents.previewShare({ ...person, to, fields });
    const { form, values } = sent;
    if (seen.ok) return data({ form, values, issues: [], preview: seen.value });
    const { code } = seen.error;
    return data({ form, values, issues: [{ path: '', code }] }, { status: statusOf(code) });
  }
  const requestId = new URL(request.url).searchParams.get('request');
  return submitForm({
    context,
    request,
    sent,
    form: giving,
    fixed: { ...person, to },
    run:
      requestId === null
        ? undefined
        : (choices, sending) =>
            services.consents.answerRequest({ ...person, requestId, answer: 'given', choices }, sending),
    done: ({ consentId }) => ({ to: `${base}/${consentId}`, say: 'consents:given' }),
  });
}

function receiverOf(params: { readonly kind: string; readonly id: string }) {
  const { kind, id } = params;
  if (kind !== 'organisation' && kind !== 'company' && kind !== 'event')
    throw problem(404, { code: 'not-found' });
  return { kind, id } as const;
}

/** What they would see, when that was asked. */
const previewOf = (answer: unknown): ShareProfile | undefined =>
  (answer as { readonly preview?: ShareProfile } | undefined)?.preview;

/** Giving: the text first, then field by field, nothing chosen beforehand; what they would see can be seen before. */
export default function GiveConsent({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('consents');
  const format = useFormat();
  const { base, own, receiver, notice, event, replaces, form } = loaderData;
  const preview = previewOf(actionData);
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
            <Button to={`${base}/new`} look="secondary" label={t('give-first')} />
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
                    names: format.list(replaces.alsoEnds.map((end) => end.name.text)),
                  })}
                </p>
              )}
            </Notice>
          )}
          <UseCaseForm
            form={form}
            result={actionData}
            label={t('give.title', { name: receiver.name.text })}
            hidden={{ noticeId: notice.id, noticeLanguage: notice.language }}
          >
            <Field name="fields" />
            {event && (
              <>
                {event.companies.length > 0 && (
                  <p>{t('give.event-companies', { companies: format.list(event.companies) })}</p>
                )}
                <p>{t('give.until-event', { instant: format.instant(event.closesAt) })}</p>
              </>
            )}
            <Fields but={['fields']} />
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
              <Button name="intent" value="preview" look="secondary" label={t('give.preview')} />
              <Button name="intent" value="give" label={t('give.give')} />
            </div>
            {own && <p className="help">{t('give.refuse-help')}</p>}
          </UseCaseForm>
        </>
      )}
    </Page>
  );
}
