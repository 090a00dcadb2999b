import type { projects } from '#projects';
import type { OutputOf } from '#use-case';
import { useT } from '#web/i18n/use.ts';
import { Button, Icon } from '#web/ui/index.ts';

export type Reason = OutputOf<(typeof projects)['openPromises']>['reasons'][number];

/** A reason in the words in which a funder would write it. */
export function useReasonWords(): (reason: Reason) => string {
  const t = useT('promises');
  return ({ code, about, details }) =>
    t(`reason.${code}`, {
      label: about?.label ?? '',
      ...details,
      ...(details?.aspect === undefined ? {} : { aspect: t(`aspect.${details.aspect}`) }),
    });
}

/** Where a reason is put right. */
export function placeOfReason(projectId: string, { code, about }: Reason): string {
  const at = `/projects/${projectId}`;
  const id = about?.id ?? 'new';
  if (code === 'no-goals' || code === 'goal-without-indicator') return `${at}/plan/goal/${id}`;
  if (code === 'no-measures' || code === 'measure-without-output') return `${at}/plan/measure/${id}`;
  if (code === 'added-value-not-shown' || code === 'services-not-compared')
    return `${at}/plan/comparison/new?measure=${id}`;
  if (code.startsWith('company-')) return `${at}/plan/company-step/new?measure=${id}`;
  if (code === 'criticism-open') return `${at}/rejection#item-${id}`;
  if (code.startsWith('horizontal') || code === 'answer-without-evidence')
    return about === undefined ? `${at}/horizontal` : `${at}/horizontal#${id}`;
  if (code === 'criticised-without-measure') return `${at}/plan#measures`;
  if (code === 'attendance-majority') return `${at}/indicators`;
  if (['reform-not-linked', 'no-before-and-after', 'pilot-without-comparison'].includes(code))
    return `${at}/plan/measure/${id}`;
  return `${at}/indicators/${id}`;
}

/** Why the plan is not ready, under the funder's criticisms, each with the way to where it is put right. */
export function ReasonList({
  projectId,
  reasons,
  mayChange,
}: {
  readonly projectId: string;
  readonly reasons: readonly Reason[];
  readonly mayChange: boolean;
}) {
  const t = useT('promises');
  const words = useReasonWords();
  const checks = [...new Set(reasons.map(({ check }) => check))];
  // A long list is first read by its headings.
  const open = reasons.length <= 12;
  return (
    <div className="reasons">
      {checks.map((check) => {
        const own = reasons.filter((reason) => reason.check === check);
        return (
          <details key={check} className="details" open={open}>
            <summary>
              {t(`check.${check}`)} ({own.length})
            </summary>
            <ul className="reason-list">
              {own.map((reason) => (
                <li key={`${reason.code} ${reason.about?.id}`}>
                  <span className={`state state--${reason.grade === 'blocks' ? 'stopped' : 'late'}`}>
                    <Icon name={reason.grade === 'blocks' ? 'stopped' : 'warning'} />
                    <span>
                      {reason.grade === 'warns' && <strong>{t('warning')} </strong>}
                      {words(reason)}
                    </span>
                  </span>
                  {mayChange && (
                    <Button
                      to={placeOfReason(projectId, reason)}
                      look="quiet"
                      about={words(reason)}
                      label={t('put-right')}
                    />
                  )}
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}
