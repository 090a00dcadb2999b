import { useClientCrumbs, usePersonSides } from '#modules/clients/pages/client-tabs.tsx';
import { asksForBasis, KeptResults } from '#modules/matching/pages/stored-results.tsx';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Card, ConfirmForm, EmptyState, Page } from '#web/ui/index.ts';
import type { Route } from './+types/client-introductions.ts';
import { IntroductionState } from './state.tsx';
import { isOpen, silentFirst } from './words.ts';

const undoing = defineForm('introductions.undoHire', {
  id: 'undo-hire',
  hidden: ['introductionId'],
  act: 'undo-hire',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'caseload:read');
  const { name, introductions } = orThrow(
    await services.introductions.ofClient({ clientId: params.clientId }),
  );
  return {
    clientId: params.clientId,
    name,
    introductions,
    undoHire: showForm(context, undoing),
    kept: asksForBasis(request)
      ? orThrow(await services.matching.storedResults({ clientId: params.clientId })).results
      : undefined,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'introductions:write');
  return submitForm({ context, request, form: undoing, done: { say: 'introductions:hire-undone' } });
}

/** Where a client has been introduced, and whose turn it is. */
export default function ClientIntroductions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('introductions');
  const format = useFormat();
  const { jobs } = usePersonSides();
  const { clientId, name, introductions, kept, undoHire } = loaderData;
  const rows = [
    ...silentFirst(introductions.filter(isOpen)),
    ...introductions.filter((introduction) => !isOpen(introduction)),
  ];
  return (
    <Page
      title={t('client.title')}
      browserTitle={`${t('client.title')}: ${name}`}
      lead={t('client.lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
      actions={
        rows.length > 0 && kept === undefined ? (
          <Button
            look="secondary"
            to={`/clients/${clientId}/introductions?based-on=yes#based-on`}
            label={t('matching:kept.link')}
          />
        ) : undefined
      }
      wide
    >
      {rows.length === 0 ? (
        <EmptyState
          title={t('client.none')}
          action={jobs ? <Button to={`/clients/${clientId}/jobs`} label={t('client.to-jobs')} /> : undefined}
        >
          <p>{t('client.none-next')}</p>
        </EmptyState>
      ) : (
        <div className="cards">
          {rows.map((row) => (
            <Card
              key={row.introductionId}
              level={2}
              title={row.vacancy || t('need-gone')}
              to={`/vacancies/${row.vacancyId}`}
              actions={
                row.turn.holder === 'adviser' ? (
                  <Button
                    look="secondary"
                    to={`/companies/${row.companyId}`}
                    about={row.company}
                    label={t('call')}
                  />
                ) : undefined
              }
            >
              <p>
                <IntroductionState one={row} reader="services" />
              </p>
              <p>{t('mine.introduced', { day: format.day(row.introducedOn) })}</p>
              {row.actions.undoHire && (
                <ConfirmForm
                  form={undoHire}
                  row={row.introductionId}
                  hidden={{ introductionId: row.introductionId }}
                  result={actionData}
                  summary={t('undo-hire')}
                  act={t('undo-hire')}
                  about={row.company}
                >
                  <p>{t('undo-hire-text')}</p>
                </ConfirmForm>
              )}
              {row.answerNote !== undefined && <p>{t('mine.their-note', { note: row.answerNote })}</p>}
            </Card>
          ))}
        </div>
      )}
      {kept !== undefined && <KeptResults results={kept} own={false} />}
    </Page>
  );
}
