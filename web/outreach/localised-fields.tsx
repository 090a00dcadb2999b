import { useT } from '../i18n/use.ts';
import { languages } from '../language.ts';
import type { Localised } from '../ui/index.ts';
import { TextArea, TextField } from '../ui/index.ts';

/** One text in three languages, Finnish first; fields are named `name.fi`, `name.sv`, `name.en`. */
export function LocalisedFields({
  name,
  label,
  help,
  values,
  rows,
  maxLength,
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly values?: Localised | undefined;
  /** Absent: one line. */
  readonly rows?: number;
  readonly maxLength: number;
}) {
  const t = useT('outreach');
  return (
    <>
      {languages.map((language) => {
        const common = {
          name: `${name}.${language}`,
          label: t('in-language', { label, language: t(`language.${language}`) }),
          value: values?.[language],
          maxLength,
          optional: language !== 'fi',
          ...(help === undefined || language !== 'fi' ? {} : { help }),
        };
        return rows === undefined ? (
          <TextField key={language} {...common} width="l" />
        ) : (
          <TextArea key={language} {...common} rows={rows} />
        );
      })}
    </>
  );
}
