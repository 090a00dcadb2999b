import type { ConsentInstants } from '#kernel/consent-state.ts';
import { stateOf } from '#kernel/consent-state.ts';

/** For how long a withdrawal can be taken back. Minutes. */
export const minutesToTakeBack = 10;

interface Of extends ConsentInstants {
  readonly id: string;
  readonly underId: string | null;
  readonly withdrawnBy: string | null;
  readonly restored: boolean;
  readonly receiver: { readonly kind: string; readonly id: string };
}

export interface TakenBack<C> {
  readonly withdrawnAt: string;
  /** Until when it can be taken back; an instant. */
  readonly until: string;
  /** Those withdrawn in the one act and those that fell with them, first steps first. */
  readonly consents: readonly C[];
}

/**
 * What an account withdrew last, whole, when it was within `minutesToTakeBack`: each would stand today but for the
 * withdrawal, none has been restored, and nothing has been given anew to the same receiver. Undefined when it cannot be.
 */
export function withdrawalToTakeBack<C extends Of>(
  all: readonly C[],
  by: string | undefined,
  now: Date,
): TakenBack<C> | undefined {
  const own = all.filter((row) => row.withdrawnAt !== null && row.withdrawnBy === by);
  const withdrawnAt = own.map((row) => row.withdrawnAt!).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];
  if (by === undefined || withdrawnAt === undefined) return undefined;
  const until = Date.parse(withdrawnAt) + minutesToTakeBack * 60_000;
  if (now.getTime() >= until) return undefined;
  const act = own.filter((row) => Date.parse(row.withdrawnAt!) === Date.parse(withdrawnAt));
  const bases = new Set(act.map((row) => row.id));
  const before = new Date(Date.parse(withdrawnAt) - 1);
  const fell = all.filter(
    (row) =>
      row.withdrawnAt === null &&
      row.underId !== null &&
      bases.has(row.underId) &&
      stateOf({ ...row, base: row.base && { ...row.base, withdrawnAt: null } }, before) === 'in-force',
  );
  const consents = [...act, ...fell].toSorted((a, b) => a.step - b.step);
  const stands = consents.every(
    (row) =>
      !row.restored &&
      stateOf(
        {
          ...row,
          withdrawnAt: null,
          base: row.base && { ...row.base, ...(bases.has(row.underId ?? '') ? { withdrawnAt: null } : {}) },
        },
        now,
      ) === 'in-force' &&
      !all.some(
        (other) =>
          other.receiver.kind === row.receiver.kind &&
          other.receiver.id === row.receiver.id &&
          stateOf(other, now) === 'in-force',
      ),
  );
  return stands ? { withdrawnAt, until: new Date(until).toISOString(), consents } : undefined;
}
