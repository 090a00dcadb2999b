/** A run of words: plain, or with a meaning. `name` is what a page or a button is called. */
export type Inline =
  | string
  | { readonly kind: 'name' | 'strong' | 'code'; readonly of: readonly Inline[] }
  | { readonly kind: 'link'; readonly to: string; readonly of: readonly Inline[] };

/** A part of a guide. */
export type Block =
  | { readonly kind: 'heading'; readonly id: string; readonly level: 2 | 3; readonly of: readonly Inline[] }
  | { readonly kind: 'text'; readonly of: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'sample'; readonly text: string }
  | { readonly kind: 'picture'; readonly from: string; readonly alt: string };

/** A guide as it is read: its title, its first sentence, and the rest. */
export type Guide = {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly Block[];
};

/** The words alone. */
export const plain = (of: readonly Inline[]): string =>
  of.map((part) => (typeof part === 'string' ? part : plain(part.of))).join('');
