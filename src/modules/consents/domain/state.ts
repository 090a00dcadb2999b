/** Where a consent stands at an instant. */
export type ConsentState =
  | 'in-force'
  | 'withdrawn'
  /** Its own last day has passed. */
  | 'ended'
  /** The consent to business services that it stood on is no longer in force. */
  | 'fallen'
  | 'event-closed';

/** The instants that decide; ISO strings. */
export interface Instants {
  step: number;
  givenAt: string;
  validTo: string;
  withdrawnAt: string | null;
  base: { validTo: string; withdrawnAt: string | null } | null;
  eventClosesAt: string | null;
}

/** The state in words; the same rule as `isInForce` of #access and `consents.in_force` of the database. */
export function stateOf(consent: Instants, now: Date): ConsentState {
  const at = now.getTime();
  if (consent.withdrawnAt !== null) return 'withdrawn';
  if (consent.eventClosesAt !== null && at >= Date.parse(consent.eventClosesAt)) return 'event-closed';
  if (at >= Date.parse(consent.validTo)) return 'ended';
  if (consent.step === 2) {
    const { base } = consent;
    if (!base || base.withdrawnAt !== null || at >= Date.parse(base.validTo)) return 'fallen';
  }
  return 'in-force';
}

/** When it ends by itself: the earliest of its own end, its base's and the event's. */
export function endsAt(consent: Instants): string {
  const ends = [consent.validTo, consent.base?.validTo, consent.eventClosesAt].filter(
    (end): end is string => typeof end === 'string',
  );
  return ends.reduce((first, end) => (Date.parse(end) < Date.parse(first) ? end : first));
}
