import { useT } from '../i18n/use.ts';
import type { Issue } from '../page.ts';

/** The sentence of an issue: the refusal's own text, else the text of the field error, else a general one. */
export function useIssueText(): (issue: Issue) => string {
  const refusal = useT('refusals');
  const error = useT('errors');
  return (issue) => {
    if (issue.text !== undefined) return issue.text;
    if (refusal.has(issue.code)) return refusal(issue.code, issue.details);
    if (error.has(`field.${issue.code}`)) return error(`field.${issue.code}`, issue.details);
    return error('field.invalid');
  };
}
