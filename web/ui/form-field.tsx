import { useContext, useState } from 'react';
import { readDay, writeDay } from '#kernel/typed-days.ts';
import type { ShownField } from '../forms/shown.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { Button } from './button.tsx';
import { Combobox } from './combobox.tsx';
import { Checkbox, CheckboxGroup, FileField, RadioGroup, Select, TextArea, TextField } from './fields.tsx';
import { FormContext, useField } from './form-context.ts';
import { useHydrated } from './hydrated.ts';

/** A field of a declared form, by what it holds. One that depends on another is out of sight until it is needed. */
export function FieldView({
  field,
  name = field.name,
}: {
  readonly field: ShownField;
  readonly name?: string;
}) {
  const form = useContext(FormContext);
  const hydrated = useHydrated();
  const { when } = field;
  const away =
    hydrated &&
    when !== undefined &&
    form?.now !== undefined &&
    !(form.now[when.field] ?? []).some((value) => when.is.includes(value));
  const meanwhile = form?.result?.meanwhile?.[name];
  const isAskedFor =
    field.asked !== true ||
    form?.issues.some(({ path }) => path === name) === true ||
    (form?.values[name] ?? []).length > 0;
  if (!isAskedFor) return null;
  const control = (
    <>
      <Control field={field} name={name} />
      {meanwhile !== undefined && <Meanwhile field={field} name={name} theirs={meanwhile} />}
    </>
  );
  return when === undefined ? control : <div hidden={away}>{control}</div>;
}

const keyboards: Partial<Record<ShownField['kind'], 'numeric' | 'decimal' | 'email' | 'tel' | 'url'>> = {
  integer: 'numeric',
  number: 'decimal',
  euros: 'decimal',
  percent: 'decimal',
  email: 'email',
  phone: 'tel',
  web: 'url',
};

function Control({ field, name }: { readonly field: ShownField; readonly name: string }) {
  const form = useContext(FormContext);
  const { as, kind, label, help, optional, choices = [], inline } = field;
  const common = { name, label, help, optional };
  switch (as) {
    case 'hidden':
      return <HiddenField name={name} />;
    case 'rows':
      return <RowsField field={field} name={name} />;
    case 'record':
      return field.keys?.map((key) => <FieldView key={key.name} field={key} />) ?? null;
    case 'area':
      return <TextArea {...common} rows={field.rows ?? 5} maxLength={field.most} />;
    case 'select':
      return <Select {...common} choices={choices} empty={field.empty} width={field.width} />;
    case 'radios':
      return <RadioGroup {...common} choices={choices} inline={inline} />;
    case 'ticks':
      return <CheckboxGroup {...common} choices={choices} inline={inline} />;
    case 'tick':
      return <Checkbox name={name} label={label} help={help} />;
    case 'file':
      return <FileField {...common} accept={field.accept} />;
    case 'suggest':
      return (
        <Combobox
          {...common}
          name={field.text ?? `${name}.text`}
          idName={name}
          source={field.source ?? ''}
          choices={form?.result?.meant?.[name]}
        />
      );
    case 'password':
      return <TextField {...common} type="password" width={field.width} />;
    default:
      return kind === 'day' ? (
        <DayField {...common} />
      ) : (
        <TextField
          {...common}
          type={kind === 'email' ? 'email' : kind === 'phone' ? 'tel' : 'text'}
          keyboard={keyboards[kind]}
          unit={field.unit}
          width={field.width}
          maxLength={field.most}
          autoComplete={field.autoComplete}
        />
      );
  }
}

function HiddenField({ name }: { readonly name: string }) {
  const { value } = useField(name);
  return <input type="hidden" name={name} value={value} />;
}

type DayFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly optional?: boolean | undefined;
};

/** A day as people type it, the same in every browser; beside it how it is read. */
function DayField(props: DayFieldProps) {
  const t = useT('forms');
  const format = useFormat();
  const [text, setText] = useState<string | undefined>(undefined);
  const today = new Date().toISOString().slice(0, 10);
  const read = text === undefined ? undefined : readDay(text, today);
  const told =
    read?.ok === true && text?.trim() !== writeDay(read.value) ? format.weekday(read.value) : undefined;
  return (
    <TextField
      {...props}
      width="s"
      onText={setText}
      after={
        <p className="counter" aria-live="polite">
          {told !== undefined && t('read-as', { day: told })}
        </p>
      }
    />
  );
}

/** Rows of fields, as many as there are and a few empty ones. */
function RowsField({ field, name }: { readonly field: ShownField; readonly name: string }) {
  const t = useT('forms');
  const form = useContext(FormContext);
  const hydrated = useHydrated();
  const filled = Math.max(
    0,
    ...Object.keys(form?.values ?? {}).flatMap((key) =>
      key.startsWith(`${name}.`) ? [Number(key.slice(name.length + 1).split('.')[0]) + 1] : [],
    ),
  );
  const [more, setMore] = useState(0);
  const spare = form?.result === undefined ? (field.spare ?? 1) : 0;
  const count = Math.max(filled + spare, form?.result?.rowCount?.[name] ?? 0, 1) + more;
  return (
    <fieldset className="field group rows" id={`${form?.id}-${name}`} tabIndex={-1}>
      <legend className="label">{field.label}</legend>
      {/* the key Enter sends the form and does not add a row */}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
      {field.help !== undefined && <div className="help">{field.help}</div>}
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <fieldset key={at} className="form-row">
          <legend className="label">{t('row', { row: at + 1 })}</legend>
          {field.row?.map((inner) => (
            <FieldView key={inner.name} field={inner} name={`${name}.${at}.${inner.name}`} />
          ))}
        </fieldset>
      ))}
      {hydrated ? (
        <Button look="secondary" onPress={() => setMore((rows) => rows + 1)} label={t('add-row')} />
      ) : (
        <Button look="secondary" name="intent" value={`more:${name}`} label={t('add-row')} />
      )}
    </fieldset>
  );
}

/** What somebody else has saved meanwhile, beside what is typed here, and the choice between them. */
function Meanwhile({
  field,
  name,
  theirs,
}: {
  readonly field: ShownField;
  readonly name: string;
  readonly theirs: readonly (readonly [string, readonly string[]])[];
}) {
  const t = useT('forms');
  const lines = theirs.map(([input, texts]) => {
    const part =
      field.keys?.find((key) => key.name === input) ??
      field.row?.find((inner) => input.endsWith(`.${inner.name}`));
    const { kind, label, choices = [] } = part ?? field;
    const words = texts
      .map((text) => (kind === 'tick' ? label : (choices.find(({ value }) => value === text)?.label ?? text)))
      .join(', ');
    return part === undefined || kind === 'tick' ? words : `${label}: ${words}`;
  });
  const held = lines.join('\n');
  return (
    <div className="meanwhile">
      <p className="label">{t('meanwhile-theirs')}</p>
      <p className="meanwhile-text">{held === '' ? t('meanwhile-empty') : held}</p>
      <RadioGroup
        name={`_keep.${name}`}
        label={t('meanwhile-choose')}
        choices={[
          { value: 'mine', label: t('keep-mine') },
          { value: 'theirs', label: t('keep-theirs') },
        ]}
      />
    </div>
  );
}
