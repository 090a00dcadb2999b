/** Days for which an invitation to an own account is in force. */
export const invitationDays = 14;

/** Letters and digits that nobody takes for one another. */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const [groups, ofGroup] = [3, 4];

/** A code of twelve signs in three groups, made of random bytes: about 59 bits. */
export function codeFrom(bytes: Uint8Array): string {
  const all = [...bytes.slice(0, groups * ofGroup)].map((byte) => signs[byte % signs.length]).join('');
  return (all.match(/.{4}/g) ?? []).join('-');
}

/** A code as it was typed: small letters, spaces and missing hyphens are understood. Undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const bare = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (bare.length !== groups * ofGroup || [...bare].some((sign) => !signs.includes(sign))) return undefined;
  return (bare.match(/.{4}/g) ?? []).join('-');
}

const invitationStates = ['open', 'used', 'expired', 'withdrawn'] as const;
type InvitationState = (typeof invitationStates)[number];

/** The state of an invitation at an instant. */
export function stateOf(
  invitation: { usedAt: string | null; withdrawnAt: string | null; expiresAt: string },
  now: Date,
): InvitationState {
  if (invitation.usedAt !== null) return 'used';
  if (invitation.withdrawnAt !== null) return 'withdrawn';
  return Date.parse(invitation.expiresAt) > now.getTime() ? 'open' : 'expired';
}
