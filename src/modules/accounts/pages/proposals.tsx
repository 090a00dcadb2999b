import { submitForms } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { EmptyState, Notice, Page } from '#web/ui/index.ts';
import type { Route } from './+types/proposals.ts';
import { decidingForms, decisionSubmissions } from './decisions.server.ts';
import { ProposalRows } from './proposal-rows.tsx';
import { AccessTabs } from './tabs.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'accounts:write');
  return { ...orThrow(await services.accounts.waitingProposals({})), forms: decidingForms(context) };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'accounts:write');
  return submitForms({ context, request }, ...decisionSubmissions('/accounts/proposals'));
}

/** Roles that wait for another administrator. */
export default function Proposals({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('accounts');
  const { proposals, administrators, forms } = loaderData;
  return (
    <Page title={t('proposals.title')} lead={t('proposals.lead')} wide>
      <AccessTabs />
      {administrators < 2 && (
        <Notice kind="warning">
          <p>{t('proposals.alone')}</p>
          <p>
            <code>node polku.js second-administrator --subject TUNNISTE --name "Nimi"</code>
          </p>
        </Notice>
      )}
      {proposals.length === 0 ? (
        <EmptyState title={t('proposals.none')} />
      ) : (
        <ProposalRows proposals={proposals} forms={forms} result={actionData} named />
      )}
    </Page>
  );
}
