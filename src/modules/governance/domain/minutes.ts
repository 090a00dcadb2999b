import type { Day } from '#kernel/days.ts';
import type { Language, LocalisedText } from '#kernel/localised.ts';
import { type PersonalKind, personalDataIn } from '#kernel/personal-data.ts';
import type { Capacity, MandateRole, Presence } from './codes.ts';
import type { PrintedPart } from './print.ts';

/** An item in public minutes; of one that is kept from the public only its section and the law that says so. */
export type PublicItem =
  | { readonly itemId: string; readonly section?: number | undefined; readonly secretBasis: string }
  | {
      readonly itemId: string;
      readonly section?: number | undefined;
      readonly secretBasis?: undefined;
      readonly heading: string;
      readonly language: Language;
      readonly registerNumbers: readonly string[];
      readonly mandateRole?: MandateRole | undefined;
      readonly parts: readonly PrintedPart[];
      readonly attachments: readonly { readonly attachmentId: string; readonly name: string }[];
    };

/** Checked minutes as anybody reads them: seats by position, no names, frozen as a person let them out. */
export interface PublicMinutes {
  readonly bodyId: string;
  readonly body: LocalisedText;
  readonly heldOn: Day;
  readonly beginsAt?: string | undefined;
  readonly place?: string | undefined;
  readonly number?: string | undefined;
  readonly checkedOn?: Day | undefined;
  readonly present: readonly {
    readonly seat: string;
    readonly capacity: Capacity;
    /** Absent in an agenda: the meeting has not been held. */
    readonly presence?: Presence | undefined;
  }[];
  readonly alsoPresent: readonly string[];
  readonly items: readonly PublicItem[];
}

/** Something in the minutes that may tell of a person beyond the office. */
export interface MinutesFinding {
  readonly kind: PersonalKind | 'name';
  readonly text: string;
  /** The item that it stands in; absent: the head of the minutes. */
  readonly section?: number | undefined;
}

/**
 * What must be looked at before the minutes go out: identity codes, phone numbers, addresses of e-mail, and the names and
 * contacts that are known from the preparers and presenters. Another name cannot be found by rule; that is what the person
 * who confirms is for.
 */
export function findingsIn(minutes: PublicMinutes, known: readonly string[]): MinutesFinding[] {
  const found: MinutesFinding[] = [];
  const look = (text: string, section?: number) => {
    for (const entry of personalDataIn(text)) found.push({ kind: entry.kind, text: entry.text, section });
    for (const name of known)
      if (
        text.includes(name) &&
        !found.some((finding) => finding.text.includes(name) && finding.section === section)
      )
        found.push({ kind: 'name', text: name, section });
  };
  look([minutes.place, ...minutes.present.map((row) => row.seat), ...minutes.alsoPresent].join('\n'));
  for (const item of minutes.items)
    if (item.secretBasis === undefined) look(wordsOf(item).join('\n'), item.section);
  return found.filter(
    (finding, at) =>
      found.findIndex((other) => other.text === finding.text && other.section === finding.section) === at,
  );
}

const wordsOf = (item: Extract<PublicItem, { secretBasis?: undefined }>): string[] => [
  item.heading,
  ...item.registerNumbers,
  ...item.attachments.map((attachment) => attachment.name),
  ...item.parts.flatMap((part) => [
    part.title ?? '',
    part.text,
    part.who ?? '',
    ...(part.disqualified ?? []).flatMap((row) => [row.who, row.why]),
    ...(part.votes ?? []).flatMap((vote) => [
      vote.proposal,
      vote.counter,
      ...vote.by.flatMap((row) => row.who),
    ]),
  ]),
];
