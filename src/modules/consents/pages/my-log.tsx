import { Link } from 'react-router';
import type { consents } from '#consents';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Notice, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import { defineList, type ListTools, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/my-log.ts';

const question = defineForm('consents.askAboutLook', {
  id: 'ask',
  texts: 'log',
  hidden: ['entryId'],
  fields: { message: { label: 'question.message' } },
  act: 'question.send',
});

type Look = RowOf<(typeof consents)['whoHasLooked']>;
type T = ListTools<unknown>['t'];

const lookList = defineList({
  name: 'looks',
  texts: 'log',
  prefix: 'look.',
  source: (services, asked, _page, { clientId }) => services.consents.whoHasLooked({ clientId, ...asked }),
  rowKey: (look) => look.id,
  columns: [
    { key: 'when', kind: 'instant', value: (look) => look.at, sort: 'when' },
    { key: 'who', kind: 'text', value: (look, { t }) => who(look, t), sort: 'who', rowHeader: true },
    {
      key: 'what',
      kind: 'text',
      value: (look, { t, format }) =>
        [
          [
            look.outcome === 'denied'
              ? t(`tried.${triedKey(look.action)}`)
              : t(`log-actions:${t.has(`log-actions:${look.action}`) ? look.action : 'other'}`),
            look.times > 1 ? t('times', { count: look.times }) : '',
          ],
          [
            look.fields && look.fields.length > 0
              ? t('fields', { fields: format.list(look.fields.map((field) => t(`consents:field.${field}`))) })
              : '',
          ],
          [
            look.stated
              ? t('stated', { ...look.stated, cause: t(`openings:cause.${look.stated.cause}`) })
              : '',
          ],
          [look.reason && t.has(`because.${look.reason}`) ? t(`because.${look.reason}`) : ''],
        ]
          .map((part) => part.filter(Boolean).join(', '))
          .filter(Boolean)
          .join('. '),
    },
    { key: 'why', kind: 'text', value: (look, { t }) => t(`purpose.${look.purpose}`) },
  ],
  filters: [
    {
      name: 'outcome',
      kind: 'select',
      choices: ({ t }) =>
        (['permitted', 'denied'] as const).map((value) => ({ value, label: t(`outcome.${value}`) })),
    },
    { name: 'own', kind: 'boxes', choices: ({ t }) => [{ value: 'yes', label: t('own-show') }] },
  ],
  sort: '-when',
  act: (look, { t, format, found }) =>
    found.actions.ask && look.by === 'other'
      ? { label: t('ask'), about: format.instant(look.at), to: `/my/log?ask=${look.id}#question` }
      : undefined,
});

function who(look: Look, t: T): string {
  if (look.by !== 'other') return t(`who-${look.by}`);
  const role = t(`roles:${look.role}`);
  return look.organisation ? t('who-other', { role, organisation: look.organisation }) : role;
}

/** The tries that have words of their own. */
function triedKey(action: string): string {
  if (action === 'consents.open-share-profile') return 'open-share-profile';
  return action === 'consents.print-booklet' ? 'print-booklet' : 'other';
}

export const middleware = [listFiles(lookList)];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may, language } = requireViewer(context, request, 'log-of-person:read');
  const ask = new URL(request.url).searchParams.get('ask');
  const asked =
    ask === null
      ? undefined
      : orThrow(await services.consents.whoHasLooked({ filters: { entry: [ask] } })).rows[0];
  const when = asked && formatOf(language).instant(asked.at);
  const message = translatorOf(language).t('log:question.message-value', { when });
  return {
    list: await loadList(lookList, { context, request, params }),
    form: showForm(context, question, { initial: { message } }),
    mine: may('own-page:use'),
    asked: asked?.id,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'own-log:ask');
  const done = { to: '/my/log', say: 'log:question.sent' };
  return submitForm({ context, request, form: question, done });
}

/** The person's own log, like a diary: when, who by role and house, what, why, and what was shown. */
export default function MyLog({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('log');
  const c = useT('consents');
  const { list, mine, asked } = loaderData;
  const { tries, lookedLately } = list.found;
  return (
    <Page
      title={t(mine ? 'title' : 'person-title')}
      lead={mine ? t('lead') : undefined}
      breadcrumbs={[mine ? { to: '/my/consents', label: c('title') } : { to: '/log', label: t('dpo.title') }]}
    >
      {mine && <p>{c(lookedLately ? 'looked' : 'looked_zero', { count: lookedLately })}</p>}
      {asked && (
        <Section id="question" title={t('question.title')} lead={t('question.lead')}>
          <UseCaseForm
            form={loaderData.form}
            result={actionData}
            hidden={{ entryId: asked }}
            label={t('question.title')}
          />
        </Section>
      )}
      {tries > 0 && (
        <Notice kind="info" title={t('tries')}>
          <p>{t('tries-lead')}</p>
          <p>
            <Link to="?outcome=denied">{t('tries-show', { count: tries })}</Link>
          </p>
        </Notice>
      )}
      <Section id="looks-and-changes" title={t('looks')}>
        <List of={lookList} list={list} />
      </Section>
    </Page>
  );
}
