import { Link } from 'react-router';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { ProgrammeTabs } from '../programmes/tabs.tsx';
import { networkRoles, programmeCrumbs } from '../programmes/words.ts';
import { Button, Card, Page, PolkuForm, PrintButton, Section, Select, StateLine } from '../ui/index.ts';
import type { Route } from './+types/programmes-coordinators.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  return orThrow(await services.programmes.programmeCoordinators({ programmeId: params.programmeId }));
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const sent = await formValues(context, request);
  const end = sent.intent === 'end';
  const done = await services.programmes.nameWriter({
    programmeId: params.programmeId,
    coordinatorId: sent.text('coordinatorId'),
    accountId: sent.text('accountId'),
    act: end ? 'end' : 'name',
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/programmes/${params.programmeId}/coordinators`, {
    kind: 'success',
    key: end ? 'programmes:writer-ended' : 'programmes:writer-named',
  });
}

/** Who answers for what, who writes for each, and who sits on the board. */
export default function Coordinators({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('programmes');
  const { programmeId, name, language, coordinators, accounts, actions, board } = loaderData;
  return (
    <Page
      title={t('tabs.coordinators')}
      lead={t('coordinators-lead')}
      breadcrumbs={programmeCrumbs(t, { programmeId, name })}
      actions={<PrintButton />}
    >
      <ProgrammeTabs programmeId={programmeId} keeper={actions.keep} />
      <div className="cards">
        {coordinators.map((one) => (
          <Card
            key={one.coordinatorId}
            level={2}
            title={<span lang={language}>{one.name}</span>}
            state={
              <p>
                {one.writers.length === 0 ? (
                  <StateLine kind="late">{t('nobody-writes')}</StateLine>
                ) : (
                  <StateLine kind="done">
                    {t(one.writers.some(({ named }) => named) ? 'writers' : 'writers-by-role', {
                      names: one.writers.map((writer) => writer.name).join(', '),
                    })}
                  </StateLine>
                )}
              </p>
            }
          >
            {one.nowCalled !== undefined && <p>{t('now-called', { name: one.nowCalled })}</p>}
            <ul>
              {one.goals.map((goal) => (
                <li key={goal.id}>
                  <Link to={`/programmes/${programmeId}/goals/${goal.id}`} lang={language}>
                    {goal.title}
                  </Link>
                </li>
              ))}
            </ul>
            {actions.keep && (
              <>
                {one.writers
                  .filter(({ named }) => named)
                  .map((writer) => (
                    <PolkuForm
                      key={writer.accountId}
                      id={`end-${one.coordinatorId}-${writer.accountId}`}
                      result={actionData}
                      label={t('writer-end')}
                      inline
                    >
                      <input type="hidden" name="coordinatorId" value={one.coordinatorId} />
                      <input type="hidden" name="accountId" value={writer.accountId} />
                      <Button look="quiet" name="intent" value="end" about={writer.name}>
                        {t('writer-end')}
                      </Button>
                    </PolkuForm>
                  ))}
                <PolkuForm
                  id={`name-${one.coordinatorId}`}
                  result={actionData}
                  label={one.name}
                  labels={{ accountId: t('name-writer') }}
                >
                  <input type="hidden" name="coordinatorId" value={one.coordinatorId} />
                  <Select
                    name="accountId"
                    label={t('name-writer')}
                    choices={accounts.map((account) => ({ value: account.accountId, label: account.name }))}
                    empty={t('choose')}
                  />
                  <div className="actions">
                    <Button look="secondary" about={one.name}>
                      {t('name-writer')}
                    </Button>
                  </div>
                </PolkuForm>
              </>
            )}
          </Card>
        ))}
      </div>
      {board && (
        <Section id="members" title={board.name}>
          <ul lang={language}>
            {board.members.map((member) => (
              <li key={member.name}>{[member.name, member.role].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
