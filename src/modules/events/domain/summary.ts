import type { CostKind, EventKind, EventState } from './codes.ts';

/** One line of an event's money, in cents; a blank is blank and not 0. */
export interface CostLine {
  readonly kind: CostKind;
  readonly label?: string | undefined;
  readonly plannedCents?: number | undefined;
  readonly usedCents?: number | undefined;
}

/** Sums of lines in cents: undefined when no line tells one. */
export function sumsOf(lines: readonly CostLine[]) {
  const sum = (values: readonly (number | undefined)[]) => {
    const told = values.filter((value) => value !== undefined);
    return told.length === 0 ? undefined : told.reduce((a, b) => a + b, 0);
  };
  return {
    plannedCents: sum(lines.map((line) => line.plannedCents)),
    usedCents: sum(lines.map((line) => line.usedCents)),
  };
}

/**
 * How many events there are, and their money: planned, used, left, and planned on average for one (requirements EVT-01:
 * four, 14 000 €, 3 500 € each). A cancelled event is no longer promised, but what it has used stays used.
 */
export function summaryOf(
  events: readonly {
    readonly kind: EventKind;
    readonly state: EventState;
    readonly costs: readonly CostLine[];
  }[],
) {
  const standing = events.filter(({ state }) => state !== 'cancelled');
  const { plannedCents } = sumsOf(standing.flatMap(({ costs }) => costs));
  const { usedCents } = sumsOf(events.flatMap(({ costs }) => costs));
  return {
    planned: standing.length,
    held: events.filter(({ state }) => state === 'held').length,
    plannedCents,
    usedCents,
    leftCents: plannedCents === undefined ? undefined : plannedCents - (usedCents ?? 0),
    averageCents: plannedCents === undefined ? undefined : Math.round(plannedCents / standing.length),
  };
}

/** An event and what it says of the time before it. */
export interface Link {
  readonly eventId: string;
  readonly followsId?: string | undefined;
}

/** The events before this one, the first of them first (requirements EVT-03); a circle ends where it closes. */
export function chainBefore<E extends Link>(event: Link, all: readonly E[]): E[] {
  const chain: E[] = [];
  const seen = new Set([event.eventId]);
  let next = event.followsId;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const found = all.find(({ eventId }) => eventId === next);
    if (!found) break;
    chain.unshift(found);
    next = found.followsId;
  }
  return chain;
}
