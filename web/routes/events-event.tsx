import { readsProjects } from '../events/roles.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { valueOfCell } from '../pilot/cell.ts';
import { namesByCode, plainWords } from '../services/words.ts';
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
  PolkuForm,
  PrintButton,
  SearchField,
  Section,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/events-event.ts';
import { stateKinds } from './events.tsx';

/** How many are offered at once to be written down. */
const most = 12;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const opened = orThrow(await services.events.openEvent(params));
  const company = (asked.get('yritys') ?? '').trim().slice(0, 100);
  const person = (asked.get('henkilo') ?? '').trim().slice(0, 100);
  const here = new Set(opened.companies.came.map(({ companyId }) => companyId));
  const companies =
    opened.actions.noteCompany && company !== ''
      ? await services.companies.searchCompanies({ text: company, limit: most })
      : undefined;
  const clients = opened.actions.notePerson
    ? await services.clients.worklist({ search: person, sort: 'name', limit: most })
    : undefined;
  const present = new Set(opened.people.map(({ clientId }) => clientId));
  const portfolio =
    opened.event.projectId && readsProjects(viewer.role)
      ? await services.projects.portfolio({ limit: 1000 })
      : undefined;
  return {
    opened,
    company,
    person,
    found: (companies?.ok ? companies.value.companies : [])
      .filter(({ id }) => !here.has(id))
      .map(({ id, name, municipality }) => ({ companyId: id, name: `${name}, ${municipality}` })),
    clients: (clients?.ok ? clients.value.items : [])
      .filter(({ clientId }) => !present.has(clientId))
      .map((one) => ({ clientId: one.clientId, name: `${one.familyName} ${one.givenName}` })),
    project: portfolio?.ok
      ? portfolio.value.projects.find(({ projectId }) => projectId === opened.event.projectId)?.name
      : undefined,
    places: orThrow(await services.areas.municipalities({})),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const { events } = services;
  const sent = await formValues(context, request);
  const { eventId } = params;
  const acts = {
    company: () =>
      events.noteCompany({ eventId, companyId: sent.text('companyId'), came: sent.intent !== 'remove' }),
    person: () =>
      events.notePerson({ eventId, clientId: sent.text('clientId'), came: sent.intent !== 'remove' }),
    after: () =>
      events.noteAftermath({
        eventId,
        visitors: sent.text('visitors'),
        lessons: sent.text('lessons'),
        changes: sent.text('changes'),
      }),
    move: () => events.moveEvent({ eventId, to: sent.intent as 'held' }),
  };
  const part = (sent.form ?? '').split('-')[0] as keyof typeof acts;
  const done = await (acts[part] ?? acts.move)();
  if (!done.ok) return refused(sent, done.error);
  const anchor = { company: '#companies', person: '#people', after: '#after', move: '' }[part] ?? '';
  return redirectWith(context, `/events/${eventId}${anchor}`, {
    kind: 'success',
    key: `events:done.${part}${sent.intent === 'remove' ? '-removed' : ''}`,
  });
}

/** One event: its plan, the event day (who came, one press each), its money, and what was learned. */
export default function Event({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('events');
  const format = useFormat();
  const language = useLanguage();
  const { opened, company, person, found, clients, project, places } = loaderData;
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
          {actions.change && (
            <Button to={`${at}/edit`} look="secondary">
              {t('edit')}
            </Button>
          )}
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
          ...(event.link === undefined
            ? []
            : [
                {
                  term: t('link'),
                  value: (
                    <a href={event.link} rel="noreferrer">
                      {event.link}
                    </a>
                  ),
                },
              ]),
          ...(event.accessNote === undefined ? [] : [{ term: t('access-note'), value: event.accessNote }]),
          { term: t('organiser'), value: organiser && plainWords(organiser, language) },
          { term: t('languages'), value: event.languages.map((one) => t(`language.${one}`)).join(', ') },
          ...(event.projectId === undefined
            ? []
            : [
                {
                  term: t('project'),
                  value: [
                    project ?? t('a-project'),
                    event.workPackage && t('package', { code: event.workPackage }),
                  ]
                    .filter(Boolean)
                    .join(', '),
                },
              ]),
        ]}
      />
      {(actions.hold || actions.planAgain) && (
        <PolkuForm id="move" result={actionData} label={t('state-name')}>
          <div className="actions">
            {actions.hold && (
              <Button name="intent" value="held">
                {t('was-held')}
              </Button>
            )}
            {actions.planAgain && (
              <Button name="intent" value="planned" look="secondary">
                {t('plan-again')}
              </Button>
            )}
          </div>
        </PolkuForm>
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
          <Rows
            part="company"
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
                <SearchField name="yritys" label={t('company-search')} value={company} />
              </Filters>
              <Rows
                part="company"
                field="companyId"
                rows={(company === '' ? companies.expected : found).map((one) => ({
                  id: one.companyId,
                  label: one.name,
                }))}
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
            <Rows
              part="person"
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
                  <SearchField name="henkilo" label={t('person-search')} value={person} />
                </Filters>
                <Rows
                  part="person"
                  field="clientId"
                  rows={clients.map(({ clientId, name: label }) => ({ id: clientId, label }))}
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
            actions.changeMoney && (
              <Button to={`${at}/costs`} look="secondary">
                {t('change-money')}
              </Button>
            )
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
              {before.map((one) => (
                <li key={one.eventId}>
                  <strong>
                    {plainWords(one.names, language)}, {format.day(one.heldOn)}
                  </strong>
                  {one.changes !== undefined && (
                    <p>
                      {t('changes')}: {one.changes}
                    </p>
                  )}
                  <p>
                    {t('lessons')}: {one.lessons ?? t('lessons-none')}
                  </p>
                </li>
              ))}
            </ol>
          </>
        )}
        {actions.change ? (
          <PolkuForm id="after" result={actionData} label={t('after')}>
            <TextField
              name="visitors"
              label={t('visitors')}
              help={t('visitors-help')}
              keyboard="numeric"
              width="s"
              value={event.visitors === undefined ? undefined : String(event.visitors)}
              optional
            />
            <TextArea
              name="lessons"
              label={t('lessons')}
              help={t('lessons-help')}
              value={event.lessons}
              optional
            />
            <TextArea
              name="changes"
              label={t('changes')}
              help={t('changes-help')}
              value={event.changes}
              optional
            />
            <div className="actions">
              <Button>{t('common:save')}</Button>
            </div>
          </PolkuForm>
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
          id="move-cancel"
          summary={t('cancel')}
          act={t('cancel')}
          intent="cancelled"
          result={actionData}
          about={name}
        >
          <p>{t('cancel-help')}</p>
        </ConfirmForm>
      )}
    </Page>
  );
}

/** Names, each with one press: "came", or taken back. */
function Rows({
  part,
  field,
  rows,
  act,
  result,
  empty,
}: {
  readonly part: 'company' | 'person';
  readonly field: 'companyId' | 'clientId';
  readonly rows: readonly { readonly id: string; readonly label: string }[];
  readonly act: 'add' | 'remove' | undefined;
  readonly result: Route.ComponentProps['actionData'];
  readonly empty: string;
}) {
  const t = useT('events');
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <ul className="plain-list">
      {rows.map(({ id, label }) => (
        <li key={id}>
          {act === undefined ? (
            label
          ) : (
            <PolkuForm id={`${part}-${act}-${id}`} result={result} label={`${label}: ${t(`press.${act}`)}`}>
              <input type="hidden" name={field} value={id} />
              <div className="actions">
                <span>{label}</span>
                <Button name="intent" value={act} look={act === 'add' ? 'secondary' : 'quiet'} about={label}>
                  {t(`press.${act}`)}
                </Button>
              </div>
            </PolkuForm>
          )}
        </li>
      ))}
    </ul>
  );
}
