import { Link } from 'react-router';
import { isDay } from '#kernel/day-text.ts';
import { textIn } from '#modules/clients/pages/words.ts';
import { useSource } from '#web/i18n/source.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  AddressForm,
  Button,
  DataTable,
  DateField,
  DefinitionList,
  Details,
  FoldedForm,
  LocalisedWords,
  Page,
  PrintButton,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/body.ts';
import { bodyForms, submitBodyForm } from './body-forms.server.ts';
import { EndSeat } from './end-seat.tsx';
import { Lists } from './lists.tsx';
import { NewPromise, Promises } from './promises.tsx';
import { seatWords } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'bodies:read');
  const address = new URL(request.url).searchParams;
  const day = (name: string) => {
    const given = address.get(name);
    return isDay(given) ? given : undefined;
  };
  const asked = { on: day('on'), knownOn: day('known') };
  const opened = orThrow(await services.governance.openBody({ bodyId: params.bodyId, ...asked }));
  return { asked, ...opened, forms: bodyForms(context, opened) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'bodies:read');
  return submitBodyForm({ context, request }, params.bodyId);
}

type Part = Pick<Route.ComponentProps, 'loaderData' | 'actionData'>;

/** One body as it was on a day: its roles, who sat in it, its meetings, and what it has promised. */
export default function Body({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const language = useLanguage();
  const { body, lists, commitments, forms } = loaderData;
  const part = { loaderData, actionData };
  return (
    <Page
      title={<LocalisedWords text={body.names} />}
      browserTitle={textIn(body.names, language)}
      wide
      breadcrumbs={[{ to: '/bodies', label: t('bodies') }]}
      actions={<PrintButton />}
    >
      <Facts {...part} />
      {forms.take && (
        <Section id="taking" title={t('take')} lead={t('take-lead')}>
          <UseCaseForm form={forms.take} result={actionData} label={t('take')} />
        </Section>
      )}
      {forms.nameSecretary && (
        <Section id="naming" title={t('name-secretary')} lead={t('name-secretary-lead')}>
          <UseCaseForm form={forms.nameSecretary} result={actionData} label={t('name-secretary')} />
        </Section>
      )}
      <Mandates {...part} />
      <Members {...part} />
      <Meetings {...part} />
      {forms.keep && <Lists lists={lists} forms={forms.keep} result={actionData} />}
      <Section id="promises" title={t('promises')} lead={t('promises-lead')}>
        <Promises promises={commitments} form={forms.keep?.settle} result={actionData} />
        {forms.keep && <NewPromise form={forms.keep.promise} bodyId={body.bodyId} result={actionData} />}
      </Section>
    </Page>
  );
}

/** The period of a body, a role or a seat in words. */
function usePeriod() {
  const t = useT('governance');
  const format = useFormat();
  return ({ validFrom, validTo }: { validFrom: string; validTo?: string | undefined }) =>
    validTo === undefined
      ? t('since', { day: format.day(validFrom) })
      : `${format.day(validFrom)} – ${format.day(validTo)}`;
}

function Facts({ loaderData: { body, parent, groups } }: Part) {
  const t = useT('governance');
  const period = usePeriod();
  const link = ({ bodyId, names }: Pick<typeof body, 'bodyId' | 'names'>) => (
    <Link to={`/bodies/${bodyId}`}>
      <LocalisedWords text={names} />
    </Link>
  );
  return (
    <DefinitionList
      items={[
        { term: t('kind-name'), value: t(`kind.${body.kind}`) },
        body.municipality !== undefined && { term: t('municipality'), value: body.municipality },
        { term: t('appointed-by'), value: body.appointedBy },
        { term: t('in-force'), value: period(body) },
        {
          term: t('quorum-rule'),
          value: body.quorum === undefined ? t('quorum-half') : t('quorum-own', { count: body.quorum }),
        },
        parent !== undefined && { term: t('parent'), value: link(parent) },
        groups.length !== 0 && {
          term: t('groups'),
          value: groups.map((group, at) => (
            <span key={group.bodyId}>
              {at > 0 && ', '}
              {link(group)}
            </span>
          )),
        },
      ]}
    />
  );
}

function Mandates({ loaderData: { mandates, forms }, actionData }: Part) {
  const t = useT('governance');
  const sourceOf = useSource();
  const period = usePeriod();
  return (
    <Section id="mandates" title={t('roles')} lead={t('roles-lead')}>
      {mandates.length === 0 ? (
        <p>{t('roles-none')}</p>
      ) : (
        <ul>
          {mandates.map((mandate) => (
            <li key={mandate.mandateId}>
              <strong>{t(`mandate.${mandate.role}`)}</strong>: {mandate.task} (
              {[sourceOf(mandate.basis), period(mandate)].filter(Boolean).join('; ')})
              {!mandate.inForce && ` – ${t('not-in-force')}`}
            </li>
          ))}
        </ul>
      )}
      {forms.keep && <FoldedForm summary={t('mandate-add')} form={forms.keep.mandate} result={actionData} />}
    </Section>
  );
}

function Members({ loaderData: { asked, day, members, former, forms }, actionData }: Part) {
  const t = useT('governance');
  const format = useFormat();
  const period = usePeriod();
  const end = asked.on === undefined && asked.knownOn === undefined ? forms.keep?.end : undefined;
  return (
    <Section id="members" title={t('members')} lead={t('members-lead', { day: format.day(day) })}>
      <AddressForm
        id="as-of"
        inline
        label={t('as-of')}
        values={{ on: asked.on ?? '', known: asked.knownOn ?? '' }}
      >
        <DateField name="on" label={t('as-of')} help={t('as-of-help')} optional />
        <DateField name="known" label={t('known-on')} help={t('known-on-help')} optional />
        <Button look="secondary" label={t('show')} />
      </AddressForm>
      <DataTable
        id="seats"
        caption={t('members-on', { day: format.day(day) })}
        rows={members}
        rowKey={(seat) => seat.memberId}
        empty={t('members-none')}
        columns={[
          { key: 'seat', header: t('position'), rowHeader: true, cell: seatWords },
          { key: 'capacity', header: t('seat'), cell: (seat) => t(`capacity.${seat.capacity}`) },
          { key: 'period', header: t('in-force'), cell: period },
          end !== undefined && {
            key: 'end',
            header: t('change'),
            cell: (seat: (typeof members)[number]) =>
              seat.validTo === undefined ? <EndSeat seat={seat} form={end} result={actionData} /> : t('ends'),
          },
        ]}
      />
      {former.length > 0 && (
        <Details summary={t('former', { count: former.length })}>
          <ul>
            {former.map((seat) => (
              <li key={seat.memberId}>
                {seatWords(seat)}: {t(`capacity.${seat.capacity}`)} ({period(seat)})
              </li>
            ))}
          </ul>
        </Details>
      )}
      {forms.keep && <FoldedForm summary={t('member-add')} form={forms.keep.member} result={actionData} />}
    </Section>
  );
}

function Meetings({ loaderData: { body, meetings, minutesOut, forms }, actionData }: Part) {
  const t = useT('governance');
  const format = useFormat();
  return (
    <Section id="meetings" title={t('meetings')}>
      <DataTable
        id="meeting-list"
        caption={t('meetings')}
        captionHidden
        rows={meetings}
        rowKey={(meeting) => meeting.meetingId}
        empty={t('meetings-none')}
        columns={[
          {
            key: 'day',
            header: t('day'),
            rowHeader: true,
            cell: (meeting) => (
              <Link to={`/meetings/${meeting.meetingId}`}>
                {[format.day(meeting.heldOn), meeting.number].filter(Boolean).join(' · ')}
              </Link>
            ),
          },
          { key: 'place', header: t('place'), cell: (meeting) => meeting.place ?? '–' },
          {
            key: 'state',
            header: t('state'),
            cell: (meeting) => (
              <StateLine kind={meeting.state === 'checked' ? 'done' : 'waiting'}>
                {t(`meeting-state.${meeting.state}`)}
              </StateLine>
            ),
          },
        ]}
      />
      {minutesOut > 0 && (
        <p>
          <Link to={`/public/minutes?body=${body.bodyId}`}>{t('minutes-out', { count: minutesOut })}</Link>
        </p>
      )}
      {forms.keep && <FoldedForm summary={t('meeting-plan')} form={forms.keep.meeting} result={actionData} />}
    </Section>
  );
}
