import { textIn } from '../clients/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { languages } from '../language.ts';
import { ReadabilityNote } from '../outreach/readability-note.tsx';
import { formValues, orThrow, page, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  Checkbox,
  ConfirmForm,
  DefinitionList,
  Details,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  Select,
  StateLine,
  TextArea,
} from '../ui/index.ts';
import type { Route } from './+types/bulletins-bulletin.ts';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, viewer } = page(context);
  const opened = orThrow(await services.outreach.openBulletin({ bulletinId: params.bulletinId }));
  const organisations = opened.making === undefined ? [] : orThrow(await services.networks.organisations({}));
  const municipalities = opened.making === undefined ? [] : orThrow(await services.areas.municipalities({}));
  return {
    ...opened,
    signedIn: viewer !== undefined,
    names: {
      organisation: Object.fromEntries(organisations.map((one) => [one.id, one.name])),
      municipality: Object.fromEntries(municipalities.map((one) => [one.code, one.name])),
    },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const { bulletinId } = params;
  const sent = await formValues(context, request);
  const { outreach } = services;
  const back = (key: string, values: Record<string, string | number> = {}) =>
    redirectWith(context, `/bulletins/${bulletinId}`, { kind: 'success', key, values });
  if (sent.form === 'remark') {
    const done = await outreach.remarkBulletin({ bulletinId, text: sent.text('text') });
    return done.ok ? back('outreach:remarked') : refused(sent, done.error);
  }
  if (sent.form === 'expert') {
    const done = await outreach.askExpert({ bulletinId, accountId: sent.text('accountId') });
    return done.ok ? back('outreach:expert-asked') : refused(sent, done.error);
  }
  if (sent.form === 'ask') {
    const done = await outreach.askApproval({ bulletinId });
    return done.ok ? back('outreach:approval-asked') : refused(sent, done.error);
  }
  if (sent.form === 'approve') {
    const done = await outreach.approveBulletin({
      bulletinId,
      version: sent.text('version'),
      confirmed: sent.ticked('confirmed'),
    });
    return done.ok ? back('outreach:bulletin-out', { count: done.value.sent }) : refused(sent, done.error);
  }
  if (sent.form === 'return') {
    const done = await outreach.returnBulletin({ bulletinId, why: sent.text('why') });
    return done.ok ? back('outreach:returned') : refused(sent, done.error);
  }
  if (sent.form === 'remove') {
    const done = await outreach.removeBulletinDraft({ bulletinId });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, '/bulletins', { kind: 'success', key: 'outreach:bulletin-removed' });
  }
  throw problem(422, { code: 'invalid-input' });
}

/** One bulletin as its readers see it; under it, for those who make it, what to check, remarks, and the way out. */
export default function Bulletin({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const r = useT('roles');
  const format = useFormat();
  const language = useLanguage();
  const { bulletin, making, experts, actions, names, signedIn } = loaderData;
  const failed = actionData?.form;
  const has = languages.filter(
    (one) => bulletin.texts[one] !== undefined || bulletin.titles[one] !== undefined,
  );
  const shown = has.includes(language) ? [language, ...has.filter((one) => one !== language)] : has;
  const audience = ({ kind, value }: { kind: string; value: string }) =>
    kind === 'role'
      ? r(value)
      : kind === 'organisation'
        ? (names.organisation[value] ?? value)
        : kind === 'municipality'
          ? t('people-of', { municipality: names.municipality[value] ?? value })
          : t(`audience-kind.${kind}`);
  const personal = making?.checks.personal ?? [];
  return (
    <Page
      title={textIn(bulletin.titles, language)}
      breadcrumbs={[
        signedIn
          ? { to: '/bulletins', label: t('bulletins') }
          : { to: '/public/bulletins', label: t('bulletins') },
      ]}
      actions={
        <>
          {actions.write && (
            <Button to={`/bulletins/${bulletin.bulletinId}/edit`} look="secondary">
              {t('common:edit')}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      {bulletin.publishedAt !== undefined && (
        <p>{t('published-on', { day: format.dayOf(bulletin.publishedAt) })}</p>
      )}
      {making !== undefined && (
        <p>
          <StateLine
            kind={bulletin.state === 'published' ? 'done' : bulletin.state === 'waiting' ? 'waiting' : 'info'}
          >
            {making.returnedWhy !== undefined && bulletin.state === 'draft'
              ? t('returned-why', { why: making.returnedWhy })
              : t(`bulletin-state.${bulletin.state}`)}
          </StateLine>
        </p>
      )}
      {shown.map((one, at) => (
        <section key={one} lang={one} className="bulletin" aria-label={t(`language.${one}`)}>
          {(at > 0 || making !== undefined) && <h2>{bulletin.titles[one] ?? t(`language.${one}`)}</h2>}
          {(bulletin.texts[one] ?? '').split(/\n\s*\n/).map((paragraph, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place
            <p key={place}>{paragraph}</p>
          ))}
        </section>
      ))}

      {making === undefined && <ReadabilityNote readability={loaderData.readability} />}

      {making !== undefined && (
        <Section id="making" title={t('making')}>
          <DefinitionList
            items={[
              { term: t('author'), value: making.author },
              ...(making.approver === undefined ? [] : [{ term: t('approver'), value: making.approver }]),
              {
                term: t('audience'),
                value: format.list(making.audiences.map(audience)) || t('audience-none'),
              },
              ...(making.reach === undefined
                ? []
                : [{ term: t('reach'), value: t('reach-count', { count: making.reach }) }]),
              ...(bulletin.state === 'published'
                ? [
                    {
                      term: t('delivered'),
                      value: t('delivered-count', {
                        sent: making.delivered.sent,
                        read: making.delivered.read,
                      }),
                    },
                  ]
                : []),
              {
                term: t('contributors'),
                value: format.list(
                  making.contributors.map((one) =>
                    t('contributor', { name: one.name, part: t(`part.${one.part}`) }),
                  ),
                ),
              },
            ]}
          />
          <h3>{t('checks')}</h3>
          <ul className="plain">
            <li>
              <StateLine kind={making.checks.missing.length === 0 ? 'done' : 'late'}>
                {making.checks.missing.length === 0
                  ? t('languages-all')
                  : t('languages-missing', {
                      languages: format.list(making.checks.missing.map((one) => t(`language.${one}`))),
                    })}
              </StateLine>
            </li>
            <li>
              <StateLine kind={personal.length === 0 ? 'done' : 'late'}>
                {personal.length === 0
                  ? t('personal-none')
                  : t('personal-found', {
                      found: personal.map((one) => `${t(`personal.${one.kind}`)}: ${one.text}`).join('; '),
                    })}
              </StateLine>
            </li>
            {making.checks.readability.map((one) => (
              <li key={one.language}>
                <StateLine kind={one.plain ? 'done' : 'info'}>
                  {t(one.plain ? 'readable' : 'hard-to-read', {
                    language: t(`language.${one.language}`),
                    words: one.words,
                    longest: one.longestSentence,
                  })}
                </StateLine>
              </li>
            ))}
          </ul>
          <h3>{t('remarks')}</h3>
          {making.remarks.length === 0 ? (
            <p>{t('remarks-none')}</p>
          ) : (
            <ul>
              {making.remarks.map((one) => (
                <li key={one.remarkId}>
                  {one.text} <small>({t('said-by', { name: one.name, at: format.instant(one.at) })})</small>
                </li>
              ))}
            </ul>
          )}
          {actions.remark && (
            <Details summary={t('remark-add')} open={failed === 'remark'}>
              <PolkuForm
                key={making.remarks.length}
                id="remark"
                result={actionData}
                label={t('remark-add')}
                labels={{ text: t('remark') }}
              >
                <TextArea name="text" label={t('remark')} rows={3} maxLength={2000} />
                <Button>{t('remark-add')}</Button>
              </PolkuForm>
            </Details>
          )}
          {experts.length > 0 && (
            <Details summary={t('expert-ask')} open={failed === 'expert'}>
              <PolkuForm
                id="expert"
                result={actionData}
                label={t('expert-ask')}
                labels={{ accountId: t('expert') }}
              >
                <Select
                  name="accountId"
                  label={t('expert')}
                  help={t('expert-help')}
                  choices={experts.map((one) => ({ value: one.accountId, label: one.name }))}
                />
                <Button>{t('expert-ask')}</Button>
              </PolkuForm>
            </Details>
          )}
        </Section>
      )}

      {(actions.ask || actions.approve || actions.ownWords || actions.remove) && (
        <Section id="out" title={t('out')} lead={t('out-lead')}>
          {actions.ask && (
            <PolkuForm id="ask" result={actionData} label={t('approval-ask')}>
              <Button>{t('approval-ask')}</Button>
            </PolkuForm>
          )}
          {actions.ownWords && (
            <p>
              <StateLine kind="info">{t('own-words')}</StateLine>
            </p>
          )}
          {actions.approve && (
            <>
              <PolkuForm
                id="approve"
                result={actionData}
                label={t('approve')}
                labels={{ confirmed: t('confirm') }}
              >
                <input type="hidden" name="version" value={bulletin.version} />
                {personal.length > 0 && (
                  <Checkbox name="confirmed" label={t('confirm')} help={t('confirm-help')} />
                )}
                <Button>{t('approve')}</Button>
              </PolkuForm>
              <ConfirmForm
                id="return"
                summary={t('return')}
                act={t('return')}
                result={actionData}
                danger={false}
              >
                <TextArea name="why" label={t('return-why')} rows={3} maxLength={1000} />
              </ConfirmForm>
            </>
          )}
          {actions.remove && (
            <ConfirmForm id="remove" summary={t('draft-remove')} act={t('draft-remove')} result={actionData}>
              <p>{t('draft-remove-what')}</p>
            </ConfirmForm>
          )}
        </Section>
      )}
      {bulletin.publishedAt !== undefined && making === undefined && (
        <p>
          <Button to="/public/questions" look="secondary">
            {t('ask-question')}
          </Button>
        </p>
      )}
    </Page>
  );
}
