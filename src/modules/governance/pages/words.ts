import type { governance } from '#governance';
import type { OutputOf } from '#use-case';
import type { Format } from '#web/i18n/format.ts';

export type OpenedItem = OutputOf<(typeof governance)['openItem']>;
export type PrintedPart = OpenedItem['printed'][number];
export type T = (key: string, places?: Readonly<Record<string, unknown>>) => string;

/** "§ 252 TE2024 E-Savo -hanke", or the heading alone before it has a section. */
export const headingOf = (item: { section?: number | undefined; heading: string }) =>
  item.section === undefined ? item.heading : `§ ${item.section} ${item.heading}`;

/** The heading of a printed part in the language of `t`; '' when it has none. */
export function titleOf(t: T, part: PrintedPart): string {
  return part.title ?? t(`governance:part.${part.kind}`);
}

/** "Jaa 5, ei 2, tyhjää 1, poissa 0." and under it who voted how, when it is known by seat. */
export function tallyWords(
  t: T,
  vote: { for: number; against: number; blank: number; absent: number },
): string {
  const { for: yes, against, blank, absent } = vote;
  return t('governance:vote-tally', { for: yes, against, blank, absent });
}

type PrintedVote = NonNullable<PrintedPart['votes']>[number];

const voteWords = (t: T, vote: PrintedVote): string =>
  [
    t('governance:minutes.vote'),
    [
      `• ${t('governance:vote-for', { words: vote.proposal })}`,
      `• ${t('governance:vote-against', { words: vote.counter })}`,
    ].join('\n'),
    [
      tallyWords(t, vote),
      ...(vote.byChair ? [t('governance:vote-by-chair')] : []),
      t(`governance:vote-won.${vote.won}`),
    ].join(' '),
    vote.by.map(({ choice, who }) => `• ${t(`governance:ballot.${choice}`)}: ${who.join('; ')}`).join('\n'),
  ].join('\n\n');

/**
 * The words of a printed part: for a decision made here the result comes first; the handling goes on with who was
 * disqualified and how it was voted; a dissenting opinion begins with whose it is.
 */
export function bodyOf(t: T, part: PrintedPart): string {
  const result = part.result === undefined ? '' : t(`governance:result-said.${part.result}`);
  return [
    result,
    ...(part.who === undefined ? [] : [t('governance:minutes.dissent', { who: part.who })]),
    part.text,
    ...(part.disqualified ?? []).map((row) => t('governance:minutes.disqualified', { ...row })),
    ...(part.votes ?? []).map((vote) => voteWords(t, vote)),
  ]
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

/** In which of its roles a body may handle an item. */
export const mandateChoices = (t: T, mandates: readonly { readonly role: string }[]) =>
  mandates.map(({ role }) => ({ value: role, label: t(`governance:mandate.${role}`) }));

/** A seat or a receiver as minutes name it: position and organisation. */
export const seatWords = (row: { position: string; organisation?: string | undefined }): string =>
  [row.position, row.organisation].filter(Boolean).join(', ');

/** A size as a person reads it; under a kilobyte is one. */
export const sizeOf = (format: Pick<Format, 'number'>, bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${format.number(Math.round((bytes / 1024 / 1024) * 10) / 10)} MB`
    : `${format.number(Math.max(1, Math.round(bytes / 1024)))} kB`;

type TextBlock = { kind: 'list'; items: string[] } | { kind: 'paragraph'; text: string };
/** Text as paragraphs and lists: an empty line parts them, a point begins with "• ". */
export function blocksOf(text: string): TextBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block): TextBlock => {
      const lines = block.split('\n').map((line) => line.trim());
      return lines.every((line) => line.startsWith('• '))
        ? { kind: 'list', items: lines.map((line) => line.slice(2)) }
        : { kind: 'paragraph', text: lines.join('\n') };
    });
}
