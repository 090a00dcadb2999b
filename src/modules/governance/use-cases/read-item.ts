import type { Handle } from '#access';
import { decisionsOf, type Item, type Officer, partsOf } from '../db/agenda.db.ts';
import { attachmentsOf } from '../db/attachments.db.ts';
import type { Meeting } from '../db/meetings.db.ts';
import { receiversOf } from '../db/receivers.db.ts';
import { disqualifiedIn, dissentsOf, votesOf } from '../db/votes.db.ts';
import { ballotChoices } from '../domain/codes.ts';
import { type PrintedPart, printOf } from '../domain/print.ts';
import { outcomeOf, type Vote } from '../domain/voting.ts';
import { seatingOf, seatName } from './kept.ts';

/** Everything of an item that its page and its minutes are made from, and its parts as they are printed. */
export async function readItem(handle: Handle, item: Item, meeting: Meeting) {
  const parts = await partsOf(handle, item.itemId);
  const decisions = await decisionsOf(handle, item.itemId);
  const attachments = await attachmentsOf(handle, item.itemId);
  const receivers = await receiversOf(handle, item.itemId);
  const votes = await votesOf(handle, item.itemId);
  const disqualified = await disqualifiedIn(handle, item.itemId);
  const dissents = await dissentsOf(handle, item.itemId);
  const { seats, presence } = await seatingOf(handle, meeting);
  const nameOf = (memberId: string | undefined) => {
    const seat = seats.find((one) => one.memberId === memberId);
    return seat ? seatName(seat) : '';
  };
  const printed = (named: boolean): PrintedPart[] =>
    printOf({
      imported: item.source !== undefined,
      parts: named ? parts : parts.map((part) => ({ ...part, ...withoutNames(item, part.kind) })),
      preparers: item.preparers.map((one) => inOffice(one, named)),
      presenter: item.presenter && inOffice(item.presenter, named),
      proposals: decisions.map((one) => one.proposed),
      decision: item.result && {
        result: item.result,
        text:
          item.result === 'accepted-changed'
            ? decisions.flatMap((one) => one.decided ?? []).join('\n\n')
            : '',
      },
      disqualified: disqualified.map((one) => ({ who: nameOf(one.memberId), why: one.why })),
      votes: votes.map((vote) => ({
        proposal: vote.proposal,
        counter: vote.counter,
        for: vote.for,
        against: vote.against,
        blank: vote.blank,
        absent: vote.absent,
        ...outcomeOf(vote)!,
        by: bySide(vote, nameOf),
      })),
      dissents: dissents.map((one) => ({
        who: one.memberId === undefined ? (item.presenter?.position ?? '') : nameOf(one.memberId),
        reasons: one.reasons ?? '',
      })),
      receivers: receivers.map(seatName),
      attachments: attachments.map((one) => one.name),
    });
  return {
    parts,
    decisions,
    attachments,
    receivers,
    votes,
    disqualified,
    dissents,
    seats,
    presence,
    printed,
  };
}

const inOffice = (one: Officer, named: boolean) =>
  [one.position, named ? one.name : undefined].filter(Boolean).join(', ');

/** The parts of an imported item that are nothing but officials, by position only. */
function withoutNames(item: Item, kind: string): { text?: string } {
  const points = (officers: readonly Officer[]) => officers.map((one) => `• ${one.position}`).join('\n');
  if (kind === 'preparer') return { text: points(item.preparers) };
  if (kind === 'presenter' && item.presenter) return { text: points([item.presenter]) };
  return {};
}

const bySide = (vote: Vote, nameOf: (memberId: string) => string) =>
  ballotChoices
    .map((choice) => ({
      choice,
      who: vote.ballots.filter((one) => one.choice === choice).map((one) => nameOf(one.memberId)),
    }))
    .filter((one) => one.who.length > 0);
