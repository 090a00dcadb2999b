import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import type { Issue, SentForm } from '../page.ts';

/** What was ticked among the rows, or what is wrong with it. */
export type Confirmed = {
  readonly skills: { uri: string; level: 1 | 2 | 3 }[];
  readonly occupations: { uri: string; years: number }[];
  readonly issues: Issue[];
};

/** Reads the ticked rows: each ticked skill needs its level, each ticked occupation its years. */
export function confirmedRows(sent: SentForm): Confirmed {
  const confirmed: Confirmed = { skills: [], occupations: [], issues: [] };
  for (const name of Object.keys(sent.values)) {
    const [, kind, at] = /^(skill|occupation)-(\d+)$/.exec(name) ?? [];
    const uri = sent.text(name);
    if (kind === undefined || uri === '') continue;
    if (kind === 'skill') {
      const level = Number(sent.text(`level-${at}`));
      if (level === 1 || level === 2 || level === 3) confirmed.skills.push({ uri, level });
      else confirmed.issues.push({ path: `level-${at}`, code: 'level-missing' });
    } else {
      const years = parseFinnishNumber(sent.text(`years-${at}`));
      if (years.ok && years.value >= 0 && years.value <= 70)
        confirmed.occupations.push({ uri, years: years.value });
      else confirmed.issues.push({ path: `years-${at}`, code: 'years-missing' });
    }
  }
  if (confirmed.issues.length === 0 && confirmed.skills.length + confirmed.occupations.length === 0)
    confirmed.issues.push({ path: '', code: 'nothing-chosen' });
  return confirmed;
}
