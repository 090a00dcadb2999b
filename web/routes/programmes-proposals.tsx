import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { ProgrammeTabs } from '../programmes/tabs.tsx';
import { networkRoles, programmeCrumbs } from '../programmes/words.ts';
import {
  Button,
  Card,
  ConfirmForm,
  Details,
  EmptyState,
  Page,
  PolkuForm,
  PrintButton,
  RadioGroup,
  Section,
  Select,
  StateLine,
  TextArea,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/programmes-proposals.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  return orThrow(await services.programmes.proposalBox({ programmeId: params.programmeId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const sent = await formValues(context, request);
  const { programmeId } = params;
  const proposalId = sent.text('proposalId');
  const back = `/programmes/${programmeId}/proposals`;
  switch (sent.intent) {
    case 'withdraw': {
      const done = await services.programmes.withdrawProposal({ programmeId, proposalId });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, back, { kind: 'success', key: 'programmes:proposal.withdrawn' });
    }
    case 'decide': {
      const done = await services.programmes.decideProposal({
        programmeId,
        proposalId,
        decision: sent.text('decision') as 'accept' | 'decline',
        reason: sent.text('reason'),
        body: sent.text('body') || undefined,
        goalId: sent.text('goalId') || undefined,
      });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, back, {
        kind: 'success',
        key: done.value.measureId ? 'programmes:proposal.accepted-done' : 'programmes:proposal.declined-done',
      });
    }
    default: {
      const done = await services.programmes.propose({
        programmeId,
        title: sent.text('title'),
        text: sent.text('text'),
        goalId: sent.text('goalId') || undefined,
      });
      if (!done.ok) return refused(sent, done.error);
      return redirectWith(context, back, { kind: 'success', key: 'programmes:proposal.sent' });
    }
  }
}

const look = { waiting: 'waiting', accepted: 'done', declined: 'stopped', withdrawn: 'info' } as const;

/** The proposal box: propose a measure, and see what was decided of each proposal and why. */
export default function Proposals({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { programmeId, name, language, goals, proposals, actions, board } = loaderData;
  const goalChoices = goals.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Page
      title={t('tabs.proposals')}
      lead={t('proposal.lead')}
      breadcrumbs={programmeCrumbs(t, { programmeId, name })}
      actions={<PrintButton />}
    >
      <ProgrammeTabs
        programmeId={programmeId}
        keeper={actions.keep}
        waiting={proposals.filter(({ state }) => state === 'waiting').length}
      />
      <Section id="box" title={t('proposal.box')}>
        {proposals.length === 0 && <EmptyState title={t('proposal.none')} />}
        <div className="cards">
          {proposals.map((one) => (
            <Card
              key={one.proposalId}
              title={<span lang={language}>{one.title}</span>}
              state={
                <p>
                  <StateLine
                    kind={look[one.state]}
                    clock={one.decidedOn === undefined ? undefined : format.day(one.decidedOn)}
                  >
                    {t(`proposal.state.${one.state}`)}
                  </StateLine>
                </p>
              }
            >
              <p lang={language}>{one.text}</p>
              <p className="source">
                {t('proposal.by', {
                  by: one.by,
                  organisation: one.organisation,
                  day: format.day(one.proposedOn),
                })}
                {one.goal !== undefined && (
                  <>
                    {' · '}
                    <span lang={language}>{one.goal}</span>
                  </>
                )}
              </p>
              {one.reason !== undefined && (
                <p>
                  {t('proposal.reason')}: <span lang={language}>{one.reason}</span>
                  {one.decidingBody !== undefined && ` (${one.decidingBody})`}
                </p>
              )}
              {one.actions.decide && (
                <Details
                  summary={t('proposal.decide')}
                  open={actionData?.form === `decide-${one.proposalId}`}
                >
                  <PolkuForm
                    id={`decide-${one.proposalId}`}
                    result={actionData}
                    label={t('proposal.decide-about', { title: one.title })}
                    values={{ goalId: one.goalId ?? '', body: board ?? '' }}
                    labels={{
                      decision: t('proposal.decision'),
                      reason: t('proposal.reason'),
                      goalId: t('goal'),
                    }}
                  >
                    <input type="hidden" name="proposalId" value={one.proposalId} />
                    <RadioGroup
                      name="decision"
                      label={t('proposal.decision')}
                      choices={(['accept', 'decline'] as const).map((value) => ({
                        value,
                        label: t(`proposal.${value}`),
                      }))}
                    />
                    <Select
                      name="goalId"
                      label={t('proposal.under')}
                      choices={goalChoices}
                      empty={t('choose')}
                      width="l"
                    />
                    <TextArea
                      name="reason"
                      label={t('proposal.reason')}
                      help={t('proposal.reason-help')}
                      rows={3}
                      maxLength={2000}
                    />
                    <TextField name="body" label={t('proposal.body')} width="l" optional />
                    <div className="actions">
                      <Button name="intent" value="decide">
                        {t('proposal.decide')}
                      </Button>
                    </div>
                  </PolkuForm>
                </Details>
              )}
              {one.actions.withdraw && (
                <ConfirmForm
                  id={`withdraw-${one.proposalId}`}
                  summary={t('proposal.withdraw')}
                  act={t('proposal.withdraw')}
                  intent="withdraw"
                  result={actionData}
                  about={one.title}
                >
                  <input type="hidden" name="proposalId" value={one.proposalId} />
                  <p>{t('proposal.withdraw-what')}</p>
                </ConfirmForm>
              )}
            </Card>
          ))}
        </div>
      </Section>
      {actions.propose && (
        <Section id="new" title={t('proposal.new')}>
          <PolkuForm
            id="propose"
            result={actionData}
            labels={{ title: t('proposal.title'), text: t('proposal.text') }}
          >
            <TextField name="title" label={t('proposal.title')} width="l" maxLength={500} />
            <TextArea
              name="text"
              label={t('proposal.text')}
              help={t('proposal.text-help')}
              rows={6}
              maxLength={10_000}
            />
            <Select
              name="goalId"
              label={t('proposal.under')}
              choices={goalChoices}
              empty={t('proposal.any-goal')}
              width="l"
              optional
            />
            <div className="actions">
              <Button>{t('proposal.send')}</Button>
            </div>
          </PolkuForm>
        </Section>
      )}
    </Page>
  );
}
