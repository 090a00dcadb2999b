import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DataTable, Page, PolkuForm, Section, TextArea } from '../ui/index.ts';
import type { Route } from './+types/my-log.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, ['client', 'dpo']);
  const asked = new URL(request.url).searchParams;
  const log = orThrow(
    await services.consents.whoHasLooked({
      ...('clientId' in params ? { clientId: String(params.clientId) } : {}),
      own: asked.get('own') === 'yes',
      ...(asked.get('kohdasta') ? { cursor: asked.get('kohdasta')! } : {}),
    }),
  );
  return {
    ...log,
    mine: viewer.role === 'client',
    own: asked.get('own') === 'yes',
    ask: asked.get('ask') ?? undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['client']);
  const sent = await formValues(context, request);
  const done = await services.consents.askAboutLook({
    entryId: sent.text('entryId'),
    message: sent.text('message'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/my/log', { kind: 'success', key: 'log:question.sent' });
}

/** The person's own log, like a diary: when, who by role and house, what, why, and what was shown. */
export default function MyLog({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('log');
  const consents = useT('consents');
  const format = useFormat();
  const { looks, tries, next, mine, own, ask, actions } = loaderData;
  const asked = [...looks, ...tries].find((look) => look.id === ask);
  return (
    <Page
      title={t(mine ? 'title' : 'person-title')}
      lead={mine ? t('lead') : undefined}
      breadcrumbs={[
        mine ? { to: '/my/consents', label: consents('title') } : { to: '/log', label: t('dpo.title') },
      ]}
    >
      {mine && (
        <p>
          {consents(loaderData.lookedLately ? 'looked' : 'looked_zero', { count: loaderData.lookedLately })}
        </p>
      )}
      {asked && (
        <Section id="question" title={t('question.title')} lead={t('question.lead')}>
          <PolkuForm id="ask" result={actionData} label={t('question.title')}>
            <input type="hidden" name="entryId" value={asked.id} />
            <TextArea
              name="message"
              label={t('question.message')}
              value={t('question.message-value', { when: format.instant(asked.at) })}
              maxLength={2000}
            />
            <Button>{t('question.send')}</Button>
          </PolkuForm>
        </Section>
      )}
      <Section
        id="looks"
        title={t('looks')}
        actions={<Link to={own ? '?' : '?own=yes'}>{t(own ? 'own-hide' : 'own-show')}</Link>}
      >
        <Looks id="looks-table" caption={t('looks')} looks={looks} next={next} mayAsk={actions.ask} />
      </Section>
      {tries.length > 0 && (
        <Section id="tries" title={t('tries')} lead={t('tries-lead')}>
          <Looks id="tries-table" caption={t('tries')} looks={tries} mayAsk={actions.ask} />
        </Section>
      )}
    </Page>
  );
}

type Look = Route.ComponentProps['loaderData']['looks'][number];

function Looks({
  id,
  caption,
  looks,
  next,
  mayAsk,
}: {
  readonly id: string;
  readonly caption: string;
  readonly looks: readonly Look[];
  readonly next?: string | undefined;
  readonly mayAsk: boolean;
}) {
  const t = useT('log');
  const consents = useT('consents');
  const roles = useT('roles');
  const actionsOf = useT('log-actions');
  const format = useFormat();
  const who = (look: Look) => {
    if (look.by !== 'other') return t(`who-${look.by}`);
    const role = roles(look.role);
    return look.organisation ? t('who-other', { role, organisation: look.organisation }) : role;
  };
  return (
    <DataTable
      id={id}
      caption={caption}
      captionHidden
      rows={looks}
      rowKey={(look) => look.id}
      next={next}
      empty={t('none')}
      columns={[
        { key: 'when', header: t('col-when'), cell: (look) => format.instant(look.at) },
        { key: 'who', header: t('col-who'), rowHeader: true, cell: who },
        {
          key: 'what',
          header: t('col-what'),
          cell: (look) => (
            <>
              {look.outcome === 'denied'
                ? t(`tried.${triedKey(look.action)}`)
                : actionsOf(actionsOf.has(look.action) ? look.action : 'other')}
              {look.times > 1 && `, ${t('times', { count: look.times })}`}
              {look.fields && look.fields.length > 0 && (
                <>
                  .{' '}
                  {t('fields', {
                    fields: format.list(look.fields.map((field) => consents(`field.${field}`))),
                  })}
                </>
              )}
              {look.reason && t.has(`because.${look.reason}`) && `. ${t(`because.${look.reason}`)}`}
            </>
          ),
        },
        { key: 'why', header: t('col-why'), cell: (look) => t(`purpose.${look.purpose}`) },
        ...(mayAsk
          ? [
              {
                key: 'ask',
                header: t('col-ask'),
                cell: (look: Look) =>
                  look.by === 'other' ? (
                    <Link to={`/my/log?ask=${look.id}#question`}>
                      {t('ask')}
                      <span className="hidden">: {format.instant(look.at)}</span>
                    </Link>
                  ) : (
                    '–'
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The tries that have words of their own. */
function triedKey(action: string): string {
  if (action === 'consents.open-share-profile') return 'open-share-profile';
  return action === 'consents.print-booklet' ? 'print-booklet' : 'other';
}
