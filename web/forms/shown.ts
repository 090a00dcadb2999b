import type { InputKind } from '#use-case';
import type { FormResult, Values } from '../page.ts';
import type { FormChoice, Widget } from './define.ts';

/** A field as the browser gets it: words, not keys. */
export type ShownField = {
  readonly name: string;
  readonly kind: InputKind;
  readonly as: Widget | 'rows' | 'record';
  readonly label: string;
  readonly help?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly most?: number | undefined;
  readonly choices?: readonly FormChoice[] | undefined;
  readonly empty?: string | undefined;
  readonly unit?: string | undefined;
  readonly width?: 's' | 'm' | 'l' | undefined;
  readonly rows?: number | undefined;
  readonly inline?: boolean | undefined;
  readonly autoComplete?: string | undefined;
  readonly when?: { readonly field: string; readonly is: readonly string[] } | undefined;
  readonly asked?: boolean | undefined;
  readonly source?: string | undefined;
  readonly accept?: string | undefined;
  readonly text?: string | undefined;
  readonly secret?: boolean | undefined;
  readonly row?: readonly ShownField[] | undefined;
  /** Of a record: the field of each key. */
  readonly keys?: readonly ShownField[] | undefined;
  readonly spare?: number | undefined;
};

/** A form as a loader hands it to its page. */
export type ShownForm = {
  readonly id: string;
  /** Taken once by the server: the form sent again gets the answer of the first time. */
  readonly key: string;
  /** What the fields held when they were shown, as hashes; absent when nothing saved is changed. */
  readonly seen?: string | undefined;
  readonly fields: readonly ShownField[];
  readonly values: Values;
  /** The same for each row that the form serves. */
  readonly rows?: Readonly<Record<string, { readonly values: Values; readonly seen: string }>> | undefined;
  readonly act: string;
};

/** What an action gives back when the form is shown again. */
export type SubmitResult = FormResult & {
  readonly seen?: string | undefined;
  /** What somebody else has saved meanwhile, by the field: names of inputs with what they hold. */
  readonly meanwhile?:
    | Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>>
    | undefined;
  /** What a typed text may have meant, by the field of the id. */
  readonly meant?:
    | Readonly<
        Record<
          string,
          readonly { readonly id: string; readonly label: string; readonly detail?: string | undefined }[]
        >
      >
    | undefined;
  /** The refusal as the use case gave it, for a page that shows more of it. */
  readonly refusal?:
    | { readonly code: string; readonly details?: Readonly<Record<string, unknown>> | undefined }
    | undefined;
  /** Labels of the texts that were typed, by their names, for a page on which the form stands no more. */
  readonly texts?: Readonly<Record<string, string>> | undefined;
  /** The change has been made and its answer stands on the page: the form begins anew. */
  readonly taken?: boolean | undefined;
  /** How many rows stand there now, by the field. */
  readonly rowCount?: Readonly<Record<string, number>> | undefined;
};
