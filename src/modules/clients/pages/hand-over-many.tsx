import { redirect } from 'react-router';
import type { Services } from '#server/services.ts';
import { submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { flash, orThrow, requireViewer } from '#web/page.ts';
import { Button, Details, EmptyState, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/hand-over-many.ts';
import { handedWords, handing, showHanding } from './hand-over-form.server.ts';

/** Who is handed over: those that the address names, or everybody whom a worker answers for (`of`). */
async function whom(request: Request, services: Services): Promise<string[]> {
  const { searchParams } = new URL(request.url);
  const of = searchParams.get('of');
  if (of === null) return searchParams.getAll('client');
  const { rows } = orThrow(await services.clients.teamClients({ accountId: of, limit: 500 }));
  return rows.map((row) => row.clientId);
}

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language, may } = requireViewer(context, request);
  const back = may('caseload:manage') ? '/teams' : '/clients';
  const clientIds = await whom(request, services);
  if (clientIds.length === 0) {
    flash(context, { kind: 'warning', key: 'clients:nobody-chosen' });
    throw redirect(back, 303);
  }
  const found = await services.clients.colleagues({ clientIds });
  if (!found.ok && found.error.code === 'not-permitted') {
    flash(context, { kind: 'warning', key: 'clients:hand-over-own-only' });
    throw redirect(back, 303);
  }
  const colleagues = orThrow(found);
  return { back, people: colleagues.people, form: showHanding(context, colleagues, language) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request);
  return submitForm({
    context,
    request,
    form: handing,
    fixed: { clientIds: await whom(request, services) },
    done: (handed) => ({ to: '/hand-overs', ...handedWords(handed, language) }),
  });
}

/** Hands many people over at once: who they are is shown before. */
export default function HandOverMany({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { back, people, form } = loaderData;
  return (
    <Page
      title={t('hand-over-many', { count: people.length })}
      lead={t('hand-over-lead-many')}
      breadcrumbs={[{ to: back, label: t(back === '/teams' ? 'teams' : 'title') }]}
    >
      <Details summary={t('hand-over-whom', { count: people.length })} open={people.length <= 20}>
        <ul>
          {people.map(({ clientId, name }) => (
            <li key={clientId}>{name}</li>
          ))}
        </ul>
      </Details>
      {form === undefined ? (
        <EmptyState title={t('no-colleagues')} action={<Button to={back} label={t('common:back')} />} />
      ) : (
        <UseCaseForm form={form} result={actionData} cancel={back} />
      )}
    </Page>
  );
}
