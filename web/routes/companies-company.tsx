import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  Card,
  DateField,
  DefinitionList,
  Details,
  Page,
  PolkuForm,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/companies-company.ts';

const kinds = [
  'recruitment-help',
  'job-description',
  'training-plan',
  'international-recruitment',
  'location',
  'growth',
  'other',
] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const company = orThrow(await services.companies.openCompany({ companyId: params.companyId }));
  const { needs } = orThrow(await services.vacancies.ofCompany({ companyId: params.companyId }));
  return { ...company, needs };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const { companyId } = params;
  const here = `/companies/${companyId}`;
  if (sent.form === 'development') {
    const kind = kinds.find((one) => one === sent.text('kind')) ?? 'other';
    const done = await services.companies.logAction({
      companyId,
      kind,
      doneOn: sent.text('doneOn'),
      hours: sent.text('hours'),
      description: sent.text('description'),
      result: sent.text('result'),
    });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, `${here}#actions`, { kind: 'success', key: 'companies:action-saved' });
  }
  if (sent.form === 'contact') {
    const done = await services.companies.addContact({
      companyId,
      name: sent.text('name'),
      position: sent.text('position'),
      phone: sent.text('phone'),
      email: sent.text('email'),
    });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, `${here}#contacts`, { kind: 'success', key: 'companies:contact-saved' });
  }
  if (sent.form === 'note') {
    const done = await services.companies.addNote({ companyId, text: sent.text('text') });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, `${here}#notes`, { kind: 'success', key: 'companies:note-saved' });
  }
  throw problem(422, { code: 'invalid-input' });
}

/** One company: record, needs, contact persons, what was done with it, visits, and what is good to know. */
export default function Company({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('companies');
  const v = useT('vacancies');
  const format = useFormat();
  const { company, contacts, visits, developmentActions, notes, needs, helped, actions } = loaderData;
  const failed = actionData?.form;
  const by = (day: string, name: string | null) => t('by', { day: format.day(day), name: name ?? '' });
  return (
    <Page
      title={company.name}
      breadcrumbs={actions.addNote ? [{ to: '/companies', label: t('title') }] : []}
      actions={
        actions.logAction ? <Button to={`/visit?company=${company.id}`}>{v('note-visit')}</Button> : undefined
      }
    >
      <p>
        <StateLine kind={helped ? 'done' : 'info'}>
          {helped
            ? developmentActions.length === 1
              ? t('helped-one')
              : t('helped', { count: developmentActions.length })
            : t('not-helped')}
        </StateLine>
      </p>
      <DefinitionList
        items={[
          { term: t('business-id'), value: company.businessId },
          { term: t('municipality'), value: company.municipality },
          { term: t('size'), value: t(`size-class.${company.sizeClass}`) },
          { term: t('industry'), value: company.industryCode },
          { term: t('web'), value: company.web },
          ...(company.sites.length > 0
            ? [
                {
                  term: t('sites'),
                  value: company.sites.map((site) => `${site.name}, ${site.municipality}`).join('; '),
                },
              ]
            : []),
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
      <Section id="contacts" title={t('contacts')}>
        {contacts.length === 0 ? (
          <p>{t('no-contacts')}</p>
        ) : (
          <ul>
            {contacts.map((contact) => (
              <li key={contact.id}>
                {[contact.name, contact.position, contact.phone, contact.email]
                  .filter((part) => part !== null && part !== '')
                  .join(', ')}
              </li>
            ))}
          </ul>
        )}
        {actions.addContact && (
          <Details summary={t('add-contact')} open={failed === 'contact'}>
            <PolkuForm id="contact" result={actionData} label={t('add-contact')}>
              <TextField name="name" label={t('contact-name')} />
              <TextField name="position" label={t('contact-position')} optional />
              <TextField name="phone" label={t('contact-phone')} type="tel" optional />
              <TextField name="email" label={t('contact-email')} type="email" optional />
              <Button>{t('add-contact')}</Button>
            </PolkuForm>
          </Details>
        )}
      </Section>
      <Section id="actions" title={t('actions')}>
        {developmentActions.length === 0 ? (
          <p>{t('no-actions')}</p>
        ) : (
          <ul>
            {developmentActions.map((one) => (
              <li key={one.id}>
                <strong>{t(`kind.${one.kind}`)}</strong>, {t('hours', { hours: format.number(one.hours) })} (
                {by(one.day, one.by)}): {one.description}
                {one.result !== null && ` → ${one.result}`}
              </li>
            ))}
          </ul>
        )}
        {actions.logAction && (
          <Details summary={t('log-action')} open={failed === 'development'}>
            <PolkuForm id="development" result={actionData} label={t('log-action')}>
              <Select
                name="kind"
                label={t('action-kind')}
                choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
              />
              <DateField name="doneOn" label={t('action-day')} />
              <TextField
                name="hours"
                label={t('action-hours')}
                help={t('action-hours-help')}
                width="s"
                keyboard="decimal"
              />
              <TextArea
                name="description"
                label={t('action-description')}
                help={t('action-description-help')}
                rows={4}
                maxLength={2000}
              />
              <TextArea name="result" label={t('action-result')} optional rows={3} maxLength={2000} />
              <Button>{t('log-action')}</Button>
            </PolkuForm>
          </Details>
        )}
      </Section>
      {actions.addNote && (
        <Section id="notes" title={t('notes')} lead={t('notes-lead')}>
          {notes.length === 0 ? (
            <p>{t('no-notes')}</p>
          ) : (
            <ul>
              {notes.map((note) => (
                <li key={note.id}>
                  {note.text} <small>({by(note.at.slice(0, 10), note.by)})</small>
                </li>
              ))}
            </ul>
          )}
          <Details summary={t('add-note')} open={failed === 'note'}>
            <PolkuForm id="note" result={actionData} label={t('add-note')}>
              <TextArea name="text" label={t('note-text')} rows={3} maxLength={2000} />
              <Button>{t('add-note')}</Button>
            </PolkuForm>
          </Details>
        </Section>
      )}
      {visits.length > 0 && (
        <Section id="visits" title={t('visits')}>
          <ul>
            {visits.map((visit) => (
              <li key={visit.id}>
                {v(`visit.channel-${visit.channel}`)}: {visit.note} <small>({by(visit.day, visit.by)})</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {actions.addNote && (
        <p>
          <Link to="/companies">{t('title')}</Link>
        </p>
      )}
    </Page>
  );
}
