import { type ReactNode, useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { useT } from '../i18n/use.ts';
import type { FormResult, Issue, Values } from '../page.ts';
import { FormContext, fieldId } from './form-context.ts';
import { useIssueText } from './issue-text.ts';
import { useShell } from './shell.ts';

export type PolkuFormProps = {
  /** Names the form; its fields get their ids from it. One id for one form on a page. */
  readonly id: string;
  readonly children: ReactNode;
  /** What the action gave back (`useActionData()` or `actionData`), when it refused. */
  readonly result?: FormResult | undefined | null;
  /** What the fields hold at first. */
  readonly values?: Values;
  readonly action?: string;
  readonly method?: 'post' | 'get';
  /** True when the form sends files. */
  readonly files?: boolean;
  /** Names the form to a screen reader when the page has several. */
  readonly label?: string;
  /** Words for fields that the summary cannot find by itself: name → label. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The whole page is fetched anew after sending (an act outside the pages, a change of language). */
  readonly reload?: boolean;
  /** In a row, for one or two fields. */
  readonly inline?: boolean;
};

/** A form that works without JavaScript, carries the token, keeps what was typed and tells what is wrong above itself. */
export function PolkuForm(props: PolkuFormProps) {
  const { id, children, result, values = {}, action, method = 'post', files, label, reload, inline } = props;
  const shell = useShell();
  const mine = result !== undefined && result !== null && (result.form === undefined || result.form === id);
  const issues = mine ? result.issues : [];
  const state = { id, values: mine ? { ...values, ...result.values } : values, issues };
  return (
    <FormContext.Provider value={state}>
      <Form
        id={id}
        method={method}
        action={action}
        encType={files === true ? 'multipart/form-data' : undefined}
        className={inline === true ? 'form form--inline' : 'form'}
        aria-label={label}
        noValidate
        reloadDocument={reload}
      >
        {issues.length > 0 && <ErrorSummary form={id} issues={issues} labels={props.labels} />}
        {method === 'post' && (
          <>
            <input type="hidden" name="_csrf" value={shell?.csrf ?? ''} />
            <input type="hidden" name="_form" value={id} />
          </>
        )}
        {children}
      </Form>
    </FormContext.Provider>
  );
}

export type ErrorSummaryProps = {
  readonly form: string;
  readonly issues: readonly Issue[];
  readonly labels?: Readonly<Record<string, string>> | undefined;
};

/** All that is wrong, each a link to its field. It takes the focus when it appears. */
export function ErrorSummary({ form, issues, labels }: ErrorSummaryProps) {
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
          const words = labels?.[issue.path];
          const sentence = `${words === undefined ? '' : `${words}: `}${text(issue)}`;
          return (
            <li key={`${issue.path} ${issue.code}`}>
              {issue.path === '' ? sentence : <a href={`#${fieldId(form, issue.path)}`}>{sentence}</a>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
