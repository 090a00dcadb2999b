import { Link } from 'react-router';
import { useFormat, useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  ConfirmForm,
  DataTable,
  EmptyState,
  Page,
  PolkuForm,
  Section,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/pilot-group.ts';

const roles = ['project', 'area-manager', 'expert', 'youth'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, roles);
  const { pilots, startingWeights, actions } = orThrow(await services.pilots.openPilot({}));
  const pilot = pilots[0];
  if (!pilot) throw problem(404, { code: 'not-found' });
  const { searchParams } = new URL(request.url);
  const chosen = searchParams.get('ketka') !== 'muut';
  const opened = await services.pilots.openPicking({
    pilotId: pilot.pilotId,
    chosen,
    after: Number(searchParams.get('kohdasta')) || 0,
  });
  if (!opened.ok && opened.error.code !== 'not-found') orThrow(opened);
  return { pilot, startingWeights, actions, chosen, opened: opened.ok ? opened.value : undefined };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, roles);
  const sent = await formValues(context, request);
  if (sent.form === 'invite') {
    const done = await services.pilots.inviteGroup({ pickingId: sent.text('pickingId') });
    if (!done.ok) return refused(sent, done.error);
    return redirectWith(context, '/pilot/group', {
      kind: 'success',
      key: 'pilots:group.invited-now',
      values: { count: done.value.invited.length },
    });
  }
  const { pilots, startingWeights } = orThrow(await services.pilots.openPilot({}));
  const weights = Object.fromEntries(
    Object.keys(startingWeights).map((criterion) => [criterion, sent.text(criterion) || '0']),
  ) as unknown as typeof startingWeights;
  const done = await services.pilots.proposeGroup({
    pilotId: pilots[0]?.pilotId ?? '',
    weights,
    size: sent.text('size') as unknown as number,
    seed: sent.text('seed') as unknown as number,
  });
  if (!done.ok) return refused(sent, atFields(done.error));
  return redirectWith(context, '/pilot/group#picks', { kind: 'success', key: 'pilots:group.picked' });
}

/** An issue of `weights.young` belongs to the field `young`. */
function atFields<E extends { code: string; details?: Readonly<Record<string, unknown>> }>(error: E): E {
  const issues = error.details?.issues as { path: string; code: string }[] | undefined;
  if (!issues) return error;
  return {
    ...error,
    details: { issues: issues.map((issue) => ({ ...issue, path: issue.path.replace(/^weights\./, '') })) },
  };
}

/** The pilot group: the weights that anybody may see and change, and why each was picked or left out. */
export default function PilotGroup({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('pilots');
  const format = useFormat();
  const language = useLanguage();
  const { pilot, startingWeights, actions, opened, chosen } = loaderData;
  const weights = opened?.picking.weights ?? startingWeights;
  return (
    <Page
      title={t('group.title')}
      lead={t('group.lead', { size: pilot.sizeTarget })}
      wide
      breadcrumbs={[{ to: '/pilot', label: pilot.names[language] ?? t('title') }]}
    >
      {actions.pick && (
        <Section id="weights" title={t('group.weights')} lead={t('group.weights-lead')}>
          <PolkuForm
            id="group"
            result={actionData}
            label={t('group.weights')}
            values={{
              ...Object.fromEntries(
                Object.entries(weights).map(([criterion, weight]) => [criterion, String(weight)]),
              ),
              size: String(opened?.picking.size ?? pilot.sizeTarget),
              seed: String(opened?.picking.seed ?? 2026),
            }}
            labels={Object.fromEntries([
              ...Object.keys(weights).map((criterion) => [criterion, t(`criterion.${criterion}`)]),
              ['size', t('group.size')],
              ['seed', t('group.seed')],
            ])}
          >
            {Object.keys(weights).map((criterion) => (
              <TextField
                key={criterion}
                name={criterion}
                label={t(`criterion.${criterion}`)}
                help={t(`criterion-help.${criterion}`)}
                width="s"
                keyboard="numeric"
              />
            ))}
            <TextField
              name="size"
              label={t('group.size')}
              help={t('group.size-help')}
              width="s"
              keyboard="numeric"
            />
            <TextField
              name="seed"
              label={t('group.seed')}
              help={t('group.seed-help')}
              width="s"
              keyboard="numeric"
            />
            <div className="actions">
              <Button>{t('group.pick')}</Button>
            </div>
          </PolkuForm>
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
          <p>
            {chosen ? (
              <Link to="/pilot/group?ketka=muut#picks">{t('group.show-others')}</Link>
            ) : (
              <Link to="/pilot/group#picks">{t('group.show-chosen')}</Link>
            )}
          </p>
          <DataTable
            id="picked"
            caption={t(chosen ? 'group.chosen' : 'group.others')}
            columns={[
              {
                key: 'rank',
                header: t('group.rank'),
                rowHeader: true,
                cell: (pick) => (pick.rank > 0 ? t('group.rank-no', { rank: pick.rank }) : '–'),
              },
              {
                key: 'who',
                header: t('group.who'),
                cell: (pick) =>
                  pick.name === undefined ? (
                    t('group.nameless')
                  ) : (
                    <Link to={`/clients/${pick.clientId}`}>{pick.name}</Link>
                  ),
              },
              {
                key: 'why',
                header: t('group.why'),
                cell: (pick) =>
                  pick.bar === undefined
                    ? format.list(
                        pick.reasons.map(({ criterion, points }) =>
                          t('group.reason', { criterion: t(`criterion.${criterion}`), points }),
                        ),
                      ) || t('group.no-points')
                    : t(`bar.${pick.bar}`),
              },
              {
                key: 'points',
                header: t('group.points'),
                number: true,
                cell: (pick) => format.number(pick.points),
              },
              {
                key: 'invited',
                header: t('group.state'),
                cell: (pick) => t(pick.invited ? 'group.is-invited' : 'group.not-invited'),
              },
            ]}
            rows={opened.picks}
            rowKey={(pick) => `${pick.rank} ${pick.points} ${pick.clientId ?? opened.picks.indexOf(pick)}`}
            next={opened.next === undefined ? undefined : String(opened.next)}
            empty={t('group.nobody')}
            source={t('group.source', { seed: opened.picking.seed })}
          />
          {opened.actions.invite && (
            <ConfirmForm
              id="invite"
              result={actionData}
              summary={t('group.invite')}
              act={t('group.invite-act', { count: opened.counts.chosen })}
              danger={false}
            >
              <input type="hidden" name="pickingId" value={opened.picking.pickingId} />
              <p>{t('group.invite-what')}</p>
            </ConfirmForm>
          )}
        </Section>
      )}
    </Page>
  );
}
