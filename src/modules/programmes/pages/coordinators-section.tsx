import { Link } from 'react-router';
import type { PageData } from '#web/context.ts';
import type { ShownForm } from '#web/forms/shown.ts';
import { useT } from '#web/i18n/use.ts';
import type { FormResult } from '#web/page.ts';
import { Card, FoldedForm, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';

type Opened = Extract<
  Awaited<ReturnType<PageData['services']['programmes']['programmeCoordinators']>>,
  { ok: true }
>['value'];

/** Who answers for what, who writes for each, and who sits on the board. */
export function CoordinatorsSection({
  opened,
  forms,
  result,
}: {
  readonly opened: Opened;
  readonly forms: Readonly<Record<'name' | 'end', ShownForm>>;
  readonly result: FormResult | undefined;
}) {
  const t = useT('programmes');
  const { programmeId, language, coordinators, actions, board } = opened;
  return (
    <Section id="coordinators" title={t('tabs.coordinators')} lead={t('coordinators-lead')}>
      <div className="cards">
        {coordinators.map((coordinator) => (
          <Card
            key={coordinator.coordinatorId}
            title={<span lang={language}>{coordinator.name}</span>}
            state={
              <p>
                {coordinator.writers.length === 0 ? (
                  <StateLine kind="late">{t('nobody-writes')}</StateLine>
                ) : (
                  <StateLine kind="done">
                    {t(coordinator.writers.some(({ named }) => named) ? 'writers' : 'writers-by-role', {
                      names: coordinator.writers.map((writer) => writer.name).join(', '),
                    })}
                  </StateLine>
                )}
              </p>
            }
          >
            {coordinator.nowCalled !== undefined && <p>{t('now-called', { name: coordinator.nowCalled })}</p>}
            <ul>
              {coordinator.goals.map((goal) => (
                <li key={goal.id}>
                  <Link to={`/programmes/${programmeId}/goals/${goal.id}`} lang={language}>
                    {goal.title}
                  </Link>
                </li>
              ))}
            </ul>
            {actions.keep && (
              <>
                {coordinator.writers
                  .filter(({ named }) => named)
                  .map((writer) => (
                    <UseCaseForm
                      key={writer.accountId}
                      form={forms.end}
                      row={`${coordinator.coordinatorId}-${writer.accountId}`}
                      hidden={{ coordinatorId: coordinator.coordinatorId, accountId: writer.accountId }}
                      result={result}
                      act={`${t('writer-end')}: ${writer.name}`}
                      about={coordinator.name}
                      look="quiet"
                      inline
                    />
                  ))}
                <FoldedForm
                  summary={t('name-writer')}
                  fold="secondary"
                  form={forms.name}
                  row={coordinator.coordinatorId}
                  hidden={{ coordinatorId: coordinator.coordinatorId }}
                  result={result}
                  about={coordinator.name}
                />
              </>
            )}
          </Card>
        ))}
      </div>
      {board && (
        <Section id="members" title={board.name} level={3}>
          <ul lang={language}>
            {board.members.map((member) => (
              <li key={member.name}>{[member.name, member.role].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </Section>
      )}
    </Section>
  );
}
