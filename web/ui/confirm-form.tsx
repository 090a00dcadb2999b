import type { ReactNode } from 'react';
import type { ShownForm, SubmitResult } from '../forms/shown.ts';
import { useT } from '../i18n/use.ts';
import type { FormResult } from '../page.ts';
import { Button } from './button.tsx';
import { Fields, UseCaseForm } from './use-case-form.tsx';

export type ConfirmFormProps = {
  /** The button that opens the question: "Peru suostumus". */
  readonly summary: string;
  /** What will happen and what can no longer be undone. */
  readonly children?: ReactNode;
  /** The words of the act itself. */
  readonly act: string;
  readonly action?: string;
  readonly danger?: boolean;
  /** What is seldom done: the button that opens the question keeps out of the way, as in the rows of a table. */
  readonly quiet?: boolean;
  readonly result?: FormResult | SubmitResult | object | undefined | null;
  /** Names the thing to a screen reader when many stand on a page. */
  readonly about?: string;
  /** A form declared from a use case, and its row when there are many. */
  readonly form: ShownForm | undefined;
  readonly row?: string;
  readonly hidden?: Readonly<Record<string, string | number | undefined>>;
};

/** Asks once before what cannot be undone. The question opens in its place, without JavaScript too. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { summary, children, act, action, danger = true, quiet = false, result, about } = props;
  const t = useT('common');
  const { form, row, hidden } = props;
  if (form === undefined) return null;
  const id = row === undefined ? form.id : `${form.id}~${row}`;
  const sent = result as (FormResult & { readonly taken?: boolean }) | undefined | null;
  const refused = sent?.form === id && sent.taken !== true;
  const look = danger ? 'danger' : 'primary';
  const label = about === undefined ? summary : `${summary}: ${about}`;
  return (
    <details className="confirm" open={refused || undefined}>
      <summary className={`button button--${quiet ? 'quiet' : danger ? 'danger-quiet' : 'secondary'}`}>
        {summary}
        {about !== undefined && <span className="hidden">: {about}</span>}
      </summary>
      <div className="confirm-inside">
        <UseCaseForm form={form} row={row} hidden={hidden} action={action} result={result} label={label}>
          {children}
          <Fields />
          <div className="actions">
            <Button look={look} label={act} />
          </div>
          <p className="help">{t('confirm-close')}</p>
        </UseCaseForm>
      </div>
    </details>
  );
}
