import { PathLanes } from '../clients/path-lanes.tsx';
import { type DutyWords, dutyWords, textIn } from '../clients/words.ts';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { type FormResult, formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  Card,
  ConfirmForm,
  DateField,
  DefinitionList,
  Details,
  EmptyState,
  type Need,
  NeedList,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  StateLine,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/my-path.ts';

const outcomes = ['employed', 'study', 'entrepreneur', 'other'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['client']);
  const path = orThrow(await services.clients.myPath({}));
  const { invitations } = orThrow(await services.pilots.myInvitations({}));
  return { path, invitations };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, viewer } = requireViewer(context, request, ['client']);
  const sent = await formValues(context, request);
  const clientId = viewer.clientId ?? '';
  if (sent.intent === 'outcome') {
    const kind = sent.text('kind') as (typeof outcomes)[number];
    const done = await services.clients.recordOutcome({
      clientId,
      kind,
      happenedOn: sent.text('happenedOn'),
      source: 'client',
    });
    return done.ok
      ? redirectWith(context, '/my', { kind: 'success', key: 'clients:my.told' })
      : refused(sent, done.error);
  }
  if (sent.intent === 'contact') {
    const { text } = sent;
    const contact = {
      phone: text('phone'),
      email: text('email'),
      streetAddress: text('streetAddress'),
      postcode: text('postcode'),
    };
    const done = await services.clients.changeContact({ clientId, ...contact });
    return done.ok
      ? redirectWith(context, '/my', { kind: 'success', key: 'clients:my.contact-saved' })
      : refused(sent, done.error);
  }
  const answer = (['join', 'decline', 'leave'] as const).find((each) => each === sent.intent) ?? 'decline';
  const done = await services.pilots.answerInvitation({ pilotId: sent.text('pilotId'), answer });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/my', { kind: 'success', key: `clients:my.answered-${answer}` });
}

type Data = Route.ComponentProps['loaderData'];
type Result = FormResult | undefined;

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
  const open = data.invitations.filter((one) => one.actions.join);
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
        <Invitation key={invitation.pilotId} invitation={invitation} result={result} />
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
  result,
}: {
  readonly invitation: InvitationData;
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
      <PolkuForm id={`invitation-${invitation.pilotId}`} result={result} label={name}>
        <input type="hidden" name="pilotId" value={invitation.pilotId} />
        <div className="actions">
          <Button name="intent" value="join">
            {t('my.join')}
          </Button>
          <Button look="secondary" name="intent" value="decline">
            {t('my.decline')}
          </Button>
        </div>
      </PolkuForm>
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
      actions={
        <Button look="secondary" to="/my/introductions">
          {t('my.introductions')}
        </Button>
      }
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
  const mine = data.invitations.filter((one) => one.actions.leave);
  if (mine.length === 0) return null;
  return (
    <Section id="pilots" title={t('my.pilots')}>
      {mine.map((one) => {
        const name = textIn(one.names, language);
        return (
          <Card key={one.pilotId} title={name} state={<StateLine kind="done">{t('my.in-pilot')}</StateLine>}>
            <ConfirmForm
              id={`leave-${one.pilotId}`}
              summary={t('my.leave')}
              act={t('my.leave')}
              intent="leave"
              about={name}
              result={result}
            >
              <p>{t('my.leave-effect')}</p>
              <input type="hidden" name="pilotId" value={one.pilotId} />
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
  const { contact, home, today } = data.path;
  const failed = (form: string) => result?.form === form;
  const values = {
    phone: contact.phone ?? '',
    email: contact.email ?? '',
    streetAddress: contact.streetAddress ?? '',
    postcode: contact.postcode ?? '',
  };
  const labels = {
    phone: t('phone'),
    email: t('email'),
    streetAddress: t('street-address'),
    postcode: t('postcode'),
  };
  return (
    <Section id="own" title={t('my.own')}>
      <Details key={data.path.outcomes.length} summary={t('my.tell-outcome')} open={failed('outcome')}>
        <PolkuForm
          id="outcome"
          result={result}
          labels={{ kind: t('outcome-kind'), happenedOn: t('outcome-day') }}
        >
          <p>{t('my.tell-outcome-lead')}</p>
          <RadioGroup
            name="kind"
            label={t('outcome-kind')}
            choices={outcomes.map((kind) => ({ value: kind, label: t(`my.outcome.${kind}`) }))}
          />
          <DateField name="happenedOn" label={t('outcome-day')} latest={today} />
          <Button name="intent" value="outcome">
            {t('my.tell')}
          </Button>
        </PolkuForm>
      </Details>
      <Details summary={t('my.change-contact')} open={failed('contact')}>
        <PolkuForm id="contact" result={result} values={values} labels={labels}>
          <TextField
            name="phone"
            label={labels.phone}
            type="tel"
            keyboard="tel"
            autoComplete="tel"
            optional
          />
          <TextField
            name="email"
            label={labels.email}
            type="email"
            keyboard="email"
            autoComplete="email"
            optional
            width="l"
          />
          <TextField
            name="streetAddress"
            label={labels.streetAddress}
            autoComplete="street-address"
            optional
            width="l"
          />
          <TextField
            name="postcode"
            label={labels.postcode}
            keyboard="numeric"
            autoComplete="postal-code"
            optional
            width="s"
          />
          <Button name="intent" value="contact">
            {t('common:save')}
          </Button>
        </PolkuForm>
      </Details>
      <DefinitionList
        items={[
          { term: t('phone'), value: contact.phone },
          { term: t('email'), value: contact.email },
          { term: t('address'), value: [contact.streetAddress, contact.postcode].filter(Boolean).join(', ') },
          { term: t('home'), value: textIn(home, language) },
        ]}
      />
    </Section>
  );
}
