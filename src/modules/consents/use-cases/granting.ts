import { isSelf, type ViewerContext } from '#access';
import { endsAt, isInForce } from '#kernel/consent-state.ts';
import { err, ok, type Refusal, type Result } from '#kernel/result.ts';
import { addConsent, type ConsentRow, consentsOf } from '../db/consents.db.ts';
import { type NoticePurpose, noticeInForce } from '../db/notices.db.ts';
import { findReceiver } from '../db/receivers.db.ts';
import { problemOfUntil } from '../domain/period.ts';
import { inOrder } from '../domain/share-profile.ts';
import type { Choices, Receiver } from './inputs.ts';
import { endSharing } from './withdrawing.ts';

export const grantRefusals = [
  'receiver-not-available',
  'no-fields',
  'until-missing',
  'until-past',
  'until-too-far',
  'given-how-missing',
  'mandate-note-missing',
  'notice-changed',
  'step-one-needed',
] as const;

type GrantRefusal = (typeof grantRefusals)[number];

export const purposeOf: Record<Receiver['kind'], NoticePurpose> = {
  organisation: 'business-services',
  company: 'named-employer',
  event: 'event',
};

/**
 * Gives a consent. An earlier one in force to the same receiver ends at the same instant, so that what was narrowed does
 * not stay open; step 2 stands on the step 1 in force to `baseOrganisationId`, or else on the one that lasts longest.
 */
export async function grant(
  context: ViewerContext,
  clientId: string,
  to: Receiver,
  choices: Choices,
  baseOrganisationId?: string,
): Promise<Result<{ consentId: string }, Refusal<GrantRefusal>>> {
  const fields = inOrder(choices.fields);
  if (fields.length === 0) return err({ code: 'no-fields', field: 'fields' });
  const receiver = await findReceiver(context, to);
  if (!receiver) return err({ code: 'receiver-not-available' });
  const until = untilOf(context, choices, receiver.closesAt);
  if (!until.ok) return until;
  const how = howGiven(context, choices);
  if (!how.ok) return how;
  const notice = await noticeInForce(context, purposeOf[to.kind]);
  if (notice.id !== choices.noticeId) return err({ code: 'notice-changed' });

  const inForce = (await consentsOf(context, clientId)).filter((row) => isInForce(row, context.now));
  const base = to.kind === 'organisation' ? undefined : baseAmong(inForce, baseOrganisationId);
  if (to.kind !== 'organisation' && !base) return err({ code: 'step-one-needed' });
  await endSharing(
    context,
    inForce.filter((row) => row.receiver.kind === to.kind && row.receiver.id === to.id),
    fields,
  );
  const consentId = await addConsent(context, {
    clientId,
    underId: base?.id,
    noticeId: notice.id,
    noticeLanguage: choices.noticeLanguage,
    receiver: to,
    fields,
    ...how.value,
    until: until.value,
  });
  return ok({ consentId });
}

/** The step 1 that a new step 2 would stand on. */
export function baseAmong(inForce: readonly ConsentRow[], organisationId?: string): ConsentRow | undefined {
  const first = inForce.filter((row) => row.step === 1);
  return (
    first.find((row) => row.receiver.id === organisationId) ??
    first.toSorted((a, b) => Date.parse(endsAt(b)) - Date.parse(endsAt(a)))[0]
  );
}

function untilOf(
  context: ViewerContext,
  { until }: Choices,
  closesAt: string | undefined,
): Result<{ day: string } | { instant: string }, Refusal<GrantRefusal>> {
  if (closesAt !== undefined) return ok({ instant: closesAt });
  if (until === undefined) return err({ code: 'until-missing', field: 'until' });
  const problem = problemOfUntil(until, context.today);
  return problem ? err({ code: problem, field: 'until' }) : ok({ day: until });
}

function howGiven(
  { viewer }: ViewerContext,
  { givenHow, mandateNote }: Choices,
): Result<
  { givenHow: 'own-account' | 'in-person' | 'mandate'; mandateNote: string | undefined },
  Refusal<GrantRefusal>
> {
  if (isSelf(viewer)) return ok({ givenHow: 'own-account', mandateNote: undefined });
  if (givenHow !== 'in-person' && givenHow !== 'mandate')
    return err({ code: 'given-how-missing', field: 'givenHow' });
  if (givenHow === 'mandate' && !mandateNote)
    return err({ code: 'mandate-note-missing', field: 'mandateNote' });
  return ok({ givenHow, mandateNote: mandateNote || undefined });
}
