import { useClientCrumbs, usePersonSides } from '#modules/clients/pages/client-tabs.tsx';
import { asksForBasis, KeptResults } from '#modules/matching/pages/stored-results.tsx';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Card, EmptyState, Page } from '#web/ui/index.ts';
import type { Route } from './+types/client-introductions.ts';
import { IntroductionState } from './state.tsx';
import { isOpen, silentFirst } from './words.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'caseload:read');
  const { name, introductions } = orThrow(
    await services.introductions.ofClient({ clientId: params.clientId }),
  );
  return {
    clientId: params.clientId,
    name,
    introductions,
    kept: asksForBasis(request)
      ? orThrow(await services.matching.storedResults({ clientId: params.clientId })).results
      : undefined,
  };
}

/** Where a client has been introduced, and whose turn it is. */
export default function ClientIntroductions({ loaderData }: Route.ComponentProps) {
  const t = useT('introductions');
  const format = useFormat();
  const { jobs } = usePersonSides();
  const { clientId, name, introductions, kept } = loaderData;
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
              {row.answerNote !== undefined && <p>{t('mine.their-note', { note: row.answerNote })}</p>}
            </Card>
          ))}
        </div>
      )}
      {kept !== undefined && <KeptResults results={kept} own={false} />}
    </Page>
  );
}
