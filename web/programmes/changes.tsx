import type { PartChange } from '#programmes';
import { useT } from '../i18n/use.ts';
import { Details } from '../ui/index.ts';

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
      {changes.map((one) => (
        <li key={`${one.kind} ${one.change} ${one.title}`}>
          {t(`change.${one.change}`, { what: t(`part.${one.kind}`) })}:{' '}
          <span lang={language}>{one.title}</span>
          {one.fields.length > 0 && (
            <Details
              summary={t('change.fields', {
                fields: one.fields.map(({ field }) => t(`field.${field}`)).join(', '),
              })}
            >
              <dl className="definitions">
                {one.fields.map(({ field, before, after }) => (
                  <div key={field}>
                    <dt>{t(`field.${field}`)}</dt>
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
