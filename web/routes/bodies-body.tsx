import { Link } from 'react-router';
import { bodyKeepers, capacities, governanceReaders, mandateRoles } from '#codes/governance';
import { isDay } from '#kernel/days.ts';
import { textIn } from '../clients/words.ts';
import { answerForm, promiseActs, receiverIn, said } from '../governance/acts.ts';
import { AccountSelect } from '../governance/choices.tsx';
import { Lists } from '../governance/lists.tsx';
import { PromiseForm, Promises } from '../governance/promises.tsx';
import { seatWords } from '../governance/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, requireViewer } from '../page.ts';
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

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, governanceReaders);
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
  const { services } = requireViewer(context, request, bodyKeepers);
  const { bodyId } = params;
  const sent = await formValues(context, request);
  const { governance } = services;
  const at = (place: string) => (key: string) => () => ({ key, to: `/bodies/${bodyId}#${place}` });
  const [members, roles, distribution] = [at('members'), at('mandates'), at('lists')];
  const change = (one: Parameters<typeof governance.changeList>[0]['change']) =>
    governance.changeList({ bodyId, listId: sent.text('listId'), change: one });
  return answerForm(context, sent, `/bodies/${bodyId}#promises`, {
    ...promiseActs(services, sent, { bodyId }),
    take: async () =>
      said(
        await governance.takeBody({
          bodyId,
          position: sent.text('position'),
          organisation: sent.text('organisation'),
        }),
        members('governance:body-taken'),
      ),
    member: async () =>
      said(
        await governance.appointMember({
          bodyId,
          ...receiverIn(sent),
          capacity: sent.text('capacity') as 'member',
          deputyFor: sent.text('deputyFor') || undefined,
          validFrom: sent.text('validFrom'),
        }),
        members('governance:member-added'),
      ),
    'end-': async () =>
      said(
        await governance.endMembership({
          bodyId,
          memberId: sent.text('memberId'),
          validTo: sent.text('validTo') || undefined,
          mistaken: sent.ticked('mistaken'),
        }),
        members('governance:member-ended'),
      ),
    mandate: async () =>
      said(
        await governance.giveMandate({
          bodyId,
          role: sent.text('role') as 'preparation',
          task: sent.text('task'),
          basis: sent.text('basis'),
          validFrom: sent.text('validFrom'),
        }),
        roles('governance:mandate-given'),
      ),
    meeting: async () =>
      said(
        await governance.planMeeting({
          bodyId,
          heldOn: sent.text('heldOn'),
          beginsAt: sent.text('beginsAt'),
          place: sent.text('place'),
          number: sent.text('number'),
        }),
        ({ meetingId }) => ({ key: 'governance:meeting-planned', to: `/meetings/${meetingId}` }),
      ),
    'new-list': async () =>
      said(
        await governance.keepList({ bodyId, name: sent.text('name') }),
        distribution('governance:list-kept'),
      ),
    'entry-': async () =>
      said(await change({ kind: 'add', ...receiverIn(sent) }), distribution('governance:receiver-added')),
    'off-': async () =>
      said(
        await change({ kind: 'drop', entryId: sent.text('entryId') }),
        distribution('governance:receiver-dropped'),
      ),
    'remove-list-': async () =>
      said(await change({ kind: 'remove' }), distribution('governance:list-removed')),
  });
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

      {actions.take && (
        <Section id="taking" title={t('take')} lead={t('take-lead')}>
          <PolkuForm id="take" result={actionData} label={t('take')} labels={{ position: t('own-position') }}>
            <TextField
              name="position"
              label={t('own-position')}
              help={t('own-position-help')}
              maxLength={200}
            />
            <TextField name="organisation" label={t('own-organisation')} maxLength={200} optional />
            <Button>{t('take')}</Button>
          </PolkuForm>
        </Section>
      )}

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
                choices={mandateRoles.map((value) => ({ value, label: t(`mandate.${value}`) }))}
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
            { key: 'seat', header: t('position'), rowHeader: true, cell: seatWords },
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
                          about={seatWords(one)}
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
                  {seatWords(one)}: {t(`capacity.${one.capacity}`)} ({period(one)})
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
                  .map((one) => ({ value: one.memberId, label: seatWords(one) }))}
              />
              <AccountSelect officials={officials} help={t('account-help')} />
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
        {loaderData.minutesOut > 0 && (
          <p>
            <Link to={`/public/minutes?toimielin=${body.bodyId}`}>
              {t('minutes-out', { count: loaderData.minutesOut })}
            </Link>
          </p>
        )}
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

      {actions.keep && <Lists lists={loaderData.lists} officials={officials} result={actionData} />}

      <Section id="promises" title={t('promises')} lead={t('promises-lead')}>
        <Promises promises={commitments} result={actionData} keep={actions.keep} />
        {actions.keep && <PromiseForm result={actionData} bodyId={body.bodyId} given={commitments.length} />}
      </Section>
    </Page>
  );
}
