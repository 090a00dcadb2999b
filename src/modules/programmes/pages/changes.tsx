import type { PartChange } from '#programmes';
import { useT } from '#web/i18n/use.ts';
import { Details } from '#web/ui/index.ts';

/** What one version changed: part by part, and on asking the words before and after. */
export function Changes({
  changes,
  language,
}: {
  readonly changes: readonly PartChange[];
  readonly language: string;
}) {
  const t = useT('programmes');
  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.change} ${change.title}`}>
          {t(`change.${change.change}`, { what: t(`part.${change.kind}`) })}:{' '}
          <span lang={language}>{change.title}</span>
          {change.fields.length > 0 && (
            <Details
              summary={t('change.fields', {
                fields: change.fields.map(({ field }) => t(`changed-field.${field}`)).join(', '),
              })}
            >
              <dl className="definitions">
                {change.fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{t(`changed-field.${field}`)}</dt>
                    <dd>
                      <del lang={language}>{before || '–'}</del> → <ins lang={language}>{after || '–'}</ins>
                    </dd>
                  </div>
                ))}
              </dl>
            </Details>
          )}
        </li>
      ))}
    </ul>
  );
}
