import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Page, PrintButton } from '#web/ui/index.ts';
import { choiceOf, userSuggestion } from '#web/who.ts';
import type { Route } from './+types/management.ts';
import { CoordinatorsSection } from './coordinators-section.tsx';
import { ProposalsSection } from './proposals-section.tsx';
import { ProgrammeTabs } from './tabs.tsx';
import { VersionsSection } from './versions-section.tsx';
import { programmeCrumbs } from './words.ts';

const propose = defineForm('programmes.propose', {
  id: 'propose',
  fixed: ['programmeId'],
  fields: {
    title: { as: 'line', label: 'proposal.title', width: 'l' },
    text: { label: 'proposal.text', rows: 6 },
    goalId: { label: 'proposal.under', empty: 'proposal.any-goal', width: 'l' },
  },
  act: 'proposal.send',
});
const decide = defineForm('programmes.decideProposal', {
  id: 'decide',
  fixed: ['programmeId'],
  hidden: ['proposalId'],
  fields: {
    decision: { label: 'proposal.decision', words: 'proposal.' },
    goalId: {
      label: 'proposal.under',
      empty: 'choose',
      width: 'l',
      when: { field: 'decision', is: 'accept' },
    },
    reason: { label: 'proposal.reason', rows: 3 },
    body: { as: 'line', label: 'proposal.body', width: 'l' },
  },
  act: 'proposal.decide',
});
const withdraw = defineForm('programmes.withdrawProposal', {
  id: 'withdraw',
  fixed: ['programmeId'],
  hidden: ['proposalId'],
  act: 'proposal.withdraw',
});

const name = defineForm('programmes.nameWriter', {
  id: 'name',
  given: { act: 'name' },
  fixed: ['programmeId'],
  hidden: ['coordinatorId'],
  fields: { accountId: { label: 'name-writer' } },
  act: 'name-writer',
});
const end = defineForm('programmes.nameWriter', {
  id: 'end',
  given: { act: 'end' },
  fixed: ['programmeId'],
  hidden: ['coordinatorId', 'accountId'],
  act: 'writer-end',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request, 'programmes:read');
  const { programmeId } = params;
  const box = orThrow(await services.programmes.proposalBox({ programmeId }));
  const coordinators = orThrow(await services.programmes.programmeCoordinators({ programmeId }));
  const versions = orThrow(await services.programmes.programmeVersions({ programmeId }));
  const words = { t: translatorOf(language).t, format: formatOf(language), language };
  const goalId = box.goals.map(({ id, title }) => ({ value: id, label: title, lang: box.language }));
  const accountId = coordinators.accounts.map((user) => choiceOf(userSuggestion(user, words)));
  return {
    box,
    coordinators,
    versions,
    forms: {
      propose: showForm(context, propose, { choices: { goalId } }),
      decide: showForm(context, decide, { choices: { goalId }, initial: { body: box.board } }),
      withdraw: showForm(context, withdraw),
      name: showForm(context, name, { choices: { accountId } }),
      end: showForm(context, end),
    },
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'programmes:read');
  const fixed = { programmeId: params.programmeId };
  return submitForms(
    { context, request },
    submission({ form: propose, fixed, done: { say: 'programmes:proposal.sent' } }),
    submission({
      form: decide,
      fixed,
      done: ({ measureId }) => ({
        say: measureId ? 'programmes:proposal.accepted-done' : 'programmes:proposal.declined-done',
      }),
    }),
    submission({ form: withdraw, fixed, done: { say: 'programmes:proposal.withdrawn' } }),
    submission({ form: name, fixed, done: { say: 'programmes:writer-named' } }),
    submission({ form: end, fixed, done: { say: 'programmes:writer-ended' } }),
  );
}

/** How a programme is kept: what is proposed to it, who answers and writes for what, and how it has changed. */
export default function Management({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const { box, coordinators, versions, forms } = loaderData;
  const { programmeId, name: programme } = box;
  const keeper = versions.actions.keep;
  return (
    <Page
      title={t('tabs.management')}
      browserTitle={`${t('tabs.management')}: ${programme}`}
      lead={t('management-lead')}
      breadcrumbs={programmeCrumbs(t, { programmeId, name: programme, language: box.language })}
      actions={
        <>
          {keeper && (
            <Button to={`/programmes/${programmeId}/edit`} look="secondary" label={t('tabs.edit')} />
          )}
          <PrintButton />
        </>
      }
    >
      <ProgrammeTabs
        programmeId={programmeId}
        waiting={box.proposals.filter(({ state }) => state === 'waiting').length}
      />
      <ProposalsSection box={box} forms={forms} result={actionData} />
      <CoordinatorsSection opened={coordinators} forms={forms} result={actionData} />
      <VersionsSection opened={versions} />
    </Page>
  );
}
