import type { ViewerContext } from '#access';
import { decisionsOf, type Item, type Officer, partsOf } from '../db/agenda.db.ts';
import { attachmentsOf } from '../db/attachments.db.ts';
import type { Meeting } from '../db/meetings.db.ts';
import { receiversOf } from '../db/receivers.db.ts';
import { disqualifiedIn, dissentsOf, votesOf } from '../db/votes.db.ts';
import { ballotChoices } from '../domain/codes.ts';
import { type PrintedPart, printOf } from '../domain/print.ts';
import { outcomeOf, type Vote } from '../domain/voting.ts';
import { seatingOf, seatName } from './writable-item.ts';

/** Everything of an item that its page and its minutes are made from, and its parts as they are printed. */
export async function readItem(context: ViewerContext, item: Item, meeting: Meeting) {
  const parts = await partsOf(context, item.itemId);
  const decisions = await decisionsOf(context, item.itemId);
  const attachments = await attachmentsOf(context, item.itemId);
  const receivers = await receiversOf(context, item.itemId);
  const votes = await votesOf(context, item.itemId);
  const disqualified = await disqualifiedIn(context, item.itemId);
  const dissents = await dissentsOf(context, item.itemId);
  const { seats, presence } = await seatingOf(context, meeting);
  const nameOf = (memberId: string | undefined) => {
    const seat = seats.find((member) => member.memberId === memberId);
    return seat ? seatName(seat) : '';
  };
  const printed = (named: boolean): PrintedPart[] =>
    printOf({
      imported: item.source !== undefined,
      parts: named ? parts : parts.map((part) => ({ ...part, ...withoutNames(item, part.kind) })),
      preparers: item.preparers.map((preparer) => inOffice(preparer, named)),
      presenter: item.presenter && inOffice(item.presenter, named),
      proposals: decisions.map((decision) => decision.proposed),
      decision: item.result && {
        result: item.result,
        text:
          item.result === 'accepted-changed'
            ? decisions.flatMap((decision) => decision.decided ?? []).join('\n\n')
            : '',
      },
      disqualified: disqualified.map((row) => ({ who: nameOf(row.memberId), why: row.why })),
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
      dissents: dissents.map((dissent) => ({
        who: dissent.memberId === undefined ? (item.presenter?.position ?? '') : nameOf(dissent.memberId),
        reasons: dissent.reasons ?? '',
      })),
      receivers: receivers.map(seatName),
      attachments: attachments.map((attachment) => attachment.name),
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

const inOffice = (officer: Officer, named: boolean) =>
  [officer.position, named ? officer.name : undefined].filter(Boolean).join(', ');

/** The parts of an imported item that are nothing but officials, by position only. */
function withoutNames(item: Item, kind: string): { text?: string } {
  const points = (officers: readonly Officer[]) =>
    officers.map((officer) => `• ${officer.position}`).join('\n');
  if (kind === 'preparer') return { text: points(item.preparers) };
  if (kind === 'presenter' && item.presenter) return { text: points([item.presenter]) };
  return {};
}

const bySide = (vote: Vote, nameOf: (memberId: string) => string) =>
  ballotChoices
    .map((choice) => ({
      choice,
      who: vote.ballots.filter((ballot) => ballot.choice === choice).map((ballot) => nameOf(ballot.memberId)),
    }))
    .filter((row) => row.who.length > 0);
