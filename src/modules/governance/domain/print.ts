import type { BallotChoice, ItemResult, PartKind } from './codes.ts';
import type { Tally, VoteOutcome } from './voting.ts';

/** A vote as minutes print it; who voted how only when it is known by seat. */
export interface PrintedVote extends Tally, VoteOutcome {
  readonly proposal: string;
  readonly counter: string;
  readonly by: readonly { readonly choice: BallotChoice; readonly who: readonly string[] }[];
}

export interface PrintedPart {
  readonly kind: PartKind | 'dissent';
  /** As printed in the document; absent = the usual heading of this kind, '' = none. */
  readonly title?: string | undefined;
  readonly text: string;
  readonly line?: number | undefined;
  /** On a decision made here: what became of the proposal; its sentence stands before the text. */
  readonly result?: ItemResult | undefined;
  /** On the handling: who was disqualified, and the votes; their sentences stand after the text. */
  readonly disqualified?: readonly { readonly who: string; readonly why: string }[] | undefined;
  readonly votes?: readonly PrintedVote[] | undefined;
  /** On a dissenting opinion: whose (by position), with the reasons as the text. */
  readonly who?: string | undefined;
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
  readonly disqualified?: readonly { readonly who: string; readonly why: string }[];
  readonly votes?: readonly PrintedVote[];
  readonly dissents?: readonly { readonly who: string; readonly reasons: string }[];
  readonly receivers: readonly string[];
  readonly attachments: readonly string[];
}

const points = (rows: readonly string[]) => rows.map((row) => `• ${row}`).join('\n');

/** An item in the order in which a Finnish board prints it, as document 001 does; a part without words is left out. */
export function printOf(item: Printable): PrintedPart[] {
  if (item.imported) return item.parts.map((part) => ({ ...part, title: part.title ?? '' }));
  const own = (kind: PartKind) => item.parts.filter((part) => part.kind === kind && part.text !== '');
  const made = (kind: PartKind, text: string, title?: string): PrintedPart[] =>
    text === '' ? [] : [{ kind, text, ...(title === undefined ? {} : { title }) }];
  const proposal = item.proposals.join('\n\n');
  const { disqualified = [], votes = [], dissents = [] } = item;
  const handled = own('handling')
    .map((part) => part.text)
    .join('\n\n');
  return [
    ...made('preparer', points(item.preparers)),
    ...own('background'),
    ...own('legal-basis'),
    ...made('attachments', points(item.attachments)),
    ...(proposal === '' ? [] : [{ kind: 'proposal' as const, text: '' }]),
    ...(item.presenter === undefined ? [] : made('presenter', points([item.presenter]))),
    ...made('proposal', proposal, ''),
    ...(handled === '' && disqualified.length === 0 && votes.length === 0
      ? []
      : [
          {
            kind: 'handling' as const,
            text: handled,
            ...(disqualified.length === 0 ? {} : { disqualified }),
            ...(votes.length === 0 ? {} : { votes }),
          },
        ]),
    ...(item.decision === undefined ? [] : [{ kind: 'decision' as const, ...item.decision }]),
    ...dissents.map(({ who, reasons }, at) => ({
      kind: 'dissent' as const,
      who,
      text: reasons,
      ...(at === 0 ? {} : { title: '' }),
    })),
    ...made('distribution', points(item.receivers)),
    ...own('appeal'),
    ...own('other'),
  ];
}
