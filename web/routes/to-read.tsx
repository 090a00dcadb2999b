import { Link } from 'react-router';
import { headingOf } from '../governance/words.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, Card, EmptyState, LocalisedWords, Page, PolkuForm, StateLine } from '../ui/index.ts';
import type { Route } from './+types/to-read.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  return orThrow(await services.governance.toRead({}));
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const done = await services.governance.noteRead({ receiverId: sent.text('receiverId') });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/to-read', { kind: 'success', key: 'governance:read-noted' });
}

/** Decisions that the viewer has been told of: what has not been read first, each with its mark. */
export default function ToRead({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('governance');
  const format = useFormat();
  const { reading } = loaderData;
  const unread = reading.filter((one) => one.readAt === undefined).length;
  return (
    <Page title={t('to-read')} lead={t('to-read-lead', { count: unread })}>
      {reading.length === 0 && (
        <EmptyState title={t('to-read-none')}>
          <p>{t('to-read-none-next')}</p>
        </EmptyState>
      )}
      <div className="cards">
        {reading.map((one) => (
          <Card
            key={one.receiverId}
            level={2}
            title={headingOf(one)}
            to={`/items/${one.itemId}`}
            state={
              one.readAt === undefined ? (
                <StateLine kind="waiting" clock={t('sent-on', { day: format.dayOf(one.sentAt) })}>
                  {t('unread')}
                </StateLine>
              ) : (
                <StateLine kind="done" clock={format.instant(one.readAt)}>
                  {t('read-by.receiver')}
                </StateLine>
              )
            }
            actions={
              one.readAt === undefined && (
                <PolkuForm
                  id={`read-${one.receiverId}`}
                  result={actionData}
                  inline
                  label={`${t('read-mark')}: ${headingOf(one)}`}
                >
                  <input type="hidden" name="receiverId" value={one.receiverId} />
                  <Button about={one.heading}>{t('read-mark')}</Button>
                </PolkuForm>
              )
            }
          >
            <p>
              <LocalisedWords text={one.body} /> · {t('decided-on', { day: format.day(one.decidedOn) })}
            </p>
          </Card>
        ))}
      </div>
      <p>
        <Link to="/bulletins">{t('to-bulletins')}</Link>
      </p>
    </Page>
  );
}
