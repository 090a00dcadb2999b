import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { useT } from '../i18n/use.ts';
import type { Issue, Values } from '../page.ts';
import { FormContext, fieldId } from './form-context.ts';
import { useIssueText } from './issue-text.ts';
import { useShell } from './shell.ts';

type Around = {
  /** Names the form; its fields get their ids from it. One id for one form on a page. */
  readonly id: string;
  readonly children: ReactNode;
  /** Names the form to a screen reader when the page has several. */
  readonly label?: string;
};

/** Puts what is chosen in the address: filters, a day to look at, another version. Nothing is changed by it. */
export function AddressForm({
  id,
  children,
  label,
  values = {},
  inline = false,
}: Around & {
  /** What the fields hold: what is in force. */
  readonly values?: Values;
  /** In a row, for one or two fields. */
  readonly inline?: boolean;
}) {
  return (
    <FormContext.Provider value={{ id, values, issues: [] }}>
      <Form
        id={id}
        method="get"
        className={inline ? 'form form--inline' : 'form'}
        aria-label={label}
        noValidate
      >
        {children}
      </Form>
    </FormContext.Provider>
  );
}

/** Buttons of the rows of a list, or of this browser, that no use case has: there is nothing to type in it. */
export function ButtonForm({ id, children, label }: Around) {
  const shell = useShell();
  return (
    <FormContext.Provider value={{ id, values: {}, issues: [] }}>
      <Form id={id} method="post" className="form" aria-label={label} noValidate>
        <input type="hidden" name="_csrf" value={shell?.csrf ?? ''} />
        <input type="hidden" name="_form" value={id} />
        {children}
      </Form>
    </FormContext.Provider>
  );
}

type ErrorSummaryProps = {
  readonly form: string;
  readonly issues: readonly Issue[];
};

/** All that is wrong, each a link to its field. It takes the focus when it appears. */
export function ErrorSummary({ form, issues }: ErrorSummaryProps) {
  const t = useT('errors');
  const text = useIssueText();
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus again
  useEffect(() => box.current?.focus(), [issues]);
  return (
    <div ref={box} className="error-summary" tabIndex={-1} role="alert" aria-labelledby={`${form}-errors`}>
      <h2 id={`${form}-errors`}>{t('summary', { count: issues.length })}</h2>
      <ul>
        {issues.map((issue) => {
          const sentence = issue.summary ?? text(issue);
          const id = fieldId(form, issue.path);
          return (
            <li key={`${issue.path} ${issue.code}`}>
              {issue.path === '' ? (
                sentence
              ) : (
                <a href={`#${id}`} onClick={(event) => focusField(event, id)}>
                  {sentence}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** To the field without a change of address, so that what is wrong with the other fields stays on the page. */
function focusField(event: MouseEvent, id: string): void {
  const found = document.getElementById(id) ?? document.querySelector(`[name="${CSS.escape(id)}"]`);
  const typed = found?.closest('.combobox')?.querySelector('input[type=text]');
  const place = found instanceof HTMLInputElement && found.type === 'hidden' ? (typed ?? found) : found;
  if (!(place instanceof HTMLElement)) return;
  event.preventDefault();
  for (
    let folded = place.closest('details');
    folded;
    folded = folded.parentElement?.closest('details') ?? null
  )
    folded.open = true;
  place.focus();
  place.scrollIntoView({ block: 'center' });
}
