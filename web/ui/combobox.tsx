import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useT } from '../i18n/use.ts';
import { FieldError, type FieldProps, Help, RadioGroup } from './fields.tsx';
import { fieldId, useField, useFormId } from './form-context.ts';
import { useHydrated } from './hydrated.ts';

/** One answer of a suggestion address. `href` makes choosing it a move to that page. */
export type Suggestion = {
  readonly id: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
};

/** What a suggestion address answers: `GET <source>?q=<typed>` → JSON. */
export type Suggestions = {
  readonly items: readonly Suggestion[];
  /** How many more there are than these. */
  readonly more?: number;
};

export type ComboboxProps = Omit<FieldProps, 'width' | 'value'> & {
  /** The address that answers with Suggestions as JSON. */
  readonly source: string;
  /** The name under which the chosen id is sent; empty when the text fits no suggestion chosen. */
  readonly idName?: string;
  /** Without JavaScript: what the server found for the typed text, to choose from. */
  readonly choices?: readonly Suggestion[] | undefined;
  /** Least letters before asking. */
  readonly least?: number;
  /** The key `/` leads here. */
  readonly search?: boolean;
};

/** How long after a key the server is asked, in milliseconds. */
const pause = 90;

/**
 * A text field that suggests as one types (WAI-ARIA combobox with a list). Without JavaScript it is a text field: the
 * text is sent, and the action gives back `choices` when it must be asked which one was meant.
 */
export function Combobox(props: ComboboxProps) {
  const { name, label, help, optional, source, idName, choices, least = 2, search } = props;
  const t = useT('common');
  const formId = useFormId();
  const { id, value: keptText, issue: ofText } = useField(name);
  const { value: keptId, issue: ofId } = useField(idName ?? '');
  const issue = ofText ?? (choices === undefined ? ofId : undefined);
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const listId = useId();
  const [text, setText] = useState(keptText);
  const [chosenId, setChosenId] = useState(idName === undefined ? '' : keptId);
  const [found, setFound] = useState<readonly Suggestion[] | undefined>(undefined);
  const [more, setMore] = useState(0);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useRef<AbortController | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const stopAsking = () => {
    clearTimeout(timer.current);
    asked.current?.abort();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked stands in refs
  useEffect(() => stopAsking, []);

  const ask = (typed: string) => {
    stopAsking();
    if (typed.trim().length < least) {
      setFound(undefined);
      setOpen(false);
      return;
    }
    timer.current = setTimeout(async () => {
      const controller = new AbortController();
      asked.current = controller;
      try {
        const address = `${source}${source.includes('?') ? '&' : '?'}q=${encodeURIComponent(typed.trim())}`;
        const answer = await fetch(address, {
          signal: controller.signal,
          headers: { accept: 'application/json' },
        });
        if (!answer.ok) return;
        const { items, more: beyond } = (await answer.json()) as Suggestions;
        setFound(items);
        setMore(beyond ?? 0);
        setActive(-1);
        setOpen(true);
      } catch {
        // A newer key asked anew, or the connection is away: the text field still works.
      }
    }, pause);
  };

  const choose = (suggestion: Suggestion) => {
    setText(suggestion.label);
    setChosenId(suggestion.id);
    setOpen(false);
    setActive(-1);
    if (suggestion.href !== undefined) void navigate(suggestion.href);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const count = found?.length ?? 0;
    if (event.key === 'Escape' && open) {
      event.preventDefault();
      setOpen(false);
      setActive(-1);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive((at) => (at < 0 && step < 0 ? count - 1 : (at + step + count) % count));
    } else if (event.key === 'Enter' && open && active >= 0) {
      const suggestion = found?.[active];
      if (suggestion !== undefined) {
        event.preventDefault();
        choose(suggestion);
      }
    }
  };

  const described = [help === undefined ? '' : `${id}-help`, issue === undefined ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const shown = open && found !== undefined;
  return (
    <div className="field combobox">
      <label htmlFor={id} className="label">
        {label}
        {optional === true && <span className="optional"> ({t('optional')})</span>}
      </label>
      {help !== undefined && <Help id={id}>{help}</Help>}
      <FieldError id={id} issue={issue} />
      <div className="combobox-place">
        <input
          id={id}
          name={name}
          type="text"
          autoComplete="off"
          className="input input--l"
          data-search={search === true ? '' : undefined}
          aria-describedby={described === '' ? undefined : described}
          aria-invalid={issue !== undefined ? true : undefined}
          {...(hydrated
            ? {
                role: 'combobox',
                'aria-autocomplete': 'list',
                'aria-expanded': shown && found.length > 0,
                'aria-controls': listId,
                'aria-activedescendant': shown && active >= 0 ? `${listId}-${active}` : undefined,
              }
            : {})}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosenId('');
            ask(event.target.value);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            // What is answered later does not open over the field that one has gone to.
            stopAsking();
            setOpen(false);
          }}
          onFocus={() => found !== undefined && found.length > 0 && setOpen(true)}
        />
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          className="suggestions"
          hidden={!shown || found.length === 0}
        >
          {found?.map((suggestion, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field
            <div
              key={suggestion.id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === active}
              className="suggestion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(suggestion)}
            >
              {suggestion.label}
              {suggestion.detail !== undefined && (
                <span className="suggestion-detail"> {suggestion.detail}</span>
              )}
            </div>
          ))}
        </div>
      </div>
      {/* It stands after the field is left too: were it to go then, the button being pressed would move away. */}
      <p className={found?.length === 0 || (found && more > 0) ? 'help' : 'hidden'} role="status">
        {found ? t('suggestions', { count: found.length }) : ''}
        {found && more > 0 && ` ${t('suggestions-more', { count: more })}`}
      </p>
      {idName !== undefined && choices === undefined && (
        <input type="hidden" id={fieldId(formId, idName)} name={idName} value={chosenId} />
      )}
      {idName !== undefined && choices !== undefined && (
        <>
          <input type="hidden" name={`_asked.${idName}`} value={keptText} />
          <RadioGroup
            name={idName}
            label={t('which-one')}
            choices={choices.map((choice) => ({
              value: choice.id,
              label: choice.label,
              help: choice.detail,
            }))}
          />
        </>
      )}
    </div>
  );
}
