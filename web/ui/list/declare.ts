import type { ReactNode } from 'react';
import type { Refusal, Result } from '#kernel/result.ts';
import type { ListPage } from '#lists';
import type { OutputOf } from '#use-case';
import type { PageData } from '../../context.ts';
import type { Format } from '../../i18n/format.ts';
import type { Namespace } from '../../i18n/use.ts';
import type { Language } from '../../language.ts';
import type { Choice } from '../fields.tsx';

/** What a list asks of its use case. The use case checks names and values, so here they are of any kind. */
export type ListQuestion = {
  readonly search: string;
  // biome-ignore lint/suspicious/noExplicitAny: names and values of filters are the use case's to check
  readonly filters: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly sort: any;
  readonly after: string | undefined;
  readonly limit: number;
};

/** What columns, filters and acts are written with. */
export type ListTools<Found> = {
  /** The texts of the list's namespace. */
  readonly t: ((key: string, places?: Readonly<Record<string, unknown>>) => string) & {
    /** Is there such a text? For keys made of data (codes). */
    readonly has: (key: string) => boolean;
  };
  readonly format: Format;
  readonly language: Language;
  /** Everything that the use case gave: the page and what stands beside it (counts, rights). */
  readonly found: Found;
};

type Value = string | number | undefined;

/** One column: what it holds, from which both the screen and the file are made. */
export type ListColumn<Row, Found> = {
  /** Names it; its label is `column.<key>` of the list's texts. */
  readonly key: string;
  /** `money` is whole cents, `day` YYYY-MM-DD, `instant` an ISO instant, `link` a text that leads to `to`. */
  readonly kind: 'text' | 'number' | 'money' | 'day' | 'instant' | 'state' | 'link' | 'people';
  readonly value: (row: Row, tools: ListTools<Found>) => Value | readonly string[];
  /** Where a link leads; nowhere when it would not open to this viewer. */
  readonly to?: (row: Row, tools: ListTools<Found>) => string | undefined;
  /** How it looks, when it says more than its value. */
  readonly cell?: (row: Row, tools: ListTools<Found>) => ReactNode;
  /** The key of the text that stands for no value; without it the cell is empty. */
  readonly absent?: string;
  /** The order of the use case that sorts by it. */
  readonly sort?: string;
  /** The column that names the row. One column has it. */
  readonly rowHeader?: boolean;
  /** On a phone: in the second line of the card (as by nature), at the end of the first, or not at all. */
  readonly phone?: 'second' | 'first' | 'none';
  /** Is the column there for this viewer? */
  readonly when?: (tools: ListTools<Found>) => boolean;
  /** Where it is shown, when not in both. */
  readonly only?: 'screen' | 'file';
};

/** Something by which a list is narrowed: a parameter of the address with one or more values. */
export type ListFilter<Found> = {
  /** The use case's name of it, and the parameter of the address. Its label is `filter.<name>`. */
  readonly name: string;
} & (
  | {
      /** Boxes that can be ticked many at a time, or one choice. */
      readonly kind: 'boxes' | 'select';
      readonly choices: (tools: ListTools<Found>) => readonly Choice[];
    }
  /** A day as people write it; the use case gets YYYY-MM-DD. */
  | { readonly kind: 'day' }
  /** What only a link brings (a person's id): it has no field, and stands among the words in force. */
  | { readonly kind: 'link'; readonly words: (value: string, tools: ListTools<Found>) => string }
);

/** An act of a row or of the rows that were chosen. A link leads; an intent is sent to the page's action. */
/** `about` says more to a screen reader where the same word stands on every row. */
export type RowAct = { readonly label: string; readonly about?: string } & (
  | { readonly to: string }
  | { readonly intent: string }
);
export type BulkAct = { readonly intent: string; readonly label: string };

/** A row of what a list's use case gives. */
export type RowIn<Found extends ListPage<unknown>> = Found['rows'][number];

export type ListDeclaration<Found extends ListPage<unknown>> = {
  /** Names the list: ids on the page, the file. */
  readonly name: string;
  /** The namespace of its texts: `title`, `search`, `search-help`, `column.*`, `filter.*`, `none`, `none-next`. */
  readonly texts: Namespace;
  /** Begins the keys of its texts in a namespace that has other things too: `bodies-list.` */
  readonly prefix?: string;
  /** Asks the use case; `params` are those of the page's address. */
  readonly source: (
    services: PageData['services'],
    asked: ListQuestion,
    page: PageData,
    params: Readonly<Record<string, string | undefined>>,
  ) => Promise<Result<Found, Refusal>>;
  readonly rowKey: (row: RowIn<NoInfer<Found>>) => string;
  readonly columns: readonly ListColumn<RowIn<NoInfer<Found>>, NoInfer<Found>>[];
  /** False for a list that has nothing to search by. */
  readonly searched?: boolean;
  readonly filters?: readonly ListFilter<NoInfer<Found>>[];
  /** The order in force when none is asked, as the columns call it; shown in the heading. */
  readonly sort: string;
  /** The act that stands in the row; undefined for a row that has none. */
  readonly act?: (row: RowIn<NoInfer<Found>>, tools: ListTools<NoInfer<Found>>) => RowAct | undefined;
  /** Acts for many rows at once. With none, rows are not chosen. */
  readonly bulk?: (tools: ListTools<NoInfer<Found>>) => readonly BulkAct[];
  /** What is shown when there is nothing at all: the next act. Its words are `none` and `none-next`. */
  readonly start?: (tools: ListTools<NoInfer<Found>>) => ReactNode;
  /** Is a file offered? */
  readonly file?: boolean;
  /** Old names in addresses: of parameters, of orders (`sort`) and of values. */
  readonly was?: Readonly<Record<string, string>>;
};

/** Declares a list: its page, its file, its print and its paging are made from this. */
export function defineList<Found extends ListPage<unknown>>(
  list: ListDeclaration<Found>,
): ListDeclaration<Found> {
  declaredLists.push(list);
  return list;
}

/** Every list that has been declared so far. */
export const declaredLists: Pick<
  ListDeclaration<never>,
  'name' | 'texts' | 'prefix' | 'searched' | 'columns' | 'filters'
>[] = [];

/** A row of the list that a use case gives, for components of its cells. */
export type RowOf<U> = OutputOf<U> extends { readonly rows: readonly (infer Row)[] } ? Row : never;

/** What a page's loader gives to `List`. */
export type LoadedList<Found> = {
  readonly found: Found;
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: string | undefined;
  /** The whole result, to be printed. */
  readonly whole: boolean;
  /** Parameters of the address that the list does not know; they were left out. */
  readonly ignored: readonly string[];
  /** When it was read. */
  readonly at: string;
};
