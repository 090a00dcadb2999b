import type { ItemResult, PartKind } from './kinds.ts';

export interface PrintedPart {
  readonly kind: PartKind;
  /** As printed in the document; absent = the usual heading of this kind, '' = none. */
  readonly title?: string | undefined;
  readonly text: string;
  readonly line?: number | undefined;
  /** On a decision made here: what became of the proposal; its sentence stands before the text. */
  readonly result?: ItemResult | undefined;
}

export interface Printable {
  /** The item was read from a document: its own parts are the whole of it, in their own order. */
  readonly imported: boolean;
  readonly parts: readonly PrintedPart[];
  readonly preparers: readonly string[];
  readonly presenter: string | undefined;
  readonly proposals: readonly string[];
  /** What was decided; its own words only where they are not the proposal's. Absent until decided. */
  readonly decision: { readonly result: ItemResult; readonly text: string } | undefined;
  readonly receivers: readonly string[];
  readonly attachments: readonly string[];
}

const points = (rows: readonly string[]) => rows.map((row) => `• ${row}`).join('\n');

/** An item in the order in which a Finnish board prints it, as document 001 does; a part without words is left out. */
export function printOf(item: Printable): PrintedPart[] {
  if (item.imported) return [...item.parts];
  const own = (kind: PartKind) => item.parts.filter((part) => part.kind === kind && part.text !== '');
  const made = (kind: PartKind, text: string, title?: string): PrintedPart[] =>
    text === '' ? [] : [{ kind, text, ...(title === undefined ? {} : { title }) }];
  const proposal = item.proposals.join('\n\n');
  return [
    ...made('preparer', points(item.preparers)),
    ...own('background'),
    ...own('legal-basis'),
    ...made('attachments', points(item.attachments)),
    ...(proposal === '' ? [] : [{ kind: 'proposal' as const, text: '' }]),
    ...(item.presenter === undefined ? [] : made('presenter', points([item.presenter]))),
    ...made('proposal', proposal, ''),
    ...own('handling'),
    ...(item.decision === undefined ? [] : [{ kind: 'decision' as const, ...item.decision }]),
    ...made('distribution', points(item.receivers)),
    ...own('appeal'),
    ...own('other'),
  ];
}
