import { useT } from '../i18n/use.ts';
import { Checkbox, Select, TextField } from '../ui/index.ts';

export type SuggestedRow = {
  readonly uri: string;
  readonly words: { readonly text: string };
  /** The words of the text that caused the suggestion. */
  readonly cause?: string | undefined;
};

/** Rows to confirm one by one: a box that nobody has ticked, and the level beside it. */
export function SkillRows({ rows, from }: { readonly rows: readonly SuggestedRow[]; readonly from: number }) {
  const t = useT('skills');
  return (
    <ul className="rows rows--wide">
      {rows.map((row, at) => (
        <li className="row pick pick--level" key={row.uri}>
          <Checkbox
            name={`skill-${from + at}`}
            value={row.uri}
            label={row.words.text}
            help={<Cause row={row} />}
          />
          <Select
            name={`level-${from + at}`}
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
          <Checkbox
            name={`occupation-${at}`}
            value={row.uri}
            label={row.words.text}
            help={<Cause row={row} />}
          />
          <TextField
            name={`years-${at}`}
            label={t('years-of', { occupation: row.words.text })}
            keyboard="decimal"
            width="s"
          />
        </li>
      ))}
    </ul>
  );
}

function Cause({ row }: { readonly row: SuggestedRow }) {
  const t = useT('skills');
  return row.cause === undefined ? null : t('because', { words: row.cause });
}

/** What the confirmed rows rest on; one answer for all of them. */
export function EvidenceOfAll() {
  const t = useT('skills');
  return (
    <Select
      name="evidence"
      label={t('evidence-of-all')}
      value="work"
      choices={(['own-word', 'work', 'education', 'certificate', 'hobby'] as const).map((evidence) => ({
        value: evidence,
        label: t(`evidence.${evidence}`),
      }))}
    />
  );
}
