import type { ViewerContext } from './viewer-context.ts';

/** Why something is not permitted; each has its words under `refusals.denied.*`. */
export const denyReasons = [
  'sign-in-needed',
  'role-may-not',
  'no-relation',
  'own-or-relatives-file',
  'no-consent',
  'protected-address',
  'not-own-company',
  'not-own-organisation',
  'not-own-unit',
  'not-secretary',
] as const;
export type DenyReason = (typeof denyReasons)[number];

export type Decision = { readonly permit: true } | { readonly permit: false; readonly reason: DenyReason };

export const permit: Decision = { permit: true };
export const deny = (reason: DenyReason): Decision => ({ permit: false, reason });

/** A named rule: may this viewer do this with this input? Anything not permitted is denied. */
export type Policy<I> = (context: ViewerContext, input: I) => Decision | Promise<Decision>;

/** Permits when every rule does; the first denial is the answer. Core rules come first. */
export function every<I>(...policies: readonly Policy<I>[]): Policy<I> {
  return async (context, input) => {
    for (const policy of policies) {
      const decision = await policy(context, input);
      if (!decision.permit) return decision;
    }
    return permit;
  };
}

/** Permits when one rule does; otherwise the last denial is the answer. */
export function some<I>(...policies: readonly [Policy<I>, ...Policy<I>[]]): Policy<I> {
  return async (context, input) => {
    let decision: Decision = deny('role-may-not');
    for (const policy of policies) {
      decision = await policy(context, input);
      if (decision.permit) return decision;
    }
    return decision;
  };
}
