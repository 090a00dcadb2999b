import { ClientTabs, useClientCrumbs } from '../clients/client-tabs.tsx';
import { PathLanes } from '../clients/path-lanes.tsx';
import { type Duty, dutyWords, textIn } from '../clients/words.ts';
import { formatOf } from '../i18n/format.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { type FormResult, formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  Notice,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/clients-client.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  return orThrow(await services.clients.openClient({ clientId: params.clientId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const { clientId } = params;
  const here = `/clients/${clientId}`;
  const format = formatOf(language);
  const taskId = sent.text('taskId');
  if (sent.intent === 'undo') {
    const done = await services.clients.undoTask({ clientId, taskId });
    return done.ok
      ? redirectWith(context, here, { kind: 'info', key: 'clients:undone' })
      : refused(sent, done.error);
  }
  if (sent.intent === 'start-search') {
    const done = await services.clients.startSearch({ clientId, startedOn: sent.text('startedOn') });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, here, {
      kind: 'success',
      key: 'clients:search-recorded',
      values: { day: format.day(done.value.dueOn) },
    });
  }
  const done = await services.clients.completeTask({ clientId, taskId });
  if (!done.ok) return refused(sent, done.error);
  const { opened } = done.value;
  return redirectWith(
    context,
    here,
    opened === undefined
      ? { kind: 'success', key: 'clients:completed' }
      : { kind: 'success', key: 'clients:completed-next', values: { day: format.day(opened.dueOn) } },
  );
}

type Client = Route.ComponentProps['loaderData'];
type Result = FormResult | undefined;

/** One person: whose turn it is and by which rule, the path across organisations, and what the viewer may do next. */
export default function ClientPage({ loaderData: client, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const language = useLanguage();
  const here = `/clients/${client.clientId}`;
  return (
    <Page
      title={client.name.full}
      breadcrumbs={useClientCrumbs()}
      wide
      lead={<WhoLine client={client} />}
      actions={
        <>
          {client.actions.addTask && <Button to={`${here}/task`}>{t('add-task')}</Button>}
          {client.actions.handOver && (
            <Button look="secondary" to={`${here}/hand-over`}>
              {t('hand-over')}
            </Button>
          )}
          <PrintButton />
        </>
      }
    >
      <ClientTabs clientId={client.clientId} />
      {client.nonDisclosure && (
        <Notice kind="warning" title={t('non-disclosure')}>
          <p>{t('non-disclosure-text')}</p>
        </Notice>
      )}
      <Next client={client} result={actionData} />
      <Section id="path" title={t('path')}>
        <PathLanes
          path={client.path}
          person={t('lane.person', { name: client.name.given })}
          employment={textIn(client.responsible?.organisation, language) || t('lane.employment')}
          to={(step) =>
            step.kind.startsWith('consent')
              ? `${here}/consents`
              : step.kind.startsWith('mapping')
                ? `${here}/skills`
                : undefined
          }
        />
      </Section>
      <Duties client={client} result={actionData} />
      <PlanAndOutcomes client={client} />
      <LatestNotes client={client} />
      <Basics client={client} result={actionData} />
    </Page>
  );
}

function WhoLine({ client }: { readonly client: Client }) {
  const t = useT('clients');
  const format = useFormat();
  const language = useLanguage();
  const { responsible, home } = client;
  const place =
    home.state === 'protected' ? t('home-protected') : textIn(home.names, language) || t('home-unknown');
  const who =
    responsible === undefined
      ? t('nobody-responsible')
      : t(responsible.own ? 'responsible-you' : 'responsible', {
          name: responsible.name,
          organisation: textIn(responsible.organisation, language),
          day: format.day(responsible.since),
        });
  return (
    <>
      {[...(client.age === undefined ? [] : [t('age', { count: client.age })]), place, who].join(' · ')}
      {client.longTerm && ` · ${t('long-term')}`}
    </>
  );
}

function Next({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const { next } = client;
  if (next === undefined) {
    return (
      <Section id="next" title={t('next')}>
        <EmptyState
          title={t('nothing-open')}
          action={
            client.actions.addTask ? (
              <Button to={`/clients/${client.clientId}/task`}>{t('add-task')}</Button>
            ) : undefined
          }
        >
          <p>{t('nothing-open-next')}</p>
        </EmptyState>
      </Section>
    );
  }
  const words = dutyWords(t, format, next);
  return (
    <Section id="next" title={t('next')}>
      <p>
        <StateLine kind={words.late ? 'late' : 'waiting'} clock={words.clock}>
          <strong>{words.sentence}</strong>
        </StateLine>
      </p>
      <p>{words.why}</p>
      {next.rule !== undefined && <p className="source">{t('rule-source', { source: next.rule.source })}</p>}
      {client.actions.completeTask && <Complete duty={next} at="next" what={words.what} result={result} />}
    </Section>
  );
}

function Complete(props: {
  readonly duty: Duty;
  readonly at: string;
  readonly what: string;
  readonly result: Result;
}) {
  const t = useT('clients');
  return (
    <PolkuForm id={`${props.at}-${props.duty.taskId}`} result={props.result} inline>
      <input type="hidden" name="taskId" value={props.duty.taskId} />
      <Button look="secondary" name="intent" value="complete" about={props.what}>
        {t('complete')}
      </Button>
    </PolkuForm>
  );
}

function Duties({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const later = client.duties.slice(1);
  if (later.length === 0 && client.doneDuties.length === 0) return null;
  return (
    <Section id="duties" title={t('duties')}>
      {later.length > 0 && (
        <ul className="needs">
          {later.map((duty) => {
            const words = dutyWords(t, format, duty);
            return (
              <li key={duty.taskId} className={words.late ? 'need need--late' : 'need'}>
                <div className="need-text">
                  <p>
                    <StateLine kind={words.late ? 'late' : 'waiting'} clock={words.clock}>
                      {words.sentence}
                    </StateLine>
                  </p>
                  <p className="need-why">{words.why}</p>
                </div>
                {client.actions.completeTask && (
                  <Complete duty={duty} at="list" what={words.what} result={result} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {client.doneDuties.length > 0 && (
        <Details
          summary={t('done-duties', { count: client.doneDuties.length })}
          open={client.doneDuties.some((duty) => duty.undo)}
        >
          <ul>
            {client.doneDuties.map((duty) => {
              const { what } = dutyWords(t, format, duty);
              return (
                <li key={duty.taskId}>
                  <StateLine kind="done" clock={format.day(duty.doneOn)}>
                    {duty.doneBy === undefined ? what : t('done-by', { what, name: duty.doneBy })}
                  </StateLine>
                  {duty.undo && (
                    <PolkuForm id={`undo-${duty.taskId}`} result={result} inline>
                      <input type="hidden" name="taskId" value={duty.taskId} />
                      <Button look="quiet" name="intent" value="undo" about={what}>
                        {t('undo')}
                      </Button>
                    </PolkuForm>
                  )}
                </li>
              );
            })}
          </ul>
        </Details>
      )}
    </Section>
  );
}

function PlanAndOutcomes({ client }: { readonly client: Client }) {
  const t = useT('clients');
  const format = useFormat();
  const { plan, outcomes, actions } = client;
  const here = `/clients/${client.clientId}`;
  return (
    <>
      <Section
        id="plan"
        title={t('plan-title')}
        actions={
          actions.agreePlan && (
            <Button look="secondary" to={`${here}/plan`}>
              {t(plan === undefined ? 'agree-plan' : 'renew-plan')}
            </Button>
          )
        }
      >
        {plan === undefined ? (
          <p>{t('plan-none')}</p>
        ) : (
          <>
            <p>{plan.goal}</p>
            <p className="source">
              {t('plan-agreed', { plan: t(`plan.${plan.kind}`), day: format.day(plan.agreedOn) })}
            </p>
          </>
        )}
      </Section>
      <Section
        id="outcomes"
        title={t('outcomes')}
        actions={
          actions.recordOutcome && (
            <Button look="secondary" to={`${here}/outcome`}>
              {t('record-outcome')}
            </Button>
          )
        }
      >
        {outcomes.length === 0 ? (
          <p>{t('outcomes-none')}</p>
        ) : (
          <ul>
            {outcomes.map((outcome) => (
              <li key={outcome.outcomeId}>
                <StateLine kind="done" clock={format.day(outcome.happenedOn)}>
                  {t(`outcome.${outcome.kind}`)}
                  {outcome.companyName !== undefined && `, ${outcome.companyName}`}
                </StateLine>{' '}
                <small>
                  {t('told-by', { source: t(`source.${outcome.source}`) })}
                  {outcome.note !== undefined && ` ${outcome.note}`}
                </small>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

function LatestNotes({ client }: { readonly client: Client }) {
  const t = useT('clients');
  const format = useFormat();
  const to = `/clients/${client.clientId}/notes`;
  return (
    <Section
      id="notes"
      title={t('latest-notes')}
      actions={
        <Button look="secondary" to={to}>
          {t(client.actions.note ? 'write-note' : 'all-notes')}
        </Button>
      }
    >
      {client.notes.length === 0 ? (
        <p>{t('notes-none')}</p>
      ) : (
        <ul>
          {client.notes.map((note) => (
            <li key={note.noteId}>
              <p>{note.text}</p>
              <p className="source">
                {t('note-by', { name: note.authorName, when: format.instant(note.writtenAt) })}
                {note.sensitivity === 'sensitive' && ` · ${t('sensitive-short')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Basics({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const language = useLanguage();
  const languageNames = new Intl.DisplayNames([language], { type: 'language' });
  const { contact, actions } = client;
  const hidden = contact.state === 'protected' ? t('contact-protected') : undefined;
  const shown = contact.state === 'shown' ? contact : undefined;
  const address = [shown?.streetAddress, shown?.postcode].filter(Boolean).join(', ');
  const searching = client.searchStartedOn !== undefined && client.searchEndedOn === undefined;
  return (
    <Section id="basics" title={t('basics')}>
      <DefinitionList
        items={[
          { term: t('phone'), value: hidden ?? shown?.phone },
          { term: t('email'), value: hidden ?? shown?.email },
          { term: t('address'), value: hidden ?? address },
          { term: t('contact-language'), value: languageNames.of(client.contactLanguage) },
          { term: t('native-language'), value: languageNames.of(client.nativeLanguage) },
          {
            term: t('interpreter'),
            value: t(client.interpreterNeeded ? 'interpreter-yes' : 'interpreter-no'),
          },
          {
            term: t('column.search'),
            value: searching ? format.day(client.searchStartedOn) : t('not-searching'),
          },
          { term: t('client-since'), value: format.day(client.caseOpenedOn) },
        ]}
      />
      {!searching && actions.startSearch && (
        <PolkuForm id="start-search" result={result} label={t('start-search')}>
          <DateField
            name="startedOn"
            label={t('search-started-on')}
            help={t('search-started-help')}
            value={client.today}
            latest={client.today}
          />
          <Button look="secondary" name="intent" value="start-search">
            {t('start-search')}
          </Button>
        </PolkuForm>
      )}
    </Section>
  );
}
