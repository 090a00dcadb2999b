import { pickBars, pickInvitations, pickShows } from '#codes/pilots';
import { ok } from '#kernel/result.ts';
import type { PageData } from '#web/context.ts';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { ConfirmForm, EmptyState, FoldedForm, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import { choiceOf, personSuggestion } from '#web/who.ts';
import type { Route } from './+types/group.ts';

const group = defineForm('pilots.proposeGroup', {
  id: 'group',
  fixed: ['pilotId'],
  fields: {
    'weights.young': { label: 'criterion.young', help: 'criterion-help.young' },
    'weights.other-language': { label: 'criterion.other-language', help: 'criterion-help.other-language' },
    'weights.education': { label: 'criterion.education', help: 'criterion-help.education' },
    'weights.skills': { label: 'criterion.skills', help: 'criterion-help.skills' },
    'weights.hidden-potential': {
      label: 'criterion.hidden-potential',
      help: 'criterion-help.hidden-potential',
    },
    'weights.long-search': { label: 'criterion.long-search', help: 'criterion-help.long-search' },
    size: { label: 'group.size' },
    seed: { label: 'group.seed' },
  },
  act: 'group.pick',
});
const invite = defineForm('pilots.inviteGroup', { id: 'invite', hidden: ['pickingId'] });

type Services = PageData['services'];
type Picking = Extract<Awaited<ReturnType<Services['pilots']['openPicking']>>, { ok: true }>['value'];
/** The list before anything has been picked holds nobody. */
type Found = Pick<Picking, 'rows' | 'total' | 'alike' | 'first' | 'next' | 'previous'> & {
  readonly opened: Omit<Picking, 'rows'> | undefined;
  readonly places: readonly { readonly code: string; readonly name: string }[];
};

const nobody = { rows: [], total: 0, alike: 0, first: 1, opened: undefined };

const pickList = defineList<Found>({
  name: 'picked',
  texts: 'pilots',
  prefix: 'group.list.',
  source: async (services, asked) => {
    const [pilot] = orThrow(await services.pilots.openPilot({})).pilots;
    if (!pilot) throw problem(404, { code: 'not-found' });
    const places = orThrow(await services.areas.municipalities({}));
    if (!pilot.picked) return ok({ ...nobody, places });
    const opened = await services.pilots.openPicking({ pilotId: pilot.pilotId, ...asked });
    if (!opened.ok) return opened as never;
    return ok({ ...opened.value, opened: opened.value, places });
  },
  rowKey: (row) => String(row.no),
  columns: [
    {
      key: 'place',
      kind: 'text',
      value: (row, { t }) => (row.rank > 0 ? t('group.rank-no', { rank: row.rank }) : undefined),
      absent: 'group.no-place',
      sort: 'place',
      rowHeader: true,
    },
    {
      key: 'name',
      kind: 'link',
      // A namesake is told by the year of birth and the home.
      value: (row, { t, found }) =>
        row.name === undefined || row.clientId === undefined
          ? undefined
          : choiceOf(
              personSuggestion(
                {
                  clientId: row.clientId,
                  name: row.name,
                  birthYear: row.birthYear,
                  municipality: found.places.find(({ code }) => code === row.homeCode)?.name,
                },
                { t },
              ),
            ).label,
      to: (row) => `/clients/${row.clientId}`,
      absent: 'group.nameless',
      sort: 'name',
      when: ({ found }) => found.opened?.actions.named === true,
    },
    {
      key: 'why',
      kind: 'text',
      value: (row, { t, format }) =>
        row.bar === undefined
          ? format.list(
              row.reasons.map(({ criterion, points }) =>
                t('group.reason', { criterion: t(`criterion.${criterion}`), points }),
              ),
            ) || t('group.no-points')
          : t(`bar.${row.bar}`),
    },
    { key: 'points', kind: 'number', value: (row) => row.points, sort: 'points' },
    {
      key: 'invited',
      kind: 'state',
      value: (row, { t }) => t(row.invited ? 'group.is-invited' : 'group.not-invited'),
      sort: 'invited',
    },
  ],
  filters: [
    {
      name: 'show',
      kind: 'select',
      choices: ({ t }) => pickShows.map((value) => ({ value, label: t(`group.${value}`) })),
    },
    {
      name: 'invited',
      kind: 'select',
      choices: ({ t }) =>
        pickInvitations.map((value) => ({
          value,
          label: t(value === 'invited' ? 'group.is-invited' : 'group.not-invited'),
        })),
    },
    {
      name: 'bar',
      kind: 'select',
      choices: ({ t }) => pickBars.map((value) => ({ value, label: t(`bar.${value}`) })),
    },
  ],
  sort: 'place',
  was: { who: 'show' },
});

export const middleware = [listFiles(pickList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'pilots:read-picking');
  const { pilots, startingWeights, actions } = orThrow(await services.pilots.openPilot({}));
  const pilot = pilots[0];
  if (!pilot) throw problem(404, { code: 'not-found' });
  const list = await loadList(pickList, { context, request });
  const picking = list.found.opened?.picking;
  const initial = {
    weights: picking?.weights ?? startingWeights,
    size: picking?.size ?? pilot.sizeTarget,
    seed: picking?.seed ?? 2026,
  };
  const forms = { group: showForm(context, group, { initial }), invite: showForm(context, invite) };
  return { pilot, actions, forms, list };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'pilots:read-picking');
  const { pilots } = orThrow(await services.pilots.openPilot({}));
  return submitForms(
    { context, request },
    submission({
      form: group,
      fixed: { pilotId: pilots[0]?.pilotId },
      done: { to: '/pilot/group#picks', say: 'pilots:group.picked' },
    }),
    submission({
      form: invite,
      done: ({ invited }) => ({ say: 'pilots:group.invited-now', values: { count: invited.length } }),
    }),
  );
}

/** The pilot group: the weights that anybody may see and change, and why each was picked or left out. */
export default function PilotGroup({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('pilots');
  const format = useFormat();
  const language = useLanguage();
  const { pilot, actions, forms, list } = loaderData;
  const { opened } = list.found;
  return (
    <Page
      title={t('group.title')}
      lead={t('group.lead', { size: pilot.sizeTarget })}
      wide
      breadcrumbs={[{ to: '/pilot', label: pilot.names[language] ?? t('title') }]}
    >
      {actions.pick && (
        <Section id="weights" title={t('group.weights')} lead={t('group.weights-lead')}>
          {opened === undefined ? (
            <UseCaseForm form={forms.group} result={actionData} label={t('group.weights')} />
          ) : (
            <FoldedForm
              form={forms.group}
              result={actionData}
              summary={t('group.pick-again')}
              fold="secondary"
            />
          )}
        </Section>
      )}
      {opened === undefined ? (
        <EmptyState title={t('group.no-picking')}>
          <p>{t('group.no-picking-next')}</p>
        </EmptyState>
      ) : (
        <Section
          id="picks"
          title={t('group.picks')}
          lead={t('group.counts', {
            day: format.instant(opened.picking.madeAt),
            chosen: opened.counts.chosen,
            beyond: opened.counts.beyond,
            barred: opened.counts.barred,
          })}
        >
          <List
            of={opened.actions.named ? pickList : { ...pickList, searched: false }}
            list={list}
            source={t('group.source', { seed: opened.picking.seed })}
          />
          {opened.actions.invite && (
            <ConfirmForm
              form={forms.invite}
              hidden={{ pickingId: opened.picking.pickingId }}
              result={actionData}
              summary={t('group.invite')}
              act={t('group.invite-act', { count: opened.counts.chosen })}
              danger={false}
            >
              <p>{t('group.invite-what')}</p>
            </ConfirmForm>
          )}
        </Section>
      )}
    </Page>
  );
}
