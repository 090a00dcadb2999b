import { namesByCode, plainWords } from '#modules/networks/pages/words.ts';
import { valueOfCell } from '#modules/pilots/pages/cell.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  DefinitionList,
  EmptyState,
  Figure,
  Figures,
  Filters,
  LocalisedWords,
  Page,
  PrintButton,
  SearchField,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { companySuggestion, personSuggestion } from '#web/who.ts';
import type { Route } from './+types/event.ts';
import { stateKinds } from './events.tsx';
import { PressRows } from './press-rows.tsx';

/** How many are offered at once to be written down. */
const most = 12;

const companyCame = defineForm('events.noteCompany', {
  id: 'company-add',
  fixed: ['eventId'],
  hidden: ['companyId'],
  given: { came: true },
  act: 'press.add',
});
const companyBack = defineForm('events.noteCompany', {
  id: 'company-remove',
  fixed: ['eventId'],
  hidden: ['companyId'],
  given: { came: false },
  act: 'press.remove',
});
const personCame = defineForm('events.notePerson', {
  id: 'person-add',
  fixed: ['eventId'],
  hidden: ['clientId'],
  given: { came: true },
  act: 'press.add',
});
const personBack = defineForm('events.notePerson', {
  id: 'person-remove',
  fixed: ['eventId'],
  hidden: ['clientId'],
  given: { came: false },
  act: 'press.remove',
});
const move = defineForm('events.moveEvent', { id: 'move', fixed: ['eventId'], hidden: ['to'] });
const after = defineForm('events.noteAftermath', {
  id: 'aftermath',
  fixed: ['eventId'],
  fields: { visitors: {}, lessons: {}, changes: {} },
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may, language } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const opened = orThrow(await services.events.openEvent(params));
  const company = (asked.get('company') ?? '').trim().slice(0, 100);
  const person = (asked.get('person') ?? '').trim().slice(0, 100);
  const here = new Set(opened.companies.came.map(({ companyId }) => companyId));
  const companies =
    opened.actions.noteCompany && company !== ''
      ? await services.companies.searchCompanies({ search: company, limit: most })
      : undefined;
  const clients = opened.actions.notePerson
    ? await services.clients.worklist({ search: person, sort: 'name', limit: most })
    : undefined;
  const places = orThrow(await services.areas.municipalities({}));
  const present = new Set(opened.people.map(({ clientId }) => clientId));
  const portfolio =
    opened.event.projectId && may('projects:read') ? await wholeList(services.projects.portfolio) : undefined;
  return {
    opened,
    company,
    person,
    found: (companies?.ok ? companies.value.rows : [])
      .filter(({ id }) => !here.has(id))
      .map(companySuggestion),
    moreCompanies: leftOf(companies),
    clients: (clients?.ok ? clients.value.rows : [])
      .filter(({ clientId }) => !present.has(clientId))
      .map(({ clientId, familyName, givenName, birthYear, homeCode }) =>
        personSuggestion(
          {
            clientId,
            name: `${familyName} ${givenName}`,
            birthYear,
            municipality: homeCode === undefined ? undefined : namesByCode(places)(homeCode),
          },
          translatorOf(language),
        ),
      ),
    moreClients: leftOf(clients),
    project: portfolio?.ok
      ? portfolio.value.rows.find(({ projectId }) => projectId === opened.event.projectId)?.name
      : undefined,
    places,
    forms: {
      company: { add: showForm(context, companyCame), remove: showForm(context, companyBack) },
      person: { add: showForm(context, personCame), remove: showForm(context, personBack) },
      move: showForm(context, move),
      after: showForm(context, after, { values: opened.event }),
    },
  };
}

/** How many were found beyond those that are offered. */
const leftOf = (
  found: { ok: true; value: { rows: readonly unknown[]; total: number } } | { ok: false } | undefined,
) => (found?.ok ? found.value.total - found.value.rows.length : 0);

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const { eventId } = params;
  const fixed = { eventId };
  const at = (part: string, say: string) => ({ to: `/events/${eventId}#${part}`, say: `events:done.${say}` });
  return submitForms(
    { context, request },
    submission({ form: companyCame, fixed, done: at('companies', 'company') }),
    submission({ form: companyBack, fixed, done: at('companies', 'company-removed') }),
    submission({ form: personCame, fixed, done: at('people', 'person') }),
    submission({ form: personBack, fixed, done: at('people', 'person-removed') }),
    submission({ form: move, fixed, done: { say: 'events:done.move' } }),
    submission({
      form: after,
      fixed,
      current: async () => orThrow(await services.events.openEvent(params)).event,
      done: at('after', 'after'),
    }),
  );
}

/** One event: its plan, the event day (who came, one press each), its money, and what was learned. */
export default function Event({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('events');
  const format = useFormat();
  const language = useLanguage();
  const { opened, company, person, found, clients, moreCompanies, moreClients, project, places, forms } =
    loaderData;
  const { event, organiser, came, companies, people, before, costs, sums, money, actions, today } = opened;
  const at = `/events/${event.eventId}`;
  const name = plainWords(event.names, language);
  const money_ = (cents: number | undefined) => (cents === undefined ? '–' : format.money(cents));
  const time = [event.startsAt, event.endsAt].filter(Boolean).join('–');
  const municipality = event.municipalityCode && namesByCode(places)(event.municipalityCode);
  return (
    <Page
      title={<LocalisedWords text={event.names} />}
      browserTitle={name}
      wide
      breadcrumbs={[{ to: '/events', label: t('title') }]}
      actions={
        <>
          {actions.change && <Button to={`${at}/edit`} look="secondary" label={t('edit')} />}
          <PrintButton />
        </>
      }
    >
      <p>
        <StateLine kind={stateKinds[event.state]}>{t(`state.${event.state}`)}</StateLine>
      </p>
      <DefinitionList
        items={[
          { term: t('column.kind'), value: t(`kind.${event.kind}`) },
          { term: t('column.when'), value: [format.day(event.heldOn), time].filter(Boolean).join(', ') },
          { term: t('place'), value: [event.place, municipality].filter(Boolean).join(', ') },
          event.link !== undefined && {
            term: t('link'),
            value: (
              <a href={event.link} rel="noreferrer">
                {event.link}
              </a>
            ),
          },
          event.accessNote !== undefined && { term: t('access-note'), value: event.accessNote },
          { term: t('organiser'), value: organiser && plainWords(organiser, language) },
          { term: t('languages'), value: event.languages.map((item) => t(`language.${item}`)).join(', ') },
          event.projectId !== undefined && {
            term: t('project'),
            value: [project ?? t('a-project'), event.workPackage && t('package', { code: event.workPackage })]
              .filter(Boolean)
              .join(', '),
          },
        ]}
      />
      {(actions.hold || actions.planAgain) && (
        <UseCaseForm form={forms.move} result={actionData} label={t('state-name')}>
          <div className="actions">
            {actions.hold && <Button name="to" value="held" label={t('was-held')} />}
            {actions.planAgain && (
              <Button name="to" value="planned" look="secondary" label={t('plan-again')} />
            )}
          </div>
        </UseCaseForm>
      )}
      <Section id="came" title={t('came')} lead={event.state === 'held' ? undefined : t('counted-when-held')}>
        <Figures>
          <Figure
            id="companies-came"
            label={t('companies')}
            value={came.companies}
            source={t('own-facts')}
            day={today}
            formula={<p>{t('companies-formula')}</p>}
          />
          {event.kind !== 'information' && (
            <Figure
              id="people-came"
              label={t('people')}
              value={valueOfCell(came.people)}
              source={t('own-facts')}
              day={today}
              formula={<p>{t('people-formula')}</p>}
            />
          )}
          <Figure
            id="visitors-came"
            label={t('visitors')}
            value={event.visitors ?? 'unknown'}
            source={t('visitors-source')}
            day={today}
            formula={<p>{t('visitors-note')}</p>}
          />
        </Figures>
      </Section>
      {(actions.noteCompany || companies.came.length > 0) && (
        <Section id="companies" title={t('companies-title')}>
          <PressRows
            forms={forms.company}
            field="companyId"
            rows={companies.came.map(({ companyId, name: label }) => ({ id: companyId, label }))}
            act={actions.noteCompany ? 'remove' : undefined}
            result={actionData}
            empty={t('no-companies')}
          />
          {actions.noteCompany && (
            <>
              <h3>{t('add-company')}</h3>
              <Filters id="company-search" label={t('add-company')} button={false} active={[]}>
                <SearchField name="company" label={t('company-search')} value={company} />
              </Filters>
              <PressRows
                forms={forms.company}
                field="companyId"
                rows={
                  company === ''
                    ? companies.expected.map(({ companyId, name: label }) => ({ id: companyId, label }))
                    : found
                }
                more={company === '' ? 0 : moreCompanies}
                act="add"
                result={actionData}
                empty={t(company === '' ? 'search-company' : 'company-none')}
              />
            </>
          )}
        </Section>
      )}
      {event.kind === 'information' ? (
        <Section id="people" title={t('people-title')}>
          <p>{t('information-note')}</p>
        </Section>
      ) : (
        (actions.notePerson || people.length > 0) && (
          <Section id="people" title={t('people-title')} lead={t('people-lead')}>
            <PressRows
              forms={forms.person}
              field="clientId"
              rows={people.map(({ clientId, name: label }) => ({ id: clientId, label }))}
              act={actions.notePerson ? 'remove' : undefined}
              result={actionData}
              empty={t('no-people')}
            />
            {actions.notePerson && (
              <>
                <h3>{t('add-person')}</h3>
                <Filters id="person-search" label={t('add-person')} button={false} active={[]}>
                  <SearchField name="person" label={t('person-search')} value={person} />
                </Filters>
                <PressRows
                  forms={forms.person}
                  field="clientId"
                  rows={clients}
                  more={moreClients}
                  act="add"
                  result={actionData}
                  empty={t('person-none')}
                />
              </>
            )}
          </Section>
        )
      )}
      {money && (
        <Section
          id="money"
          title={t('money')}
          actions={
            actions.changeMoney && <Button to={`${at}/costs`} look="secondary" label={t('change-money')} />
          }
        >
          <DataTable
            id="costs"
            caption={t('money')}
            captionHidden
            columns={[
              {
                key: 'kind',
                header: t('cost-name'),
                rowHeader: true,
                cell: (row) => [t(`cost.${row.kind}`), row.label].filter(Boolean).join(': '),
              },
              {
                key: 'planned',
                header: t('column.planned'),
                number: true,
                cell: (row) => money_(row.plannedCents),
              },
              { key: 'used', header: t('column.used'), number: true, cell: (row) => money_(row.usedCents) },
            ]}
            rows={costs}
            rowKey={(row) => `${row.kind} ${row.label}`}
            empty={<EmptyState title={t('no-money')} />}
            source={t('money-sum', { planned: money_(sums.plannedCents), used: money_(sums.usedCents) })}
          />
        </Section>
      )}
      <Section id="after" title={t('after')} lead={t('after-lead')}>
        {before.length > 0 && (
          <>
            <h3>{t('before')}</h3>
            <ol>
              {before.map((item) => (
                <li key={item.eventId}>
                  <strong>
                    {plainWords(item.names, language)}, {format.day(item.heldOn)}
                  </strong>
                  {item.changes !== undefined && (
                    <p>
                      {t('changes')}: {item.changes}
                    </p>
                  )}
                  <p>
                    {t('lessons')}: {item.lessons ?? t('lessons-none')}
                  </p>
                </li>
              ))}
            </ol>
          </>
        )}
        {actions.change ? (
          <UseCaseForm form={forms.after} result={actionData} label={t('after')} />
        ) : (
          <DefinitionList
            items={[
              { term: t('lessons'), value: event.lessons },
              { term: t('changes'), value: event.changes },
            ]}
          />
        )}
      </Section>
      {actions.cancel && (
        <ConfirmForm
          form={forms.move}
          row="cancel"
          hidden={{ to: 'cancelled' }}
          summary={t('cancel')}
          act={t('cancel')}
          result={actionData}
          about={name}
        >
          <p>{t('cancel-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}
