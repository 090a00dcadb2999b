import { Details } from './statements.tsx';
import { UseCaseForm, type UseCaseFormProps } from './use-case-form.tsx';

/** A form that stands folded until it is needed: open when it was refused, and when what was typed has come back. */
export function FoldedForm({
  summary,
  open = false,
  fold,
  ...form
}: UseCaseFormProps & {
  /** The words that open it; they also name the form to a screen reader. */
  readonly summary: string;
  readonly open?: boolean;
  /** How the words that open it look, when what it holds is an act of the page. */
  readonly fold?: 'primary' | 'secondary';
}) {
  if (form.form === undefined) return null;
  const id = form.row === undefined ? form.form.id : `${form.form.id}~${form.row}`;
  const sent = form.result as
    | { readonly form?: string | undefined; readonly taken?: boolean }
    | undefined
    | null;
  const cameBack = sent?.form === id && sent.taken !== true;
  return (
    <Details summary={summary} act={fold} open={open || cameBack}>
      <UseCaseForm label={form.about === undefined ? summary : `${summary}: ${form.about}`} {...form} />
    </Details>
  );
}
