import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { useT } from '../i18n/use.ts';
import type { Issue } from '../page.ts';
import { Counter, useCounter } from './counter.tsx';
import { useField, useManyField } from './form-context.ts';
import { Icon } from './icon.tsx';
import { useIssueText } from './issue-text.ts';

export type FieldProps = {
  readonly name: string;
  readonly label: string;
  /** Help stands between the label and the field. */
  readonly help?: ReactNode;
  /** Marked in words; fields without the mark are required by the page's own rules. */
  readonly optional?: boolean | undefined;
  /** What the field holds at first (else the form's `values`). */
  readonly value?: string | undefined;
  readonly width?: 's' | 'm' | 'l' | undefined;
};

type Described = {
  readonly id: string;
  readonly help?: ReactNode;
  readonly issue: Issue | undefined;
  readonly counted?: boolean;
};

/** The ids of the help, the error and the counter, in the order they are read. */
export function describedBy({ id, help, issue, counted }: Described): string | undefined {
  const ids = [
    help === undefined ? '' : `${id}-help`,
    issue === undefined ? '' : `${id}-error`,
    counted === true ? `${id}-left` : '',
  ].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** The label of a field. */
export function Label({
  id,
  label,
  optional,
}: {
  readonly id: string;
  readonly label: string;
  readonly optional?: boolean | undefined;
}) {
  const t = useT('common');
  return (
    <label htmlFor={id} className="label">
      {label}
      {optional === true && <span className="optional"> ({t('optional')})</span>}
    </label>
  );
}

/** The help of a field. */
export function Help({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div id={`${id}-help`} className="help">
      {children}
    </div>
  );
}

/** What is wrong with a field, beside it. */
export function FieldError({ id, issue }: { readonly id: string; readonly issue: Issue | undefined }) {
  const text = useIssueText();
  if (issue === undefined) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      <Icon name="error" />
      {text(issue)}
    </p>
  );
}

export type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'password';
  /** Which keyboard a phone shows. */
  readonly keyboard?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined;
  /** After the field: €, km, h. */
  readonly unit?: string | undefined;
  /** Most characters: counted, never cut. */
  readonly maxLength?: number | undefined;
  /** Told after each key, beside the field. */
  readonly onText?: (text: string) => void;
  readonly after?: ReactNode;
};

/** One line of text. A number is text too: the kernel reads Finnish numbers. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    help,
    optional,
    width = 'm',
    type = 'text',
    keyboard,
    autoComplete = 'off',
    unit,
  } = props;
  const { id, value, issue } = useField(name, props.value);
  const counter = useCounter(props.maxLength, value, false);
  return (
    <div className="field">
      <Label id={id} label={unit === undefined ? label : `${label} (${unit})`} optional={optional} />
      {help !== undefined && <Help id={id}>{help}</Help>}
      <FieldError id={id} issue={issue} />
      <input
        id={id}
        name={name}
        type={type}
        inputMode={keyboard}
        autoComplete={autoComplete}
        defaultValue={value}
        onInput={(event) => {
          counter.onInput?.(event.currentTarget.value);
          props.onText?.(event.currentTarget.value);
        }}
        className={`input input--${width}`}
        aria-describedby={describedBy({ id, help, issue, counted: counter.shown })}
        aria-invalid={issue !== undefined ? true : undefined}
      />
      {counter.shown && props.maxLength !== undefined && (
        <Counter id={id} limit={props.maxLength} length={counter.length} />
      )}
      {props.after}
    </div>
  );
}

/** A file from the person's own machine; its form is `files`. A browser never keeps the choice after a refusal. */
export function FileField(props: Omit<FieldProps, 'value' | 'width'> & { readonly accept?: string }) {
  const { name, label, help, optional, accept } = props;
  const { id, issue } = useField(name, undefined);
  return (
    <div className="field">
      <Label id={id} label={label} optional={optional} />
      {help !== undefined && <Help id={id}>{help}</Help>}
      <FieldError id={id} issue={issue} />
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        className="input input--l"
        aria-describedby={describedBy({ id, help, issue })}
        aria-invalid={issue !== undefined ? true : undefined}
      />
    </div>
  );
}

export type TextAreaProps = FieldProps & {
  readonly rows?: number | undefined;
  /** Most characters: counted, never cut. */
  readonly maxLength?: number | undefined;
};

/** Many lines of text. */
export function TextArea({ name, label, help, optional, value: given, rows = 5, maxLength }: TextAreaProps) {
  const { id, value, issue } = useField(name, given);
  const counter = useCounter(maxLength, value, true);
  return (
    <div className="field">
      <Label id={id} label={label} optional={optional} />
      {help !== undefined && <Help id={id}>{help}</Help>}
      <FieldError id={id} issue={issue} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        onInput={(event) => counter.onInput?.(event.currentTarget.value)}
        className="input input--l"
        aria-describedby={describedBy({ id, help, issue, counted: counter.shown })}
        aria-invalid={issue !== undefined ? true : undefined}
      />
      {counter.shown && maxLength !== undefined && (
        <Counter id={id} limit={maxLength} length={counter.length} />
      )}
    </div>
  );
}

/** One thing to choose. `help` stands under its label; a locked one says why in its help. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly locked?: boolean | undefined;
  readonly lang?: string | undefined;
};

export type SelectProps = FieldProps & {
  readonly choices: readonly Choice[];
  readonly empty?: string | undefined;
};

/** One of many, in the browser's own list. `empty` is the words of no choice. */
export function Select({
  name,
  label,
  help,
  optional,
  value: given,
  width = 'm',
  choices,
  empty,
}: SelectProps) {
  const { id, value, issue } = useField(name, given);
  return (
    <div className="field">
      <Label id={id} label={label} optional={optional} />
      {help !== undefined && <Help id={id}>{help}</Help>}
      <FieldError id={id} issue={issue} />
      <select
        id={id}
        name={name}
        defaultValue={value}
        className={`input select input--${width}`}
        aria-describedby={describedBy({ id, help, issue })}
        aria-invalid={issue !== undefined ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.locked} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type GroupProps = Omit<FieldProps, 'value' | 'width'> & {
  readonly choices: readonly Choice[];
  readonly inline?: boolean | undefined;
};

function Group(
  props: GroupProps & {
    readonly id: string;
    readonly issue: Issue | undefined;
    readonly children: ReactNode;
  },
) {
  const { id, label, help, optional, issue, inline, children } = props;
  const t = useT('common');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="field group"
      aria-describedby={describedBy({ id, help, issue })}
    >
      <legend className="label">
        {label}
        {optional === true && <span className="optional"> ({t('optional')})</span>}
      </legend>
      {help !== undefined && <Help id={id}>{help}</Help>}
      <FieldError id={id} issue={issue} />
      <div className={inline === true ? 'choices choices--inline' : 'choices'}>{children}</div>
    </fieldset>
  );
}

/** Any number of things. Each box sends its value under the same name. */
export function CheckboxGroup(
  props: GroupProps & {
    readonly values?: readonly string[] | undefined;
    /** Of one name in several groups: what tells this group from the first. */
    readonly part?: string | undefined;
  },
) {
  const { id, values, issue } = useManyField(props.name, props.values);
  return (
    <Group {...props} id={props.part === undefined ? id : `${id}-${props.part}`} issue={issue}>
      {props.choices.map((choice) => (
        <Tick
          key={choice.value}
          type="checkbox"
          name={props.name}
          id={`${id}-${choice.value}`}
          choice={choice}
          ticked={values.includes(choice.value)}
        />
      ))}
    </Group>
  );
}

/** Exactly one thing, all in sight. */
export function RadioGroup(props: GroupProps & { readonly value?: string | undefined }) {
  const { id, value, issue } = useField(props.name, props.value);
  return (
    <Group {...props} id={id} issue={issue}>
      {props.choices.map((choice) => (
        <Tick
          key={choice.value}
          type="radio"
          name={props.name}
          id={`${id}-${choice.value}`}
          choice={choice}
          ticked={value === choice.value}
        />
      ))}
    </Group>
  );
}

/** One yes-or-no. */
export function Checkbox(props: {
  readonly name: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly checked?: boolean;
  readonly value?: string;
}) {
  const { name, label, help, value = 'yes' } = props;
  const { id, values, issue } = useManyField(name, props.checked === true ? [value] : []);
  return (
    <div className="field">
      <FieldError id={id} issue={issue} />
      <Tick
        type="checkbox"
        name={name}
        id={id}
        choice={{ value, label, help }}
        ticked={values.includes(value)}
        issue={issue}
      />
    </div>
  );
}

function Tick(props: {
  readonly type: 'checkbox' | 'radio';
  readonly id: string;
  readonly name: string;
  readonly choice: Choice;
  readonly ticked: boolean;
  readonly issue?: Issue | undefined;
}) {
  const { type, id, name, choice, ticked, issue } = props;
  return (
    <div className="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={choice.value}
        defaultChecked={ticked}
        disabled={choice.locked}
        className={type}
        aria-describedby={describedBy({ id, help: choice.help, issue })}
        aria-invalid={issue !== undefined ? true : undefined}
      />
      <div>
        <label htmlFor={id} lang={choice.lang}>
          {choice.label}
        </label>
        {choice.help !== undefined && <Help id={id}>{choice.help}</Help>}
      </div>
    </div>
  );
}

/** A day, as `YYYY-MM-DD`, in the browser's own calendar. */
export function DateField({
  name,
  label,
  help,
  optional,
  value: given,
  earliest,
  latest,
}: FieldProps & { readonly earliest?: string; readonly latest?: string }) {
  const t = useT('common');
  const { id, value, issue } = useField(name, given);
  const told = help ?? t('date-help');
  return (
    <div className="field">
      <Label id={id} label={label} optional={optional} />
      <Help id={id}>{told}</Help>
      <FieldError id={id} issue={issue} />
      <input
        id={id}
        name={name}
        type="date"
        min={earliest}
        max={latest}
        defaultValue={value}
        className="input input--s"
        aria-describedby={describedBy({ id, help: told, issue })}
        aria-invalid={issue !== undefined ? true : undefined}
      />
    </div>
  );
}

/** The search of a page; the key `/` leads here. Stands in a form with method get, or by itself with its own button. */
export function SearchField({
  name = 'search',
  label,
  help,
  value: given,
  button,
}: Omit<FieldProps, 'name' | 'optional' | 'width'> & { readonly name?: string; readonly button?: string }) {
  const t = useT('common');
  const { id, value } = useField(name, given);
  return (
    <div className="field search">
      <Label id={id} label={label} />
      {help !== undefined && <Help id={id}>{help}</Help>}
      <div className="search-row">
        <input
          id={id}
          name={name}
          type="search"
          autoComplete="off"
          defaultValue={value}
          data-search=""
          className="input"
          aria-describedby={help === undefined ? undefined : `${id}-help`}
        />
        <button type="submit" className="button button--primary">
          <Icon name="search" />
          <span>{button ?? t('search')}</span>
        </button>
      </div>
    </div>
  );
}
