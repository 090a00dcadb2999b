import { ClientTabs, useClientCrumbs } from '../clients/client-tabs.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { IntroductionState } from '../introductions/state.tsx';
import { isOpen, silentFirst } from '../introductions/words.ts';
import { orThrow, requireViewer } from '../page.ts';
import { Button, Card, EmptyState, Page } from '../ui/index.ts';
import type { Route } from './+types/client-introductions.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['expert', 'youth', 'immigrant-adviser', 'joint-emp']);
  const { name, introductions } = orThrow(
    await services.introductions.ofClient({ clientId: params.clientId }),
  );
  return { clientId: params.clientId, name, introductions };
}

/** Where a client has been introduced, and whose turn it is. */
export default function ClientIntroductions({ loaderData }: Route.ComponentProps) {
  const t = useT('introductions');
  const format = useFormat();
  const { clientId, name, introductions } = loaderData;
  const rows = [...silentFirst(introductions.filter(isOpen)), ...introductions.filter((one) => !isOpen(one))];
  return (
    <Page
      title={t('client.title')}
      browserTitle={`${t('client.title')}: ${name}`}
      lead={t('client.lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
      actions={
        rows.length > 0 ? (
          <Button look="secondary" to={`/clients/${clientId}/introductions/based-on`}>
            {t('matching:kept.link')}
          </Button>
        ) : undefined
      }
      wide
    >
      <ClientTabs clientId={clientId} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('client.none')}
          action={<Button to={`/clients/${clientId}/jobs`}>{t('client.to-jobs')}</Button>}
        >
          <p>{t('client.none-next')}</p>
        </EmptyState>
      ) : (
        <div className="cards">
          {rows.map((one) => (
            <Card
              key={one.introductionId}
              level={2}
              title={one.vacancy || t('need-gone')}
              to={`/vacancies/${one.vacancyId}`}
              actions={
                one.turn.holder === 'adviser' ? (
                  <Button look="secondary" to={`/companies/${one.companyId}`} about={one.company}>
                    {t('call')}
                  </Button>
                ) : undefined
              }
            >
              <p>
                <IntroductionState one={one} reader="services" />
              </p>
              <p>{t('mine.introduced', { day: format.day(one.introducedOn) })}</p>
              {one.answerNote !== undefined && <p>{t('mine.their-note', { note: one.answerNote })}</p>}
            </Card>
          ))}
        </div>
      )}
    </Page>
  );
}
