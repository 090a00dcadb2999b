import { useT } from '#web/i18n/use.ts';
import type { Suggestion } from '#web/ui/combobox.tsx';
import { Button, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/event.ts';

/** Names, each with one press: "came", or taken back. */
export function PressRows({
  forms,
  field,
  rows,
  act,
  result,
  empty,
  more = 0,
}: {
  readonly forms: Route.ComponentProps['loaderData']['forms']['company'];
  readonly field: 'companyId' | 'clientId';
  /** Those to be pressed; `detail` tells two of one name apart. */
  readonly rows: readonly Suggestion[];
  /** How many were found beyond these. */
  readonly more?: number;
  readonly act: 'add' | 'remove' | undefined;
  readonly result: Route.ComponentProps['actionData'];
  readonly empty: string;
}) {
  const t = useT('events');
  if (rows.length === 0) return <p>{empty}</p>;
  return (
    <>
      <ul className="plain-list">
        {rows.map(({ id, label, detail }) => (
          <li key={id}>
            {act === undefined ? (
              label
            ) : (
              <UseCaseForm
                form={forms[act]}
                row={id}
                hidden={{ [field]: id }}
                result={result}
                label={`${label}: ${t(`press.${act}`)}`}
              >
                <div className="actions">
                  <span>
                    {label}
                    {detail && <span className="computed"> {detail}</span>}
                  </span>
                  <Button
                    look={act === 'add' ? 'secondary' : 'quiet'}
                    about={[label, detail].filter(Boolean).join(', ')}
                    label={t(`press.${act}`)}
                  />
                </div>
              </UseCaseForm>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('common:suggestions-more', { count: more })}</p>}
    </>
  );
}
