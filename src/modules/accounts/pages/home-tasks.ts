import type { FirstStep } from '#codes/accounts';
import type { HomeInput, HomePart, HomeTask, HomeTasks } from '#web/home/index.ts';

/** Where each step of taking the service into use is done. */
const places: Readonly<Record<FirstStep, string>> = {
  organisation: '/organisations',
  'second-administrator': '/accounts/proposals',
  adviser: '/accounts/new',
  'adviser-signs-in': '/accounts',
};

/** Proposals that wait, accounts that nobody uses, and in a new installation the steps to its first client. */
export const homeTasks: HomeTasks = {
  right: 'accounts:write',
  read: async (input) => {
    const steps = await intoUse(input);
    return {
      ...steps,
      tasks: [...(await waiting(input)), ...(steps.tasks ?? [])],
      counts: await counts(input),
    };
  },
};

async function waiting({ services, t, format }: HomeInput): Promise<HomeTask[]> {
  const found = await services.accounts.waitingProposals({});
  if (!found.ok) return [];
  return found.value.proposals.map((proposal) => ({
    key: proposal.proposalId,
    to: '/accounts/proposals',
    title: `${proposal.account}: ${t(`roles:${proposal.role}`)}`,
    what: t(proposal.mayDecide ? 'accounts:proposals.waits-you' : 'accounts:proposals.waits'),
    why: t('accounts:proposals.by', { name: proposal.proposedBy, at: format.instant(proposal.proposedAt) }),
    act: t(proposal.mayDecide ? 'accounts:home.decide' : 'accounts:home.look'),
  }));
}

async function intoUse({ services, t }: HomeInput): Promise<HomePart> {
  const found = await services.accounts.takingIntoUse({});
  if (!found.ok || found.value.complete) return {};
  const { steps } = found.value;
  const row = (step: FirstStep) => ({
    key: `step ${step}`,
    to: places[step],
    title: t('accounts:home.step', {
      number: steps.findIndex((one) => one.step === step) + 1,
      of: steps.length,
      what: t(`accounts:step.${step}`),
    }),
  });
  const done = steps.filter((step) => step.done);
  return {
    tasks: steps
      .filter((step) => !step.done)
      .map(({ step }) => ({
        ...row(step),
        what: t(`accounts:step.${step}-what`),
        why: t('accounts:home.step-why'),
        act: t(`accounts:step.${step}-act`),
      })),
    done:
      done.length === 0
        ? undefined
        : {
            key: 'steps',
            summary: t('accounts:home.steps-done', { count: done.length, of: steps.length }),
            rows: done.map(({ step }) => ({
              key: step,
              to: places[step],
              words: row(step).title,
              clock: t('accounts:home.step-done'),
            })),
          },
  };
}

async function counts({ services, t }: HomeInput): Promise<HomePart['counts']> {
  const of = async (state: 'inactive' | 'no-role' | 'open') => {
    const list = await services.accounts.listAccounts({ filters: { state: [state] }, limit: 1 });
    return list.ok ? list.value.total : 0;
  };
  const [open, inactive, bare] = [await of('open'), await of('inactive'), await of('no-role')];
  return [
    { key: 'open', to: '/accounts?state=open', words: t('accounts:home.open', { count: open }) },
    ...(inactive > 0
      ? [
          {
            key: 'inactive',
            to: '/accounts?state=inactive',
            words: t('accounts:home.inactive', { count: inactive }),
            late: true,
          },
        ]
      : []),
    ...(bare > 0
      ? [
          {
            key: 'no-role',
            to: '/accounts?state=no-role',
            words: t('accounts:home.no-role', { count: bare }),
          },
        ]
      : []),
  ];
}
