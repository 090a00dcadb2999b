import { createContext, useContext } from 'react';
import type { ShownForm, SubmitResult } from '../forms/shown.ts';
import type { Issue, Values } from '../page.ts';

/** What a form tells its fields. */
export type FormState = {
  readonly id: string;
  readonly values: Values;
  readonly issues: readonly Issue[];
  /** Of a form declared from a use case: its fields, what the action gave back, and what the fields hold now. */
  readonly shown?: ShownForm;
  readonly result?: SubmitResult | undefined;
  readonly now?: Readonly<Record<string, readonly string[]>> | undefined;
};

export const FormContext = createContext<FormState | undefined>(undefined);

/** The form's id; absent outside forms. */
export function useFormId(): string | undefined {
  return useContext(FormContext)?.id;
}

/** A field's place in its form: its id, what was typed before (else what is given), what is wrong with it. */
export function useField(
  name: string,
  given?: string,
): { readonly id: string; readonly value: string; readonly issue: Issue | undefined } {
  const form = useContext(FormContext);
  const kept = form?.values[name];
  return {
    id: fieldId(form?.id, name),
    value: kept === undefined ? (given ?? '') : ([kept].flat()[0] ?? ''),
    issue: form?.issues.find((issue) => issue.path === name),
  };
}

/** The same for a field that has many values. After a failed sending, an empty list is what the user chose. */
export function useManyField(
  name: string,
  given: readonly string[] = [],
): { readonly id: string; readonly values: readonly string[]; readonly issue: Issue | undefined } {
  const form = useContext(FormContext);
  const wasSent = form !== undefined && form.issues.length > 0;
  const kept = form?.values[name];
  return {
    id: fieldId(form?.id, name),
    values: kept === undefined ? (wasSent ? [] : given) : [kept].flat(),
    issue: form?.issues.find((issue) => issue.path === name),
  };
}

/** The id of a field: the form's id and the field's name. The error summary leads to it. */
export function fieldId(form: string | undefined, name: string): string {
  return form === undefined ? name : `${form}-${name}`;
}
