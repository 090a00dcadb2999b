import { Link } from 'react-router';
import { MatchCard } from '#modules/matching/pages/match-card.tsx';
import { changesIn, NeedSteps } from '#modules/matching/pages/steps.tsx';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, page, requireViewer } from '#web/page.ts';
import {
  Button,
  DefinitionList,
  Details,
  EmptyState,
  NextBox,
  Page,
  Section,
  StateLine,
  UseCaseForm,
  Words,
} from '#web/ui/index.ts';
import type { Route } from './+types/vacancy.ts';

const move = defineForm('vacancies.moveVacancy', { id: 'move', hidden: ['to'], fixed: ['vacancyId'] });
const reading = defineForm('vacancies.confirmReading', {
  id: 'reading',
  fixed: ['vacancyId'],
  fields: { places: { label: 'column.places', width: 's' }, startsOn: { label: 'starts' } },
  act: 'reading-right',
});
const ask = defineForm('consents.askConsent', {
  id: 'ask',
  texts: 'matching',
  hidden: ['clientId'],
  fixed: ['companyId', 'vacancyId'],
  act: 'ask-consent',
});

/** How many people are shown at first, and when more are asked for. */
const shownFirst = 12;
const shownAtMost = 50;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer, may } = page(context);
  const limit = new URL(request.url).searchParams.has('all') ? shownAtMost : shownFirst;
  const opened = orThrow(await services.vacancies.openVacancy({ vacancyId: params.vacancyId }));
  const matched = opened.actions.match
    ? orThrow(
        await services.matching.bestForVacancy({
          vacancyId: params.vacancyId,
          limit,
          changes: changesIn(request),
        }),
      )
    : undefined;
  const { licences } = orThrow(await services.vocabulary.licences({}));
  const names = new Map(licences.map(({ code, name }) => [code, name]));
  return {
    ...opened,
    licences: opened.requirements.licences.map((code) => ({ code, name: names.get(code) ?? code })),
    matched,
    lists: may('needs:list'),
    companies: may('companies:read'),
    seeks: viewer === undefined || may('own-page:use'),
    receives: may('consent:ask'),
    clientId: viewer?.clientId,
    forms: {
      move: opened.moves.length > 0 ? showForm(context, move) : undefined,
      reading: opened.actions.confirmReading
        ? showForm(context, reading, {
            values: { places: opened.vacancy.places, startsOn: opened.vacancy.startsOn },
          })
        : undefined,
      ask: may('consent:ask') ? showForm(context, ask) : undefined,
    },
    more: limit === shownFirst && matched?.people.length === shownFirst,
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'needs:write');
  const { vacancyId } = params;
  const { vacancy } = orThrow(await services.vacancies.openVacancy({ vacancyId }));
  const to = `/vacancies/${vacancyId}`;
  return submitForms(
    { context, request },
    submission({
      form: move,
      fixed: { vacancyId },
      done: ({ state }) => ({ to, say: `vacancies:now.${state}` }),
    }),
    submission({
      form: reading,
      fixed: { vacancyId },
      current: async () => {
        const now = orThrow(await services.vacancies.openVacancy({ vacancyId })).vacancy;
        return { places: now.places, startsOn: now.startsOn };
      },
      done: { to, say: 'vacancies:reading-confirmed' },
    }),
    submission({
      form: ask,
      fixed: { companyId: vacancy.companyId, vacancyId },
      done: { to: `${to}#people`, say: 'matching:asked' },
    }),
  );
}

/** One need: where it stands, what it asks, and the people who suit it with the reasons. */
export default function Vacancy({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const m = useT('matching');
  const format = useFormat();
  const {
    vacancy,
    occupation,
    requirements,
    licences,
    attention,
    filled,
    history,
    moves,
    actions,
    matched,
    lists,
    seeks,
    receives,
    forms,
  } = loaderData;
  return (
    <Page
      title={`${vacancy.title} · ${vacancy.companyName}`}
      breadcrumbs={
        lists ? [{ to: '/needs', label: t('title') }] : seeks ? [{ to: '/jobs', label: t('jobs.title') }] : []
      }
      actions={
        actions.change ? (
          <Button look="secondary" to={`/vacancies/${vacancy.id}/requirements`} label={t('change')} />
        ) : loaderData.clientId !== undefined ? (
          <Button to={`/match/${vacancy.id}/${loaderData.clientId}`} label={m('pair.does-it-suit')} />
        ) : undefined
      }
    >
      <p>
        <StateLine
          kind={
            attention !== undefined
              ? 'late'
              : vacancy.state === 'filled'
                ? 'done'
                : vacancy.state === 'lapsed'
                  ? 'stopped'
                  : 'waiting'
          }
          {...(attention === 'read-from-words'
            ? {}
            : { clock: t('verified', { day: format.day(vacancy.verifiedOn) }) })}
        >
          {attention !== undefined
            ? t(`attention.${attention}`)
            : `${t(vacancy.openness)}, ${t(`state.${vacancy.state}`)}`}
        </StateLine>
      </p>
      {forms.reading && (
        <Section id="reading-of-words" title={t('reading-title')} lead={t('reading-lead')}>
          <UseCaseForm form={forms.reading} result={actionData} inline label={t('reading-title')} />
        </Section>
      )}
      <DefinitionList
        items={[
          vacancy.need !== undefined && {
            term: t('need-words'),
            value: `”${vacancy.need}” (${t(`certainty.${vacancy.certainty}`)})`,
          },
          { term: t('occupation'), value: occupation?.name ?? t('no-occupation') },
          {
            term: t('column.places'),
            value:
              filled > 0
                ? t('filled-of', { count: vacancy.places, filled })
                : vacancy.placesAtMost === undefined
                  ? t('places', { count: vacancy.places })
                  : t('places-at-least', { count: vacancy.places, most: vacancy.placesAtMost }),
          },
          { term: t('municipality'), value: vacancy.municipality },
          {
            term: t('starts'),
            value: vacancy.startsOn === undefined ? t('start-unknown') : format.day(vacancy.startsOn),
          },
          { term: t('valid-to'), value: format.day(vacancy.validTo) },
          vacancy.workingTimes.length > 0 && {
            term: t('times'),
            value: format.list(vacancy.workingTimes.map((time) => m(`time.${time}`))),
          },
          ...(loaderData.companies
            ? [
                {
                  term: t('column.company'),
                  value: <Link to={`/companies/${vacancy.companyId}`}>{vacancy.companyName}</Link>,
                },
              ]
            : [{ term: t('column.company'), value: vacancy.companyName }]),
        ]}
      />
      {filled >= vacancy.places && moves.includes('filled') && (
        <NextBox title={t('full-title', { count: vacancy.places })} kind="waiting">
          <p>{t('full-text')}</p>
          <UseCaseForm
            form={forms.move}
            row="full"
            hidden={{ to: 'filled' }}
            result={actionData}
            act={t('full-act')}
            inline
          />
        </NextBox>
      )}
      {forms.move && (
        <Section
          id="moves"
          title={t('moves')}
          {...(moves.includes('published') ? { lead: t('move-published-help') } : {})}
        >
          <UseCaseForm form={forms.move} result={actionData} label={t('moves')}>
            <div className="actions">
              {moves.map((to, at) => (
                <Button
                  key={to}
                  look={at === 0 ? 'primary' : 'secondary'}
                  name="to"
                  value={to}
                  label={t(`move.${to}`)}
                />
              ))}
            </div>
          </UseCaseForm>
        </Section>
      )}
      <Section id="requirements" title={t('requirements')}>
        <Requirements loaderData={{ requirements, licences }} />
      </Section>
      {matched?.easing !== undefined && <NeedSteps easing={matched.easing} />}
      {matched !== undefined && (
        <Section
          id="people"
          title={m('people.title')}
          lead={receives ? m('people.lead-business') : m('people.lead-expert')}
        >
          {matched.counts !== undefined && (
            <p>
              {m('counts', {
                fitting: format.number(matched.counts.fitting),
                short: format.number(matched.counts.oneMissing),
              })}
            </p>
          )}
          {matched.people.length === 0 && (
            <EmptyState title={m('people.none')}>
              <p>{m('people.none-next')}</p>
            </EmptyState>
          )}
          {matched.people.map((person) => {
            const name = person.name ?? m('nameless', { sign: person.sign ?? '' });
            const profile = receives ? `/people/${person.clientId}` : `/clients/${person.clientId}`;
            return (
              <MatchCard
                key={person.clientId}
                title={name}
                to={profile}
                match={person.match}
                pair={`/match/${vacancy.id}/${person.clientId}`}
                actions={
                  person.actions.introduce ? (
                    <Button
                      to={`/vacancies/${vacancy.id}/introduce?client=${person.clientId}`}
                      about={name}
                      label={m('introduce')}
                    />
                  ) : undefined
                }
              >
                {person.answer !== undefined && (
                  <p>
                    <StateLine kind={person.answer.answer === 'interested' ? 'done' : 'stopped'}>
                      {m(`answered.${person.answer.answer}`, {
                        reason: person.answer.reason === undefined ? '' : m(`reason.${person.answer.reason}`),
                      })}
                    </StateLine>
                  </p>
                )}
                {person.actions.askConsent && forms.ask && (
                  <UseCaseForm
                    form={forms.ask}
                    row={person.clientId}
                    hidden={{ clientId: person.clientId }}
                    result={actionData}
                    label={`${m('ask-consent')}: ${name}`}
                    about={name}
                    look="secondary"
                  />
                )}
              </MatchCard>
            );
          })}
          {loaderData.more && (
            <p>
              <Link to={`/vacancies/${vacancy.id}?all=1#people`}>{m('people.more')}</Link>
            </p>
          )}
        </Section>
      )}
      {history.length > 0 && (
        <Section id="history" title={t('history')}>
          <ul>
            {history.map((step) => (
              <li key={`${step.at}-${step.state}`}>
                {[t(`state.${step.state}`), format.instant(step.at), step.by ?? '', step.note ?? '']
                  .filter((part) => part !== '')
                  .join(' · ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}

function Requirements({
  loaderData: { requirements, licences },
}: {
  readonly loaderData: Pick<Route.ComponentProps['loaderData'], 'requirements' | 'licences'>;
}) {
  const t = useT('vacancies');
  const { essential, optional, languages } = requirements;
  if (essential.length + optional.length + languages.length + licences.length === 0)
    return <p>{t('no-requirements')}</p>;
  const list = (term: string, words: readonly { key: string; text: string }[]) => ({
    term,
    value: <Words label={term} words={words} />,
  });
  const skills = (of: typeof essential) => of.map(({ uri, name }) => ({ key: uri, text: name }));
  return (
    <>
      <DefinitionList
        items={[
          essential.length > 0 && list(t('essential'), skills(essential)),
          languages.length > 0 &&
            list(
              t('languages'),
              languages.map(({ language, cefr, name }) => ({ key: language, text: `${name} ${cefr}` })),
            ),
          licences.length > 0 &&
            list(
              t('licences'),
              licences.map(({ code, name }) => ({ key: code, text: name })),
            ),
        ]}
      />
      {optional.length > 0 && (
        <Details summary={t('optional')}>
          <Words label={t('optional')} words={skills(optional)} />
        </Details>
      )}
    </>
  );
}
