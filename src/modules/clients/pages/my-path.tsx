import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  Button,
  Card,
  ConfirmForm,
  DefinitionList,
  Details,
  EmptyState,
  type Need,
  NeedList,
  Page,
  Phone,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/my-path.ts';
import { PathLanes } from './path-lanes.tsx';
import { type DutyWords, dutyWords, textIn } from './words.ts';

const outcome = defineForm('clients.recordOutcome', {
  id: 'outcome',
  fixed: ['clientId'],
  given: { source: 'client' },
  fields: {
    kind: {
      label: 'outcome-kind',
      words: 'my.outcome.',
      choices: ['employed', 'study', 'entrepreneur', 'other'],
    },
    happenedOn: { label: 'outcome-day', help: false },
  },
  act: 'my.tell',
});
const contact = defineForm('clients.changeContact', {
  id: 'contact',
  fixed: ['clientId'],
  fields: {
    phone: { autoComplete: 'tel' },
    email: { autoComplete: 'email', width: 'l' },
    streetAddress: { autoComplete: 'street-address', width: 'l' },
    postcode: { autoComplete: 'postal-code' },
  },
});
const invitation = defineForm('pilots.answerInvitation', {
  id: 'invitation',
  texts: 'clients',
  hidden: ['pilotId', 'answer'],
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'own-page:use');
  const path = orThrow(await services.clients.myPath({}));
  const { invitations } = orThrow(await services.pilots.myInvitations({}));
  return {
    path,
    invitations,
    forms: {
      outcome: showForm(context, outcome),
      contact: showForm(context, contact, { values: path.contact }),
      invitation: showForm(context, invitation),
    },
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const { services, viewer } = requireViewer(context, request, 'own-page:use');
  const fixed = { clientId: viewer.clientId };
  return submitForms(
    { context, request },
    submission({ form: outcome, fixed, done: { say: 'clients:my.told' } }),
    submission({
      form: contact,
      fixed,
      current: async () => orThrow(await services.clients.myPath({})).contact,
      done: { say: 'clients:my.contact-saved' },
    }),
    submission({
      form: invitation,
      done: (_output, { answer }) => ({ say: `clients:my.answered-${answer}` }),
    }),
  );
}

type Data = Route.ComponentProps['loaderData'];
type Result = Route.ComponentProps['actionData'];

/** The person's own page: what needs me now, whose turn it is otherwise, who is my adviser, how I got here. */
export default function MyPath({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { path } = loaderData;
  return (
    <Page
      title={t('my.title', { name: path.name.given })}
      browserTitle={t('my.browser-title')}
      lead={t('my.lead')}
      wide
    >
      <NeedsNow data={loaderData} result={actionData} />
      <Waits data={loaderData} />
      <Section id="path" title={t('my.path')} lead={t('my.path-lead')}>
        <PathLanes
          path={path.path}
          today={path.today}
          person={t('lane.you')}
          employment={t('lane.employment')}
          to={(step) =>
            step.kind.startsWith('consent')
              ? '/my/consents'
              : step.kind.startsWith('mapping')
                ? '/my/skills'
                : undefined
          }
        />
      </Section>
      <Adviser data={loaderData} />
      <Memberships data={loaderData} result={actionData} />
      <Own data={loaderData} result={actionData} />
    </Page>
  );
}

function NeedsNow({ data, result }: { readonly data: Data; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  const open = data.invitations.filter((row) => row.actions.join);
  const needs = data.path.needs.flatMap((need): Need[] => {
    if (need.kind === 'invitation') return [];
    const words: DutyWords | undefined =
      need.duty === undefined ? undefined : dutyWords(t, format, need.duty);
    const common = { key: need.subjectId, late: need.late };
    if (need.kind === 'meeting' && words !== undefined) {
      const adviser = data.path.adviser?.name ?? t('my.your-adviser');
      return [
        {
          ...common,
          to: '#adviser',
          title: words.what,
          what: words.sentence,
          why: `${words.why}. ${t('my.meeting-effect', { adviser })}`,
          clock: words.clock,
          act: t('my.meeting-act'),
        },
      ];
    }
    if (need.kind === 'mapping') {
      return [
        {
          ...common,
          to: '/my/skills',
          title: t('my.mapping'),
          what: t('my.mapping-what'),
          why: t('my.mapping-why'),
          clock: words?.clock,
          act: t('my.mapping-act'),
        },
      ];
    }
    const company = need.step?.companyName ?? t('an-employer');
    return [
      {
        ...common,
        to: '/my/consents',
        title: company,
        what: t('my.asked', { company }),
        why: t('my.asked-why'),
        clock: need.since === undefined ? undefined : t('since', { day: format.day(need.since) }),
        act: t('my.asked-act'),
      },
    ];
  });
  return (
    <Section id="needs" title={t('my.needs')}>
      {open.map((invitation) => (
        <Invitation
          key={invitation.pilotId}
          invitation={invitation}
          form={data.forms.invitation}
          result={result}
        />
      ))}
      {needs.length > 0 && <NeedList id="my-needs" needs={needs} empty="" />}
      {needs.length === 0 && open.length === 0 && (
        <EmptyState title={t('my.nothing')}>
          <p>{t('my.nothing-next')}</p>
        </EmptyState>
      )}
    </Section>
  );
}

type InvitationData = Data['invitations'][number];

function Invitation({
  invitation,
  form,
  result,
}: {
  readonly invitation: InvitationData;
  readonly form: Data['forms']['invitation'];
  readonly result: Result;
}) {
  const t = useT('clients');
  const format = useFormat();
  const language = useLanguage();
  const name = textIn(invitation.names, language);
  return (
    <Card
      title={t('my.invited', { pilot: name })}
      state={
        <StateLine kind="waiting" clock={t('since', { day: format.day(invitation.invitedOn) })}>
          {t('my.invited-waits')}
        </StateLine>
      }
    >
      <p>{t('my.invited-what')}</p>
      <p>{t('my.invited-free')}</p>
      <UseCaseForm
        form={form}
        row={invitation.pilotId}
        hidden={{ pilotId: invitation.pilotId }}
        result={result}
        label={name}
      >
        <div className="actions">
          <Button name="answer" value="join" label={t('my.join')} />
          <Button look="secondary" name="answer" value="decline" label={t('my.decline')} />
        </div>
      </UseCaseForm>
    </Card>
  );
}

function Waits({ data }: { readonly data: Data }) {
  const t = useT('clients');
  const format = useFormat();
  const { waits } = data.path;
  if (waits.length === 0) return null;
  return (
    <Section
      id="waits"
      title={t('my.waits')}
      actions={<Button look="secondary" to="/my/introductions" label={t('my.introductions')} />}
    >
      <ul>
        {waits.map((wait) => (
          <li key={`${wait.kind} ${wait.subjectId}`}>
            <StateLine kind="waiting" clock={t('since', { day: format.day(wait.since) })}>
              {t(`my.wait-${wait.kind}`, { company: wait.step.companyName ?? t('an-employer') })}
            </StateLine>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Adviser({ data }: { readonly data: Data }) {
  const t = useT('clients');
  const format = useFormat();
  const language = useLanguage();
  const { adviser, plan } = data.path;
  return (
    <Section id="adviser" title={t('my.adviser')}>
      {adviser === undefined ? (
        <p>{t('nobody-responsible')}</p>
      ) : (
        <p>
          {t('my.adviser-is', {
            name: adviser.name,
            organisation: textIn(adviser.organisation, language),
            day: format.day(adviser.since),
          })}
          {adviser.substitute !== undefined &&
            ` ${t('my.substitute', { name: adviser.substitute.name, day: format.day(adviser.substitute.until) })}`}
        </p>
      )}
      <h3>{t('plan-title')}</h3>
      {plan === undefined ? (
        <p>{t('my.plan-none')}</p>
      ) : (
        <>
          <p>{plan.goal}</p>
          <p className="source">
            {t('plan-agreed', { plan: t(`plan.${plan.kind}`), day: format.day(plan.agreedOn) })}
          </p>
        </>
      )}
    </Section>
  );
}

function Memberships({ data, result }: { readonly data: Data; readonly result: Result }) {
  const t = useT('clients');
  const language = useLanguage();
  const mine = data.invitations.filter((invitation) => invitation.actions.leave);
  if (mine.length === 0) return null;
  return (
    <Section id="pilots" title={t('my.pilots')}>
      {mine.map((row) => {
        const name = textIn(row.names, language);
        return (
          <Card key={row.pilotId} title={name} state={<StateLine kind="done">{t('my.in-pilot')}</StateLine>}>
            <ConfirmForm
              form={data.forms.invitation}
              row={`leave-${row.pilotId}`}
              hidden={{ pilotId: row.pilotId, answer: 'leave' }}
              summary={t('my.leave')}
              act={t('my.leave')}
              about={name}
              result={result}
            >
              <p>{t('my.leave-effect')}</p>
            </ConfirmForm>
          </Card>
        );
      })}
    </Section>
  );
}

function Own({ data, result }: { readonly data: Data; readonly result: Result }) {
  const t = useT('clients');
  const language = useLanguage();
  const { contact, home } = data.path;
  const failed = (form: string) => result?.form === form;
  return (
    <Section id="own" title={t('my.own')}>
      <Details key={data.path.outcomes.length} summary={t('my.tell-outcome')} open={failed('outcome')}>
        <p>{t('my.tell-outcome-lead')}</p>
        <UseCaseForm form={data.forms.outcome} result={result} />
      </Details>
      <Details act="secondary" summary={t('my.change-contact')} open={failed('contact')}>
        <UseCaseForm form={data.forms.contact} result={result} />
      </Details>
      <DefinitionList
        items={[
          { term: t('phone'), value: contact.phone && <Phone number={contact.phone} /> },
          { term: t('email'), value: contact.email },
          { term: t('address'), value: [contact.streetAddress, contact.postcode].filter(Boolean).join(', ') },
          { term: t('home'), value: textIn(home, language) },
        ]}
      />
    </Section>
  );
}
