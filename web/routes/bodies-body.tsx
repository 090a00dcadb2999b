import { Link } from 'react-router';
import { isDay } from '#kernel/days.ts';
import { textIn } from '../clients/words.ts';
import { promiseAct } from '../governance/acts.ts';
import { PromiseForm, Promises } from '../governance/promises.tsx';
import { officials } from '../governance/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  Checkbox,
  ConfirmForm,
  DataTable,
  DateField,
  DefinitionList,
  Details,
  LocalisedWords,
  Page,
  PolkuForm,
  PrintButton,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/bodies-body.ts';

const capacities = ['chair', 'vice-chair', 'member', 'deputy', 'expert', 'secretary'] as const;
const mandates = [
  'employment-authority',
  'programme-board',
  'joint-service-board',
  'project-steering',
  'municipal-executive',
  'preparation',
] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, officials);
  const asked = new URL(request.url).searchParams;
  const day = (name: string) => {
    const given = asked.get(name);
    return isDay(given) ? given : undefined;
  };
  return {
    asked: { on: day('paiva'), knownOn: day('tiedettiin') },
    ...orThrow(
      await services.governance.openBody({
        bodyId: params.bodyId,
        on: day('paiva'),
        knownOn: day('tiedettiin'),
      }),
    ),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['board', 'project']);
  const { bodyId } = params;
  const sent = await formValues(context, request);
  const back = (key: string, place: string) =>
    redirectWith(context, `/bodies/${bodyId}#${place}`, { kind: 'success', key });
  const promise = await promiseAct(services, sent, { bodyId });
  if (promise) return 'again' in promise ? promise.again : back(promise.key, 'promises');
  if (sent.form === 'member') {
    const accountId = sent.text('accountId') || undefined;
    const done = await services.governance.appointMember({
      bodyId,
      capacity: sent.text('capacity') as 'member',
      position: sent.text('position'),
      organisation: sent.text('organisation'),
      accountId,
      deputyFor: sent.text('deputyFor') || undefined,
      validFrom: sent.text('validFrom'),
    });
    return done.ok ? back('governance:member-added', 'members') : refused(sent, done.error);
  }
  if (sent.form?.startsWith('end-') === true) {
    const done = await services.governance.endMembership({
      bodyId,
      memberId: sent.text('memberId'),
      validTo: sent.text('validTo') || undefined,
      mistaken: sent.ticked('mistaken'),
    });
    return done.ok ? back('governance:member-ended', 'members') : refused(sent, done.error);
  }
  if (sent.form === 'mandate') {
    const done = await services.governance.giveMandate({
      bodyId,
      role: sent.text('role') as 'preparation',
      task: sent.text('task'),
      basis: sent.text('basis'),
      validFrom: sent.text('validFrom'),
    });
    return done.ok ? back('governance:mandate-given', 'mandates') : refused(sent, done.error);
  }
  if (sent.form === 'meeting') {
    const done = await services.governance.planMeeting({
      bodyId,
      heldOn: sent.text('heldOn'),
      beginsAt: sent.text('beginsAt'),
      place: sent.text('place'),
      number: sent.text('number'),
    });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, `/meetings/${done.value.meetingId}`, {
      kind: 'success',
      key: 'governance:meeting-planned',
    });
  }
  throw problem(422, { code: 'invalid-input' });
}

/** One body as it was on a day: its roles, who sat in it, its meetings, and what it has promised. */
export default function Body({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const language = useLanguage();
  const { body, asked, day, parent, groups, members, former, meetings, commitments, officials, actions } =
    loaderData;
  const failed = actionData?.form;
  const period = (one: { validFrom: string; validTo?: string | undefined }) =>
    one.validTo === undefined
      ? t('since', { day: format.day(one.validFrom) })
      : `${format.day(one.validFrom)} – ${format.day(one.validTo)}`;
  const seat = (one: (typeof members)[number]) => [one.position, one.organisation].filter(Boolean).join(', ');
  return (
    <Page
      title={<LocalisedWords text={body.names} />}
      browserTitle={textIn(body.names, language)}
      wide
      breadcrumbs={[{ to: '/bodies', label: t('bodies') }]}
      actions={<PrintButton />}
    >
      <DefinitionList
        items={[
          { term: t('kind-name'), value: t(`kind.${body.kind}`) },
          ...(body.municipality === undefined ? [] : [{ term: t('municipality'), value: body.municipality }]),
          { term: t('appointed-by'), value: body.appointedBy },
          { term: t('in-force'), value: period(body) },
          {
            term: t('quorum-rule'),
            value: body.quorum === undefined ? t('quorum-half') : t('quorum-own', { count: body.quorum }),
          },
          ...(parent === undefined
            ? []
            : [
                {
                  term: t('parent'),
                  value: (
                    <Link to={`/bodies/${parent.bodyId}`}>
                      <LocalisedWords text={parent.names} />
                    </Link>
                  ),
                },
              ]),
          ...(groups.length === 0
            ? []
            : [
                {
                  term: t('groups'),
                  value: groups.map((one, at) => (
                    <span key={one.bodyId}>
                      {at > 0 && ', '}
                      <Link to={`/bodies/${one.bodyId}`}>
                        <LocalisedWords text={one.names} />
                      </Link>
                    </span>
                  )),
                },
              ]),
        ]}
      />

      <Section id="mandates" title={t('roles')} lead={t('roles-lead')}>
        {loaderData.mandates.length === 0 ? (
          <p>{t('roles-none')}</p>
        ) : (
          <ul>
            {loaderData.mandates.map((one) => (
              <li key={one.mandateId}>
                <strong>{t(`mandate.${one.role}`)}</strong>: {one.task} ({one.basis}; {period(one)})
                {!one.inForce && ` – ${t('not-in-force')}`}
              </li>
            ))}
          </ul>
        )}
        {actions.keep && (
          <Details summary={t('mandate-add')} open={failed === 'mandate'}>
            <PolkuForm
              key={loaderData.mandates.length}
              id="mandate"
              result={actionData}
              label={t('mandate-add')}
              labels={{ role: t('role'), task: t('task'), basis: t('basis'), validFrom: t('from') }}
            >
              <Select
                name="role"
                label={t('role')}
                choices={mandates.map((value) => ({ value, label: t(`mandate.${value}`) }))}
              />
              <TextArea name="task" label={t('task')} rows={2} maxLength={1000} />
              <TextField name="basis" label={t('basis')} help={t('basis-help')} width="l" maxLength={500} />
              <DateField name="validFrom" label={t('from')} />
              <Button>{t('mandate-add')}</Button>
            </PolkuForm>
          </Details>
        )}
      </Section>

      <Section id="members" title={t('members')} lead={t('members-lead', { day: format.day(day) })}>
        <PolkuForm
          id="as-of"
          method="get"
          inline
          label={t('as-of')}
          values={{ paiva: asked.on ?? '', tiedettiin: asked.knownOn ?? '' }}
        >
          <DateField name="paiva" label={t('as-of')} help={t('as-of-help')} optional />
          <DateField name="tiedettiin" label={t('known-on')} help={t('known-on-help')} optional />
          <Button look="secondary">{t('show')}</Button>
        </PolkuForm>
        <DataTable
          id="seats"
          caption={t('members-on', { day: format.day(day) })}
          rows={members}
          rowKey={(one) => one.memberId}
          empty={t('members-none')}
          columns={[
            { key: 'seat', header: t('position'), rowHeader: true, cell: seat },
            { key: 'capacity', header: t('seat'), cell: (one) => t(`capacity.${one.capacity}`) },
            { key: 'period', header: t('in-force'), cell: period },
            ...(actions.keep && asked.on === undefined && asked.knownOn === undefined
              ? [
                  {
                    key: 'end',
                    header: t('change'),
                    cell: (one: (typeof members)[number]) =>
                      one.validTo === undefined ? (
                        <ConfirmForm
                          id={`end-${one.memberId}`}
                          summary={t('member-end')}
                          act={t('member-end')}
                          result={actionData}
                          about={seat(one)}
                        >
                          <input type="hidden" name="memberId" value={one.memberId} />
                          <DateField name="validTo" label={t('last-day')} />
                          <Checkbox name="mistaken" label={t('mistaken')} help={t('mistaken-help')} />
                        </ConfirmForm>
                      ) : (
                        t('ends')
                      ),
                  },
                ]
              : []),
          ]}
        />
        {former.length > 0 && (
          <Details summary={t('former', { count: former.length })}>
            <ul>
              {former.map((one) => (
                <li key={one.memberId}>
                  {seat(one)}: {t(`capacity.${one.capacity}`)} ({period(one)})
                </li>
              ))}
            </ul>
          </Details>
        )}
        {actions.keep && (
          <Details summary={t('member-add')} open={failed === 'member'}>
            <PolkuForm
              key={members.length + former.length}
              id="member"
              result={actionData}
              label={t('member-add')}
              values={{ capacity: 'member' }}
              labels={{
                position: t('position'),
                capacity: t('seat'),
                validFrom: t('from'),
                accountId: t('account'),
                deputyFor: t('deputy-for'),
              }}
            >
              <TextField name="position" label={t('position')} help={t('position-help')} maxLength={200} />
              <TextField name="organisation" label={t('organisation')} maxLength={200} optional />
              <Select
                name="capacity"
                label={t('seat')}
                choices={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
              />
              <Select
                name="deputyFor"
                label={t('deputy-for')}
                optional
                empty={t('deputy-free')}
                choices={members
                  .filter((one) => ['chair', 'vice-chair', 'member'].includes(one.capacity))
                  .map((one) => ({ value: one.memberId, label: seat(one) }))}
              />
              <Select
                name="accountId"
                label={t('account')}
                help={t('account-help')}
                optional
                empty={t('account-none')}
                choices={officials.map((one) => ({
                  value: one.accountId,
                  label: [one.name, textIn(one.position, language)].filter(Boolean).join(', '),
                }))}
              />
              <DateField name="validFrom" label={t('from')} />
              <Button>{t('member-add')}</Button>
            </PolkuForm>
          </Details>
        )}
      </Section>

      <Section id="meetings" title={t('meetings')}>
        <DataTable
          id="meeting-list"
          caption={t('meetings')}
          captionHidden
          rows={meetings}
          rowKey={(one) => one.meetingId}
          empty={t('meetings-none')}
          columns={[
            {
              key: 'day',
              header: t('day'),
              rowHeader: true,
              cell: (one) => (
                <Link to={`/meetings/${one.meetingId}`}>
                  {[format.day(one.heldOn), one.number].filter(Boolean).join(' · ')}
                </Link>
              ),
            },
            { key: 'place', header: t('place'), cell: (one) => one.place ?? '–' },
            {
              key: 'state',
              header: t('state'),
              cell: (one) => (
                <StateLine kind={one.state === 'checked' ? 'done' : 'waiting'}>
                  {t(`meeting-state.${one.state}`)}
                </StateLine>
              ),
            },
          ]}
        />
        {actions.keep && (
          <Details summary={t('meeting-plan')} open={failed === 'meeting'}>
            <PolkuForm
              id="meeting"
              result={actionData}
              label={t('meeting-plan')}
              labels={{ heldOn: t('day'), beginsAt: t('begins') }}
            >
              <DateField name="heldOn" label={t('day')} />
              <TextField name="beginsAt" label={t('begins')} help={t('begins-help')} width="s" optional />
              <TextField name="place" label={t('place')} maxLength={200} optional />
              <TextField name="number" label={t('number')} help={t('number-help')} width="s" optional />
              <Button>{t('meeting-plan')}</Button>
            </PolkuForm>
          </Details>
        )}
      </Section>

      <Section id="promises" title={t('promises')} lead={t('promises-lead')}>
        <Promises promises={commitments} result={actionData} keep={actions.keep} />
        {actions.keep && <PromiseForm result={actionData} bodyId={body.bodyId} given={commitments.length} />}
      </Section>
    </Page>
  );
}
