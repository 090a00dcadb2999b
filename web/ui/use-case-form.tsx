import { type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Form, useLocation, useNavigation } from 'react-router';
import type { ShownForm, SubmitResult } from '../forms/shown.ts';
import { useFormat, useT } from '../i18n/use.ts';
import type { Values } from '../page.ts';
import { Button } from './button.tsx';
import { ErrorSummary } from './form.tsx';
import { FormContext } from './form-context.ts';
import { FieldView } from './form-field.tsx';
import {
  forgetForm,
  type KeptForm,
  keepForm,
  keptForm,
  keptName,
  unsent,
  withoutIdentityCodes,
} from './kept-forms.ts';
import { Notice } from './notice.tsx';
import { useShell } from './shell.ts';

export type UseCaseFormProps = {
  /** What `showForm` gave to the loader; nothing stands there when this viewer may not send it now. */
  readonly form: ShownForm | undefined;
  /** What the action gave back: `actionData`. */
  readonly result?: SubmitResult | object | undefined | null;
  /** Tells one of many forms of the same kind: the id of its row. */
  readonly row?: string;
  /** What the form hands on as it is: ids that the declaration lists in `hidden`. */
  readonly hidden?: Readonly<Record<string, string | number | undefined>>;
  /** What the fields of this row hold, when one form serves many rows. As the fields write it. */
  readonly values?: Values;
  /** Without children all fields stand in their order and the button after them. */
  readonly children?: ReactNode;
  /** The button's words, when the declaration's are not right here. */
  readonly act?: ReactNode;
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** The address to which one goes without saving. */
  readonly cancel?: string;
  /** Beside the button. */
  readonly acts?: ReactNode;
  /** Names the form to a screen reader when the page has several. */
  readonly label?: string;
  /** Says of which row the button is, to a screen reader. */
  readonly about?: string;
  readonly inline?: boolean;
  readonly action?: string;
};

/** A form declared from a use case. It works without JavaScript; with it nothing typed is lost. */
export function UseCaseForm(props: UseCaseFormProps) {
  return props.form === undefined ? null : <StandingForm {...props} form={props.form} />;
}

function StandingForm(props: UseCaseFormProps & { readonly form: ShownForm }) {
  const { form, row, hidden = {}, inline } = props;
  const id = row === undefined ? form.id : `${form.id}~${row}`;
  const answered = resultOf(props.result, id);
  // What has been taken begins anew.
  const result = answered?.taken === true ? undefined : answered;
  const shell = useShell();
  const kept = useKept(form, id, answered);
  const ofRow = row === undefined ? undefined : form.rows?.[row];
  const start = { ...form.values, ...ofRow?.values, ...props.values };
  const values =
    kept.restored?.values ?? (result === undefined ? start : sentValues(form, start, result.values));
  const issues = result?.issues ?? [];
  const [now, setNow] = useState<Readonly<Record<string, readonly string[]>> | undefined>(undefined);
  const watched = form.fields.some(({ when }) => when !== undefined);
  const read = useCallback((element: HTMLFormElement) => watched && setNow(typed(element)), [watched]);
  useEffect(() => {
    if (kept.element.current) read(kept.element.current);
  }, [kept.element, read]);
  const key = kept.restored?.key ?? (row === undefined ? form.key : `${form.key}.${row}`);
  const seen = result?.seen ?? kept.restored?.seen ?? ofRow?.seen ?? form.seen;
  const files = form.fields.some(({ as }) => as === 'file');
  const under = useNavigation();
  return (
    <FormContext.Provider value={{ id, values, issues, shown: form, result, now }}>
      <Form
        ref={kept.element}
        id={id}
        method="post"
        action={props.action}
        encType={files ? 'multipart/form-data' : undefined}
        className={inline === true ? 'form form--inline' : 'form'}
        aria-label={props.label}
        noValidate
        onInput={(event) => {
          kept.typed();
          read(event.currentTarget);
        }}
        onSubmit={(event) => {
          // Pressed twice: the first is still under way, and its answer is the one to wait for.
          if (isUnderWay(under.formData, event)) event.preventDefault();
          else kept.sent();
        }}
      >
        {issues.length > 0 && <ErrorSummary form={id} issues={issues} />}
        {kept.restored !== undefined && <Restored at={kept.restored.at} clear={kept.clear} />}
        <input type="hidden" name="_csrf" value={shell?.csrf ?? ''} />
        <input type="hidden" name="_form" value={id} />
        <input type="hidden" name="_key" value={key} />
        {seen !== undefined && <input type="hidden" name="_seen" value={seen} />}
        {Object.entries(hidden).map(
          ([name, value]) =>
            value !== undefined && <input key={name} type="hidden" name={name} value={String(value)} />,
        )}
        <div key={kept.round} className="form-fields">
          {props.children ?? (
            <>
              <Fields />
              <FormActs {...props} />
            </>
          )}
        </div>
      </Form>
    </FormContext.Provider>
  );
}

/** Is just what would be sent on its way already? */
function isUnderWay(
  sent: FormData | undefined,
  event: { readonly currentTarget: HTMLFormElement; readonly nativeEvent: Event },
): boolean {
  if (sent === undefined) return false;
  const now = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
  const plain = (data: FormData) =>
    JSON.stringify([...data].map(([name, value]) => [name, value instanceof File ? value.name : value]));
  return plain(sent) === plain(now);
}

/** The answer of the action, when it is about this form. */
function resultOf(given: unknown, id: string): SubmitResult | undefined {
  if (typeof given !== 'object' || given === null || !('issues' in given)) return undefined;
  const result = given as SubmitResult;
  return result.form === undefined || result.form === id ? result : undefined;
}

/** What was sent; a list from which everything was taken is empty and not what it was at first. */
function sentValues(form: ShownForm, start: Values, sent: Values): Values {
  const ticks = form.fields
    .filter(({ kind }) => kind === 'choices' || kind === 'tick')
    .map(({ name }) => [name, []] as const);
  const rows = form.fields.filter(({ kind }) => kind === 'rows').map(({ name }) => `${name}.`);
  const first = Object.entries(start).filter(([name]) => !rows.some((before) => name.startsWith(before)));
  return { ...Object.fromEntries(first), ...Object.fromEntries(ticks), ...sent };
}

/** A field of the form around it, by its name. */
export function Field({ name }: { readonly name: string }) {
  const form = useContext(FormContext);
  const field = form?.shown?.fields.find((candidate) => candidate.name === name);
  return field === undefined ? null : <FieldView field={field} />;
}

/** The fields of the form around, in their order: all, only some, or all but some. */
export function Fields({
  of,
  but = [],
}: {
  readonly of?: readonly string[];
  readonly but?: readonly string[];
}) {
  const fields = useContext(FormContext)?.shown?.fields ?? [];
  return fields
    .filter(({ name }) => (of === undefined || of.includes(name)) && !but.includes(name))
    .map((field) => <FieldView key={field.name} field={field} />);
}

/** The fields of one row, where the page itself places the rows (a line for each kind of cost). */
export function RowFields({ of, at }: { readonly of: string; readonly at: number }) {
  const field = useContext(FormContext)?.shown?.fields.find(({ name }) => name === of);
  return field?.row?.map((inner) => (
    <FieldView key={inner.name} field={inner} name={`${of}.${at}.${inner.name}`} />
  ));
}

/** The button of the form around, and the way out without saving. */
export function FormActs({
  act,
  look,
  about,
  cancel,
  acts,
  intent,
}: Pick<UseCaseFormProps, 'act' | 'look' | 'about' | 'cancel' | 'acts'> & { readonly intent?: string }) {
  const t = useT('common');
  const form = useContext(FormContext);
  return (
    <div className="actions">
      <Button
        look={look}
        about={about}
        {...(intent === undefined ? {} : { name: 'intent', value: intent })}
        label={act ?? form?.shown?.act}
      />
      {acts}
      {cancel !== undefined && <Button look="secondary" to={cancel} label={t('cancel')} />}
    </div>
  );
}

function Restored({ at, clear }: { readonly at: number; readonly clear: () => void }) {
  const t = useT('forms');
  const format = useFormat();
  return (
    <Notice kind="info" live>
      <p>{t('restored', { when: format.instant(new Date(at)) })}</p>
      <p>
        <Button look="quiet" onPress={clear} label={t('restored-clear')} />
      </p>
    </Notice>
  );
}

/** What the form's fields hold now, by name; of it the browser keeps nothing secret and no files. */
function typed(element: HTMLFormElement, secret: readonly string[] = []): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, value] of new FormData(element)) {
    if (typeof value !== 'string' || /^_(csrf|form|key|seen)$/.test(name) || secret.includes(name)) continue;
    found[name] = [...(found[name] ?? []), value];
  }
  return found;
}

/** Has a file been chosen? The browser keeps none, but a form that holds one is not as it was. */
function holdsFile(element: HTMLFormElement): boolean {
  return [...new FormData(element).values()].some((value) => value instanceof File && value.name !== '');
}

/** Unfolds what the form stands in, so that what has come back is seen. */
function openAround(element: HTMLElement): void {
  for (
    let folded = element.closest('details');
    folded;
    folded = folded.parentElement?.closest('details') ?? null
  )
    folded.open = true;
}

/** How long after a key the browser keeps what is typed, in milliseconds. */
const pause = 300;

/** Keeps what is typed, brings it back, and knows whether something is unsent. */
function useKept(form: ShownForm, id: string, result: SubmitResult | undefined) {
  const shell = useShell();
  const { pathname, search } = useLocation();
  const name = keptName(shell?.viewer?.id ?? 'visitor', pathname + search, id);
  const element = useRef<HTMLFormElement>(null);
  const [restored, setRestored] = useState<KeptForm | undefined>(undefined);
  const [round, setRound] = useState(0);
  const first = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const wasSent = useRef(false);
  const shownKey = useRef(form.key);
  const secret = form.fields.filter((field) => field.secret === true).map((field) => field.name);

  const keep = () => {
    clearTimeout(timer.current);
    if (!element.current) return;
    const values = typed(element.current, secret);
    if (JSON.stringify(values) === first.current && restored === undefined && !holdsFile(element.current)) {
      unsent.delete(id);
      forgetForm(name);
      return;
    }
    unsent.add(id);
    const held = new FormData(element.current);
    const seen = held.get('_seen');
    keepForm(name, {
      at: Date.now(),
      values: withoutIdentityCodes(values),
      key: String(held.get('_key') ?? ''),
      seen: typeof seen === 'string' ? seen : undefined,
    });
  };
  const latest = useRef(keep);
  latest.current = keep;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a form at an address
  useEffect(() => {
    if (!element.current) return;
    first.current = JSON.stringify(typed(element.current, secret));
    const kept = result === undefined ? keptForm(name) : undefined;
    if (kept !== undefined && JSON.stringify(kept.values) !== first.current) {
      openAround(element.current);
      setRestored(kept);
      setRound((count) => count + 1);
      unsent.add(id);
    }
    const leaving = () => {
      if (timer.current !== undefined && unsent.has(id)) latest.current();
    };
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      clearTimeout(timer.current);
      unsent.delete(id);
    };
  }, [name]);

  // What came back is unsent again; what was taken begins anew, also on the same page.
  useEffect(() => {
    if (result !== undefined && result.issues.length > 0) {
      wasSent.current = false;
      unsent.add(id);
    } else if (result !== undefined) forgetForm(name);
  }, [result, id, name]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the loader has made the form anew
  useEffect(() => {
    if (shownKey.current === form.key) return;
    shownKey.current = form.key;
    if (!wasSent.current && unsent.has(id)) return;
    wasSent.current = false;
    setRestored(undefined);
    setRound((count) => count + 1);
  }, [form.key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields have just been made anew
  useEffect(() => {
    if (round > 0 && element.current && restored === undefined)
      first.current = JSON.stringify(typed(element.current, secret));
  }, [round]);

  return {
    element,
    restored,
    round,
    typed: () => {
      // The answer stands on the page already, and the form made anew is still on its way: this is new text.
      if (result !== undefined && result.issues.length === 0) wasSent.current = false;
      unsent.add(id);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), pause);
    },
    sent: () => {
      latest.current();
      unsent.delete(id);
      wasSent.current = true;
    },
    clear: () => {
      forgetForm(name);
      unsent.delete(id);
      setRestored(undefined);
      setRound((count) => count + 1);
    },
  };
}
