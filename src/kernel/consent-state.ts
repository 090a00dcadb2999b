/** Where a consent stands at an instant. */
export type ConsentState =
  | 'in-force'
  /** Given later than the instant asked about. */
  | 'not-begun'
  | 'withdrawn'
  /** Its own last day has passed. */
  | 'ended'
  /** The consent to business services that it stood on is no longer in force. */
  | 'fallen'
  | 'event-closed';

/** The instants that decide; ISO strings. */
export interface ConsentInstants {
  step: number;
  givenAt: string;
  validTo: string;
  withdrawnAt: string | null;
  base: { givenAt: string; validTo: string; withdrawnAt: string | null } | null;
  eventClosesAt: string | null;
}

/** The state in words: the one rule of ours; `consents.in_force` of the database is compared with it by tests. */
export function stateOf(consent: ConsentInstants, now: Date): ConsentState {
  const at = now.getTime();
  if (consent.withdrawnAt !== null) return 'withdrawn';
  if (at < Date.parse(consent.givenAt)) return 'not-begun';
  if (consent.eventClosesAt !== null && at >= Date.parse(consent.eventClosesAt)) return 'event-closed';
  if (at >= Date.parse(consent.validTo)) return 'ended';
  if (consent.step === 2) {
    const { base } = consent;
    const stands =
      base !== null &&
      base.withdrawnAt === null &&
      Date.parse(base.givenAt) <= at &&
      at < Date.parse(base.validTo);
    if (!stands) return 'fallen';
  }
  return 'in-force';
}

/** In force: given, not withdrawn, not ended; step 2 also needs its step 1 in force, and an event that has not closed. */
export const isInForce = (consent: ConsentInstants, now: Date): boolean =>
  stateOf(consent, now) === 'in-force';

/** When it ends by itself: the earliest of its own end, its base's and the event's. */
export function endsAt(consent: ConsentInstants): string {
  const ends = [consent.validTo, consent.base?.validTo, consent.eventClosesAt].filter(
    (end): end is string => typeof end === 'string',
  );
  return ends.reduce((first, end) => (Date.parse(end) < Date.parse(first) ? end : first));
}
