import { Link } from 'react-router';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  Card,
  DefinitionList,
  Email,
  FirstFew,
  FoldedForm,
  Page,
  Phone,
  Section,
  StateLine,
} from '#web/ui/index.ts';
import type { Route } from './+types/company.ts';

const fixed = ['companyId'] as const;
const contact = defineForm('companies.addContact', {
  id: 'contact',
  fixed,
  fields: {
    name: { label: 'contact-name' },
    position: { label: 'contact-position' },
    phone: { label: 'contact-phone' },
    email: { label: 'contact-email' },
  },
  act: 'add-contact',
});
const development = defineForm('companies.logAction', {
  id: 'development',
  fixed,
  fields: {
    kind: { as: 'select', label: 'action-kind', words: 'kind.', empty: 'choose' },
    doneOn: { label: 'action-day' },
    hours: { label: 'action-hours', width: 's' },
    description: { label: 'action-description', rows: 4 },
    result: { label: 'action-result', rows: 3 },
    confirmed: { label: 'common:personal-confirm', asked: true },
  },
  act: 'log-action',
});
const note = defineForm('companies.addNote', {
  id: 'note',
  fixed,
  fields: {
    text: { label: 'note-text', rows: 3 },
    confirmed: { label: 'common:personal-confirm', asked: true },
  },
  act: 'add-note',
});
const handOver = defineForm('companies.handOverCompany', {
  id: 'hand-over-company',
  fixed,
  fields: { organisationId: { label: 'hand-over-to', empty: 'choose' } },
  act: 'hand-over',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request, 'companies:read');
  const company = orThrow(await services.companies.openCompany({ companyId: params.companyId }));
  const needs = may('needs:read')
    ? orThrow(await services.vacancies.ofCompany({ companyId: params.companyId })).needs
    : [];
  const { actions, units } = company;
  return {
    ...company,
    needs,
    lists: may('companies:list'),
    forms: {
      contact: actions.addContact ? showForm(context, contact) : undefined,
      development: actions.logAction ? showForm(context, development) : undefined,
      note: actions.addNote ? showForm(context, note) : undefined,
      handOver:
        units.length > 0
          ? showForm(context, handOver, {
              choices: {
                organisationId: units.map((unit) => ({ value: unit.organisationId, label: unit.name })),
              },
            })
          : undefined,
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request);
  const { companyId } = params;
  const done = (part: string, say: string) => ({ to: `/companies/${companyId}${part}`, say });
  return submitForms(
    { context, request },
    submission({ form: contact, fixed: { companyId }, done: done('#contacts', 'companies:contact-saved') }),
    submission({
      form: development,
      fixed: { companyId },
      done: done('#actions', 'companies:action-saved'),
    }),
    submission({ form: note, fixed: { companyId }, done: done('#notes', 'companies:note-saved') }),
    submission({ form: handOver, fixed: { companyId }, done: done('', 'companies:handed-over') }),
  );
}

/** One company: record, needs, contact persons, what was done with it, visits, and what is good to know. */
export default function Company({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('companies');
  const v = useT('vacancies');
  const format = useFormat();
  const { company, contacts, visits, developmentActions, notes, needs, helped, actions } = loaderData;
  const { unit, relationOpen, forms } = loaderData;
  const by = (day: string, name: string | null) => t('by', { day: format.day(day), name: name ?? '' });
  return (
    <Page
      title={company.name}
      breadcrumbs={loaderData.lists ? [{ to: '/companies', label: t('title') }] : []}
      actions={
        actions.logAction ? <Button to={`/visit?company=${company.id}`} label={v('note-visit')} /> : undefined
      }
    >
      {!relationOpen && (
        <p>
          <StateLine kind="info">{t('other-unit', { unit: unit?.name ?? '' })}</StateLine>
        </p>
      )}
      {relationOpen && (
        <p>
          <StateLine kind={helped ? 'done' : 'info'}>
            {helped
              ? developmentActions.length === 1
                ? t('helped-one')
                : t('helped', { count: developmentActions.length })
              : t('not-helped')}
          </StateLine>
        </p>
      )}
      <DefinitionList
        items={[
          { term: t('business-id'), value: company.businessId },
          { term: t('municipality'), value: company.municipality },
          { term: t('size'), value: t(`size-class.${company.sizeClass}`) },
          { term: t('industry'), value: company.industryCode },
          { term: t('web'), value: company.web },
          { term: t('unit'), value: unit?.name ?? t('no-unit') },
          company.sites.length > 0 && {
            term: t('sites'),
            value: company.sites.map((site) => `${site.name}, ${site.municipality}`).join('; '),
          },
        ]}
      />
      <Section id="needs" title={t('needs')}>
        {needs.length === 0 && <p>{t('no-needs')}</p>}
        <div className="cards">
          {needs.map((need) => (
            <Card
              key={need.id}
              title={need.title}
              to={`/vacancies/${need.id}`}
              state={
                <StateLine
                  kind={
                    need.attention !== undefined
                      ? 'late'
                      : need.state === 'filled'
                        ? 'done'
                        : need.state === 'lapsed'
                          ? 'stopped'
                          : 'waiting'
                  }
                  clock={v('verified', { day: format.day(need.verifiedOn) })}
                >
                  {v(`state.${need.state}`)}
                </StateLine>
              }
            >
              <p>{[v('places', { count: need.places }), v(need.openness), need.municipality].join(' · ')}</p>
            </Card>
          ))}
        </div>
      </Section>
      {relationOpen && (
        <>
          <Section id="contacts" title={t('contacts')}>
            {contacts.length === 0 ? (
              <p>{t('no-contacts')}</p>
            ) : (
              <ul>
                {contacts.map((contact) => (
                  <li key={contact.id}>
                    {[contact.name, contact.position]
                      .filter((part) => part !== null && part !== '')
                      .join(', ')}
                    {contact.phone && (
                      <>
                        {' '}
                        <Phone number={contact.phone} />
                      </>
                    )}
                    {contact.email && (
                      <>
                        {' '}
                        <Email address={contact.email} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {forms.contact && (
              <FoldedForm
                fold="secondary"
                form={forms.contact}
                result={actionData}
                summary={t('add-contact')}
              />
            )}
          </Section>
          <Section id="actions" title={t('actions')}>
            {developmentActions.length === 0 ? (
              <p>{t('no-actions')}</p>
            ) : (
              <FirstFew rows={developmentActions}>
                {(acts) => (
                  <ul>
                    {acts.map((act) => (
                      <li key={act.id}>
                        <strong>{t(`kind.${act.kind}`)}</strong>,{' '}
                        {t('hours', { hours: format.number(act.hours) })} ({by(act.day, act.by)}):{' '}
                        {act.description}
                        {act.result !== null && ` → ${act.result}`}
                      </li>
                    ))}
                  </ul>
                )}
              </FirstFew>
            )}
            {forms.development && (
              <FoldedForm
                fold="secondary"
                form={forms.development}
                result={actionData}
                summary={t('log-action')}
              />
            )}
          </Section>
        </>
      )}
      {actions.addNote && (
        <Section id="notes" title={t('notes')} lead={t('notes-lead')}>
          {notes.length === 0 ? (
            <p>{t('no-notes')}</p>
          ) : (
            <FirstFew rows={notes}>
              {(shown) => (
                <ul>
                  {shown.map((note) => (
                    <li key={note.id}>
                      {note.text} <small>({by(note.at.slice(0, 10), note.by)})</small>
                    </li>
                  ))}
                </ul>
              )}
            </FirstFew>
          )}
          {forms.note && (
            <FoldedForm fold="secondary" form={forms.note} result={actionData} summary={t('add-note')} />
          )}
        </Section>
      )}
      {visits.length > 0 && (
        <Section id="visits" title={t('visits')}>
          <FirstFew rows={visits}>
            {(shown) => (
              <ul>
                {shown.map((visit) => (
                  <li key={visit.id}>
                    {v(`visit.channel-${visit.channel}`)}: {visit.note}{' '}
                    <small>({by(visit.day, visit.by)})</small>
                  </li>
                ))}
              </ul>
            )}
          </FirstFew>
        </Section>
      )}
      {actions.addNote && (
        <p>
          <Link to="/companies">{t('title')}</Link>
        </p>
      )}
      {forms.handOver && (
        <Section id="hand-over" title={t('hand-over')} lead={t('hand-over-lead')}>
          <FoldedForm fold="secondary" form={forms.handOver} result={actionData} summary={t('hand-over')} />
        </Section>
      )}
    </Page>
  );
}
