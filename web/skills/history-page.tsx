import type { Services } from '#server/services.ts';
import { ClientTabs } from '../clients/client-tabs.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { Button, EmptyState, Page, PolkuForm, PrintButton } from '../ui/index.ts';
import type { MappingResult } from './mapping-act.ts';
import { Hidden } from './parts.tsx';
import { changeWords } from './words.ts';

type History = Extract<Awaited<ReturnType<Services['skills']['changes']>>, { readonly ok: true }>['value'];

/** Who changed what in a mapping, when, from what to what; what nobody has touched since can be taken back. */
export function HistoryPage(props: {
  readonly history: History;
  readonly here: string;
  readonly clientId: string;
  readonly own: boolean;
  readonly result: MappingResult | undefined;
}) {
  const t = useT('skills');
  const roles = useT('roles');
  const format = useFormat();
  const { history, here, own, clientId, result } = props;
  return (
    <Page
      title={t('history-title')}
      lead={t(own ? 'history-lead-own' : 'history-lead-of')}
      breadcrumbs={[{ to: here, label: own ? t('title-own') : t('title-short') }]}
      actions={<PrintButton />}
    >
      {!own && <ClientTabs clientId={clientId} />}
      {history.acts.length === 0 ? (
        <EmptyState title={t('history-none')} action={<Button to={here}>{t('back')}</Button>} />
      ) : (
        <ol className="rows rows--wide">
          {history.acts.map((act) => {
            const what = act.changes.map((change) => changeWords(t, format, change));
            return (
              <li className="row" key={act.actId}>
                <p className="row-title">
                  {act.author.own ? t('you') : act.author.name}
                  {!act.author.own &&
                    roles.has(act.author.role) &&
                    `, ${roles(act.author.role).toLocaleLowerCase()}`}
                </p>
                <p className="row-facts">
                  {format.instant(act.at)}
                  {act.undoes && ` · ${t('took-back')}`}
                </p>
                <ul>
                  {what.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                {act.undoable && (
                  <PolkuForm
                    id={`undo-${act.actId}`}
                    result={result}
                    label={`${t('undo')}: ${what[0] ?? ''}`}
                  >
                    <Hidden values={{ part: 'undo', actId: act.actId }} />
                    <div className="actions">
                      <Button look="secondary" about={what[0] ?? ''}>
                        {t('undo')}
                      </Button>
                    </div>
                  </PolkuForm>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <p className="actions">
        {history.next !== undefined && (
          <Button look="secondary" to={`${here}/history?kohdasta=${history.next}`}>
            {t('older')}
          </Button>
        )}
        <Button look="quiet" to={here}>
          {t('back')}
        </Button>
      </p>
    </Page>
  );
}
