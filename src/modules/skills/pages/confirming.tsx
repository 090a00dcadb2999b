import { useT } from '#web/i18n/use.ts';
import { Checkbox, Select, TextField } from '#web/ui/index.ts';

export type SuggestedRow = {
  readonly uri: string;
  readonly words: { readonly text: string };
  /** The words of the text that caused the suggestion. */
  readonly cause?: string | undefined;
};

/** Rows to confirm one by one: a box that nobody has ticked, and the level beside it. */
export function SkillRows({ rows }: { readonly rows: readonly SuggestedRow[] }) {
  const t = useT('skills');
  return (
    <ul className="rows rows--wide">
      {rows.map((row, at) => (
        <li className="row pick pick--level" key={row.uri}>
          <Pick name={`skills.${at}.uri`} row={row} />
          <Select
            name={`skills.${at}.level`}
            label={t('level-of', { skill: row.words.text })}
            empty={t('choose-level')}
            choices={[1, 2, 3].map((level) => ({ value: String(level), label: t(`level-name.${level}`) }))}
          />
        </li>
      ))}
    </ul>
  );
}

/** The same for occupations, with years. */
export function OccupationRows({ rows }: { readonly rows: readonly SuggestedRow[] }) {
  const t = useT('skills');
  return (
    <ul className="rows rows--wide">
      {rows.map((row, at) => (
        <li className="row pick" key={row.uri}>
          <Pick name={`occupations.${at}.uri`} row={row} />
          <TextField
            name={`occupations.${at}.years`}
            label={t('years-of', { occupation: row.words.text })}
            keyboard="decimal"
            width="s"
          />
        </li>
      ))}
    </ul>
  );
}

function Pick({ name, row }: { readonly name: string; readonly row: SuggestedRow }) {
  const t = useT('skills');
  const help = row.cause === undefined ? undefined : t('because', { words: row.cause });
  return <Checkbox name={name} value={row.uri} label={row.words.text} help={help} />;
}
