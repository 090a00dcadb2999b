import type { Services } from '#server/services.ts';
import type { SentForm } from '../page.ts';

type Room = keyof Services & string;

/** A use case as a form names it: the room and the use case, `clients.addTask`. */
export type UseCaseName = { [R in Room]: `${R}.${keyof Services[R] & string}` }[Room];

type Called<N extends UseCaseName> = N extends `${infer R}.${infer K}`
  ? R extends Room
    ? K extends keyof Services[R]
      ? Services[R][K]
      : never
    : never
  : never;

/** What the use case takes. */
export type InputFor<N extends UseCaseName> =
  // biome-ignore lint/suspicious/noExplicitAny: a conditional type has to match use cases of every output
  Called<N> extends (input: infer I, ...rest: any[]) => any ? I : never;

/** What the use case gives when it did what was asked. */
export type OutputFor<N extends UseCaseName> =
  // biome-ignore lint/suspicious/noExplicitAny: a conditional type has to match use cases of every input
  Called<N> extends (...given: any[]) => Promise<infer Done>
    ? Extract<Done, { readonly ok: true }> extends { readonly value: infer O }
      ? O
      : never
    : never;

type Plain = string | number | boolean | bigint | Date | Uint8Array | readonly unknown[];

/** The names of the fields of an input: `what`, and `names.fi` for what is inside. */
export type FieldName<I> = I extends unknown
  ? {
      [K in keyof I & string]: NonNullable<I[K]> extends Plain
        ? K
        : NonNullable<I[K]> extends object
          ? K | `${K}.${keyof NonNullable<I[K]> & string}` | InnerName<K, NonNullable<I[K]>>
          : K;
    }[keyof I & string]
  : never;
type InnerName<K extends string, I> = I extends unknown
  ? {
      [P in keyof I & string]:
        | `${K}.${P}`
        | (NonNullable<I[P]> extends Plain
            ? never
            : NonNullable<I[P]> extends object
              ? `${K}.${P}.${keyof NonNullable<I[P]> & string}`
              : never);
    }[keyof I & string]
  : never;

type RowOf<I, P extends string> = I extends unknown
  ? P extends keyof I
    ? NonNullable<I[P]> extends readonly (infer Row)[]
      ? keyof Row & string
      : string
    : string
  : never;

type Parts<I> = I extends Plain
  ? I
  : I extends object
    ? { readonly [K in keyof I]?: Parts<I[K]> | undefined }
    : I;

/** How a field is shown. Without it the kind of the value decides. */
export type Widget =
  | 'line'
  | 'area'
  | 'select'
  | 'radios'
  | 'ticks'
  | 'tick'
  | 'suggest'
  | 'password'
  | 'file'
  | 'hidden';

/** One thing to choose; `help` stands under it, a locked one cannot be chosen. */
export type FormChoice = {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly locked?: boolean | undefined;
  /** The language of the label, when it is a name that stays in its own. */
  readonly lang?: string | undefined;
};

/** What the use case's own input cannot tell of a field. Everything may be left out. Keys of texts are of the form's namespace. */
export type FieldOptions<Name extends string = string, Row extends string = string> = {
  readonly as?: Widget;
  /** What people type, when the schema does not say (`euros` of a text that the use case reads itself). */
  readonly kind?:
    | 'day'
    | 'month'
    | 'time'
    | 'number'
    | 'integer'
    | 'hours'
    | 'euros'
    | 'percent'
    | 'email'
    | 'phone'
    | 'postcode'
    | 'web'
    | 'identity-code'
    | 'text';
  /** Key of the label; without it the field's name in kebab-case, with the form's id before it when such a text exists. */
  readonly label?: string;
  /** Key of the help; without it `<label>-help` when there is such a text. `false`: none. */
  readonly help?: string | false;
  /** Begins the keys of the choices' words (`duty.`), or gives the key of a choice; without it `<name>.`. */
  readonly words?: string | ((value: string) => string);
  /** Which choices, in which order; without it all that the input knows. What a loader finds goes to `showForm`. */
  readonly choices?: readonly string[];
  /** Key of the words for no choice in a list. An optional list has one anyway. */
  readonly empty?: string;
  /** Key of the unit after the label: €, km, h. */
  readonly unit?: string;
  readonly width?: 's' | 'm' | 'l';
  readonly rows?: number;
  readonly inline?: boolean;
  readonly autoComplete?: string;
  /** Said in words beside the label; without it what the input accepts decides. */
  readonly optional?: boolean;
  /** Shown only when another field has one of these values; otherwise nothing of it is sent on. */
  readonly when?: { readonly field: Name; readonly is: string | readonly string[] };
  /** `suggest`: the address that suggests, and the name of the typed text beside the id. */
  readonly source?: string;
  readonly text?: string;
  /** Shown only once a refusal has asked for it (a confirmation that is seldom needed). */
  readonly asked?: boolean;
  /** A time in which one may type `9–15`: the end goes to this field when that one is empty. */
  readonly until?: Name;
  /** Never kept in the browser between visits (identity codes and passwords never are). */
  readonly secret?: boolean;
  /** `file`: the use case takes the bytes alone, not `{ name, content }`. */
  readonly bytes?: boolean;
  /** `file`: which ones the browser offers, `.pdf,.docx`. */
  readonly accept?: string;
  /** Rows: the fields of one row, and how many empty ones stand ready. */
  readonly row?: { readonly [R in Row]?: FieldOptions<string> };
  readonly spare?: number;
  /** Rows that the page places: key of a row's own name, for its errors; else “Row 2”. */
  readonly rowLabel?: (at: number) => string;
  /** Reads the value from the typed text, where nothing above fits. */
  readonly read?: (typed: string, sent: SentForm) => unknown;
};

export type FormOptions<N extends UseCaseName> = {
  /** Names the form on its page; without it the use case in kebab-case. */
  readonly id?: string;
  /** Namespace of its texts; without it the use case's room. */
  readonly texts?: string;
  /** What the person fills in, in order. */
  readonly fields?: {
    readonly [P in FieldName<InputFor<N>>]?: FieldOptions<FieldName<InputFor<N>>, RowOf<InputFor<N>, P>>;
  };
  /** What the page hands on in hidden fields (`hidden` of `UseCaseForm`); the policy of the use case decides on it. */
  readonly hidden?: readonly FieldName<InputFor<N>>[];
  /** What the action adds (`fixed` of `submitForm`). */
  readonly fixed?: readonly FieldName<InputFor<N>>[];
  /** What is always the same; tells also which shape an input of many shapes has. */
  readonly given?: Parts<InputFor<N>>;
  /** Key of the button's words; without it "Save". */
  readonly act?: string;
};

/** A form, said once. */
export type UseCaseForm<N extends UseCaseName = UseCaseName> = {
  readonly useCase: N;
  readonly room: string;
  readonly key: string;
  readonly id: string;
  readonly texts: string;
  readonly fields: Readonly<Record<string, FieldOptions>>;
  readonly hidden: readonly string[];
  readonly fixed: readonly string[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly act: string;
};

/** Every form that has been declared, for the tests that walk them. */
export const declaredForms: UseCaseForm[] = [];

/** `happenedOn` → `happened-on`, `names.fi` → `names.fi`. */
export const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '');

/** Declares a form from the input of a use case: only what the input cannot tell is said. */
export function defineForm<const N extends UseCaseName>(
  useCase: N,
  options: FormOptions<N> = {},
): UseCaseForm<N> {
  const [room = '', key = ''] = useCase.split('.');
  const form: UseCaseForm<N> = {
    useCase,
    room,
    key,
    id: options.id ?? kebab(key),
    texts: options.texts ?? room,
    fields: (options.fields ?? {}) as Readonly<Record<string, FieldOptions>>,
    hidden: options.hidden ?? [],
    fixed: options.fixed ?? [],
    given: (options.given ?? {}) as Readonly<Record<string, unknown>>,
    act: options.act ?? 'common:save',
  };
  declaredForms.push(form as unknown as UseCaseForm);
  return form;
}

/** A text by its key, of the form's namespace unless it names another; undefined when there is none. */
export type Words = {
  readonly find: (key: string, places?: Readonly<Record<string, unknown>>) => string | undefined;
};
