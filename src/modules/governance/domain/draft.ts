import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Cents } from '#kernel/money.ts';
import { bodyKinds, commitmentChannels, outcomeKinds, partKinds, results } from './codes.ts';

/** Where a value was read: the first line of the source file (from 1) and the text as it stands there. */
const origin = { line: z.int().min(1), raw: z.string() };
const sourced = <T extends z.ZodType>(value: T) => z.object({ value, ...origin });
const text = (most: number) => z.string().trim().min(1).max(most);

/** A person in office. Name and contact are kept as the document gives them and are never shown in public (A16.6). */
export const OfficeHolder = z.object({
  position: text(200),
  name: text(200).optional(),
  contact: text(200).optional(),
  ...origin,
});
export type OfficeHolder = z.infer<typeof OfficeHolder>;

/**
 * One part of the item, as printed; the list of parts is the whole item in the order of the original. A heading with
 * another part under it is a part with no text: § 252 prints "Päätösehdotus", then "Esittelijä" and the presenter, and
 * then the proposal itself, which has no heading of its own.
 */
export const ItemPart = z.object({
  kind: z.enum(partKinds),
  /** The heading as printed ("Kuvaus"); absent when the part has none. */
  title: text(200).optional(),
  /** Paragraphs are parted by an empty line, points begin with "• ". */
  text: z.string().max(60_000),
  ...origin,
});
export type ItemPart = z.infer<typeof ItemPart>;

/** A promise given before, or besides, the decision: a fact of its own with its own day (F-15). */
export const CommitmentDraft = z.object({
  text: text(2_000),
  madeOn: Day,
  channel: z.enum(commitmentChannels).default('other'),
  /** What must come true before it binds ("jos se saa myönteisen rahoituspäätöksen"). */
  condition: text(1_000).optional(),
  cents: Cents.optional(),
  ...origin,
});
export type CommitmentDraft = z.infer<typeof CommitmentDraft>;

/**
 * An item of a municipal board as read from its document: what a reader fills and a person looks at before it is kept.
 * Everything that document 001 holds, with the line it was read from; nothing is computed or repaired here.
 */
export const BoardItemDraft = z.object({
  /** What the reader read: the file's name and the language of the text. */
  source: z.object({ name: text(300), language: z.enum(['fi', 'sv', 'en']).default('fi') }),
  /** By name; a code only when it is printed. */
  municipality: sourced(text(100)).optional(),
  body: z.object({ name: text(200), kind: z.enum(bodyKinds).default('municipal-board'), ...origin }),
  meetingOn: sourced(Day),
  meetingNumber: sourced(text(50)).optional(),
  /** "Pöytäkirja on tarkastettu" stands in the document. */
  minutesChecked: sourced(z.literal(true)).optional(),
  /** § as printed. */
  section: sourced(z.int().min(1).max(100_000)).optional(),
  heading: sourced(text(500)),
  registerNumbers: z.array(sourced(text(100))).max(50),
  preparers: z.array(OfficeHolder).max(50),
  presenter: OfficeHolder.optional(),
  parts: z.array(ItemPart).min(1).max(200),
  /** What the item does, in order: § 252 both notes and decides (GOV-02). Empty when nothing was decided. */
  outcomes: z.array(z.object({ kind: z.enum(outcomeKinds), text: text(5_000), ...origin })).max(50),
  result: sourced(z.enum(results)).optional(),
  /** Every sum of money in the text, with the words it stands among. */
  money: z.array(z.object({ cents: Cents, about: text(1_000), ...origin })).max(500),
  commitments: z.array(CommitmentDraft).max(100),
  /** To whom the decision is made known, one receiver a row. */
  distribution: z
    .array(z.object({ position: text(300), organisation: text(200).optional(), ...origin }))
    .max(300),
  attachments: z.array(z.object({ name: text(300), ...origin })).max(200),
});
export type BoardItemDraft = z.infer<typeof BoardItemDraft>;
