import { textIn } from '#modules/clients/pages/words.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { languages } from '#web/language.ts';
import { orThrow, page, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  DefinitionList,
  FoldedForm,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/bulletin.ts';
import { bulletinForms, submitBulletinForm } from './bulletin-forms.server.ts';
import { ReadabilityNote } from './readability-note.tsx';

export async function loader({ context, params }: Route.LoaderArgs) {
  const { services, viewer } = page(context);
  const opened = orThrow(await services.outreach.openBulletin({ bulletinId: params.bulletinId }));
  const organisations = opened.making === undefined ? [] : orThrow(await services.networks.organisations({}));
  const municipalities = opened.making === undefined ? [] : orThrow(await services.areas.municipalities({}));
  return {
    ...opened,
    forms: bulletinForms(context, opened),
    signedIn: viewer !== undefined,
    names: {
      organisation: Object.fromEntries(
        organisations.map((organisation) => [organisation.id, organisation.name]),
      ),
      municipality: Object.fromEntries(
        municipalities.map((municipality) => [municipality.code, municipality.name]),
      ),
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request);
  return submitBulletinForm({ context, request }, params.bulletinId);
}

type Part = Pick<Route.ComponentProps, 'loaderData' | 'actionData'>;

/** One bulletin as its readers see it; under it, for those who make it, what to check, remarks, and the way out. */
export default function Bulletin({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const language = useLanguage();
  const { bulletin, making, actions, signedIn } = loaderData;
  const part = { loaderData, actionData };
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
            <Button to={`/bulletins/${bulletin.bulletinId}/edit`} look="secondary" label={t('common:edit')} />
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
      <Words {...part} />
      {making === undefined && <ReadabilityNote readability={loaderData.readability} />}
      <Making {...part} />
      <WayOut {...part} />
      {bulletin.publishedAt !== undefined && making === undefined && (
        <p>
          <Button to="/public/questions" look="secondary" label={t('ask-question')} />
        </p>
      )}
    </Page>
  );
}

/** The text in every language that it has, the reader's own first. */
function Words({ loaderData: { bulletin, making } }: Part) {
  const t = useT('outreach');
  const language = useLanguage();
  const has = languages.filter(
    (own) => bulletin.texts[own] !== undefined || bulletin.titles[own] !== undefined,
  );
  const shown = has.includes(language) ? [language, ...has.filter((own) => own !== language)] : has;
  return shown.map((own, at) => (
    <section key={own} lang={own} className="bulletin" aria-label={t(`language.${own}`)}>
      {(at > 0 || making !== undefined) && <h2>{bulletin.titles[own] ?? t(`language.${own}`)}</h2>}
      {(bulletin.texts[own] ?? '').split(/\n\s*\n/).map((paragraph, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place
        <p key={place}>{paragraph}</p>
      ))}
    </section>
  ));
}

/** For those who make it: who has, for whom, what to check, and what has been said of it. */
function Making({ loaderData: { bulletin, making, experts, actions, names, forms }, actionData }: Part) {
  const t = useT('outreach');
  const r = useT('roles');
  const format = useFormat();
  if (making === undefined || forms === undefined) return null;
  const audience = ({ kind, value }: { kind: string; value: string }) =>
    kind === 'role'
      ? r(value)
      : kind === 'organisation'
        ? (names.organisation[value] ?? value)
        : kind === 'municipality'
          ? t('people-of', { municipality: names.municipality[value] ?? value })
          : t(`audience-kind.${kind}`);
  return (
    <Section id="making" title={t('making')}>
      <DefinitionList
        items={[
          { term: t('author'), value: making.author },
          making.approver !== undefined && { term: t('approver'), value: making.approver },
          {
            term: t('audience'),
            value: format.list(making.audiences.map(audience)) || t('audience-none'),
          },
          making.reach !== undefined && {
            term: t('reach'),
            value: t('reach-count', { count: making.reach }),
          },
          bulletin.state === 'published' && {
            term: t('delivered'),
            value: t('delivered-count', { ...making.delivered }),
          },
          {
            term: t('contributors'),
            value: format.list(
              making.contributors.map(({ name, part }) =>
                t('contributor', { name, part: t(`part.${part}`) }),
              ),
            ),
          },
        ]}
      />
      <Checks checks={making.checks} />
      <h3>{t('remarks')}</h3>
      {making.remarks.length === 0 ? (
        <p>{t('remarks-none')}</p>
      ) : (
        <ul>
          {making.remarks.map((remark) => (
            <li key={remark.remarkId}>
              {remark.text}{' '}
              <small>({t('said-by', { name: remark.name, at: format.instant(remark.at) })})</small>
            </li>
          ))}
        </ul>
      )}
      {actions.remark && <FoldedForm summary={t('remark-add')} form={forms.remark} result={actionData} />}
      {experts.length > 0 && <FoldedForm summary={t('expert-ask')} form={forms.expert} result={actionData} />}
    </Section>
  );
}

/** What to look at before it goes out: languages, what may tell of a person, how plain it is. */
function Checks({ checks }: { readonly checks: NonNullable<Part['loaderData']['making']>['checks'] }) {
  const t = useT('outreach');
  const c = useT('common');
  const format = useFormat();
  const { missing, personal, readability } = checks;
  return (
    <>
      <h3>{t('checks')}</h3>
      <ul className="plain">
        <li>
          <StateLine kind={missing.length === 0 ? 'done' : 'late'}>
            {missing.length === 0
              ? t('languages-all')
              : t('languages-missing', {
                  languages: format.list(missing.map((language) => t(`language.${language}`))),
                })}
          </StateLine>
        </li>
        <li>
          <StateLine kind={personal.length === 0 ? 'done' : 'late'}>
            {personal.length === 0
              ? t('personal-none')
              : t('personal-found', {
                  found: personal.map(({ kind, text }) => `${c(`personal.${kind}`)}: ${text}`).join('; '),
                })}
          </StateLine>
        </li>
        {readability.map(({ language, plain, words, longestSentence }) => (
          <li key={language}>
            <StateLine kind={plain ? 'done' : 'info'}>
              {t(plain ? 'readable' : 'hard-to-read', {
                language: t(`language.${language}`),
                words,
                longest: longestSentence,
              })}
            </StateLine>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The way out: the writer asks, somebody else approves or gives back. */
function WayOut({ loaderData: { bulletin, actions, forms }, actionData }: Part) {
  const t = useT('outreach');
  if (forms === undefined) return null;
  if (!actions.ask && !actions.approve && !actions.ownWords && !actions.remove) return null;
  return (
    <Section id="out" title={t('out')} lead={t('out-lead')}>
      {actions.ask && <UseCaseForm form={forms.ask} result={actionData} label={t('approval-ask')} />}
      {actions.ownWords && (
        <p>
          <StateLine kind="info">{t('own-words')}</StateLine>
        </p>
      )}
      {actions.approve && (
        <>
          <UseCaseForm
            form={forms.approve}
            hidden={{ version: bulletin.version }}
            result={actionData}
            label={t('approve')}
          />
          <ConfirmForm
            form={forms.giveBack}
            summary={t('return')}
            act={t('return')}
            result={actionData}
            danger={false}
          />
        </>
      )}
      {actions.remove && (
        <ConfirmForm
          form={forms.remove}
          summary={t('draft-remove')}
          act={t('draft-remove')}
          result={actionData}
        >
          <p>{t('draft-remove-what')}</p>
        </ConfirmForm>
      )}
    </Section>
  );
}
