import { useFormat, useT } from '#web/i18n/use.ts';
import { Button, EmptyState, Section, UseCaseForm } from '#web/ui/index.ts';
import type { PartProps } from './mapping.ts';
import { changeWords } from './words.ts';

/** Who changed what in a mapping, when, from what to what; what nobody has touched since can be taken back. */
export function HistorySection({
  history,
  here,
  mapping: { own },
  forms,
  result,
}: PartProps & { readonly history: NonNullable<PartProps['history']> }) {
  const t = useT('skills');
  const roles = useT('roles');
  const format = useFormat();
  return (
    <Section id="history" title={t('history-title')} lead={t(own ? 'history-lead-own' : 'history-lead-of')}>
      {history.acts.length === 0 ? (
        <EmptyState title={t('history-none')} />
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
                {act.undoable && forms.undo && (
                  <UseCaseForm
                    form={forms.undo}
                    row={act.actId}
                    hidden={{ actId: act.actId }}
                    result={result}
                    label={`${t('undo')}: ${what[0] ?? ''}`}
                    about={what[0] ?? ''}
                    look="secondary"
                  />
                )}
              </li>
            );
          })}
        </ol>
      )}
      <p className="actions">
        {history.next !== undefined && (
          <Button
            look="secondary"
            to={`${here}?history=yes&from=${history.next}#history`}
            label={t('older')}
          />
        )}
      </p>
    </Section>
  );
}
