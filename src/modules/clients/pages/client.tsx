import { Link } from 'react-router';
import { meetings } from '#codes/clients';
import { submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  Details,
  FoldedForm,
  NextBox,
  Notice,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/client.ts';
import { Basics } from './client-basics.tsx';
import { clientSubmissions, showClientForms } from './client-forms.server.ts';
import { ClosedCase, Life } from './client-life.tsx';
import { EndProposal, Outcomes, Plan } from './client-outcomes.tsx';
import { useClientCrumbs } from './client-tabs.tsx';
import { PathLanes } from './path-lanes.tsx';
import { dutyWords, textIn } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request);
  const client = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return {
    ...client,
    seesGrants: client.shows.whole && may('protected:ask'),
    forms: showClientForms(context, client),
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  return submitForms(
    { context, request },
    ...clientSubmissions({ clientId: params.clientId }, formatOf(language)),
  );
}

type Client = Route.ComponentProps['loaderData'];
type Result = Route.ComponentProps['actionData'];

/** One person: whose turn it is and by which rule, the path across organisations, and what the viewer may do next. */
export default function ClientPage({ loaderData: client, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const language = useLanguage();
  const here = `/clients/${client.clientId}`;
  const crumbs = useClientCrumbs();
  return (
    <Page
      title={client.name.full}
      breadcrumbs={client.shows.whole ? crumbs : [{ to: '/openings', label: t('openings:title') }]}
      lead={<WhoLine client={client} />}
      aside={<Basics client={client} result={actionData} />}
      below={
        <>
          {client.shows.whole && (
            <Section id="path" title={t('path')}>
              <PathLanes
                path={client.path}
                today={client.today}
                person={t('lane.person', { name: client.name.given })}
                employment={textIn(client.responsible?.organisation, language) || t('lane.employment')}
                to={(step) =>
                  step.kind.startsWith('consent') && client.actions.consents
                    ? `${here}/consents`
                    : step.kind.startsWith('mapping') && client.actions.skills
                      ? `${here}/skills`
                      : undefined
                }
              />
            </Section>
          )}
          {client.shows.notes && <LatestNotes client={client} />}
          <Life client={client} result={actionData} />
        </>
      }
      actions={
        <>
          {client.actions.addTask && <Button look="secondary" to={`${here}/task`} label={t('add-task')} />}
          {client.actions.closeCase && (
            <Button
              look="secondary"
              to={`${here}/end`}
              label={t(client.actions.endSearch ? 'end-search-or-case' : 'end-case')}
            />
          )}
          {client.actions.handOver && (
            <Button look="secondary" to={`${here}/hand-over`} label={t('hand-over')} />
          )}
          <PrintButton />
        </>
      }
    >
      {client.nonDisclosure && (
        <Notice kind="warning" title={t('non-disclosure')}>
          <p>{t('non-disclosure-text')}</p>
          {client.seesGrants && (
            <p>
              <Link to={`${here}/protected`}>{t('see-grants')}</Link>
            </p>
          )}
        </Notice>
      )}
      <EndProposal client={client} result={actionData} />
      {client.closed ? (
        <ClosedCase client={client} result={actionData} />
      ) : (
        client.shows.duties && <Next client={client} result={actionData} />
      )}
      {client.shows.duties ? (
        <>
          <Duties client={client} result={actionData} />
          <Plan client={client} />
        </>
      ) : (
        <p>{t('openings:not-shown')}</p>
      )}
      {client.shows.outcomes && <Outcomes client={client} result={actionData} />}
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
  const substitute = responsible?.substitute;
  const standIn =
    substitute === undefined
      ? undefined
      : t(responsible?.standIn ? 'stand-in-you' : 'stand-in', {
          name: substitute.name,
          day: format.day(substitute.until),
        });
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
      {[
        ...(client.age === undefined ? [] : [t('age', { count: client.age })]),
        place,
        who,
        ...(standIn === undefined ? [] : [standIn]),
      ].join(' · ')}
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
      <NextBox title={t('next')} kind="done">
        <p>
          {t('nothing-open')} {t('nothing-open-next')}
        </p>
        {client.actions.addTask && <Button to={`/clients/${client.clientId}/task`} label={t('add-task')} />}
      </NextBox>
    );
  }
  const words = dutyWords(t, format, next);
  return (
    <NextBox title={t('next')} kind={words.late ? 'late' : 'waiting'}>
      <p>
        <StateLine kind={words.late ? 'late' : 'waiting'} clock={words.clock}>
          <strong>{words.sentence}</strong>
        </StateLine>
      </p>
      <p className="source">{words.why}</p>
      <CompleteDuty client={client} duty={next} about={words.what} result={result} />
    </NextBox>
  );
}

/** A press for today; an earlier day, and whether the person came to a meeting, in a fold. */
function CompleteDuty({
  client: { actions, forms },
  duty: { taskId, kind },
  about,
  look = 'primary',
  result,
}: {
  readonly client: Client;
  readonly duty: Client['duties'][number];
  readonly about: string;
  readonly look?: 'primary' | 'secondary';
  readonly result: Result;
}) {
  const t = useT('clients');
  if (!actions.completeTask) return null;
  const common = { row: taskId, hidden: { taskId }, about, result };
  const held = (meetings as readonly string[]).includes(kind) ? forms.held : forms.doneOn;
  return (
    <>
      <UseCaseForm form={forms.complete} {...common} look={look} inline />
      <FoldedForm form={held} {...common} summary={t(held === forms.held ? 'held-other' : 'done-other')} />
    </>
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
                <CompleteDuty
                  client={client}
                  duty={duty}
                  about={words.what}
                  look="secondary"
                  result={result}
                />
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
                  <StateLine
                    kind={duty.attended === false ? 'stopped' : 'done'}
                    clock={format.day(duty.doneOn)}
                  >
                    {duty.attended === false
                      ? t('did-not-come', { what })
                      : duty.doneBy === undefined
                        ? what
                        : t('done-by', { what, name: duty.doneBy })}
                  </StateLine>
                  {duty.undo && (
                    <UseCaseForm
                      form={client.forms.undo}
                      row={duty.taskId}
                      hidden={{ taskId: duty.taskId }}
                      about={what}
                      look="quiet"
                      result={result}
                      inline
                    />
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

function LatestNotes({ client }: { readonly client: Client }) {
  const t = useT('clients');
  const format = useFormat();
  const to = `/clients/${client.clientId}/notes`;
  return (
    <Section
      id="notes"
      title={t('latest-notes')}
      actions={
        <Button look="secondary" to={to} label={t(client.actions.note ? 'write-note' : 'all-notes')} />
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
