import { addDays, type Day, daysBetween } from '#kernel/days.ts';
import type { WorkPackage } from './plan.ts';

/** A work package on the time axis: its own days, or the project's when it has none. */
export interface Stretch {
  code: string;
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** The days are the project's: nobody has said the package's own. */
  assumed: boolean;
  needs: readonly string[];
  /** Days by which a delay of what it builds on moves its start (PJ-11). */
  pushedBy: number;
}

/**
 * Work packages with the days to which a delay moves them: one that builds on others starts no earlier than the day after
 * those end where both were dated so in the plan, and is pushed by as much as they are late. A circle of dependencies is
 * walked once and pushes nobody further.
 * @param late days by which a package ends later than planned, by its code
 */
export function timeline(
  packages: readonly WorkPackage[],
  project: { readonly startsOn: Day; readonly endsOn: Day },
  late: Readonly<Record<string, number>> = {},
): Stretch[] {
  const byCode = new Map(packages.map((one) => [one.code, one]));
  const pushes = new Map<string, number>();
  const push = (code: string, trail: readonly string[]): number => {
    const known = pushes.get(code);
    if (known !== undefined) return known;
    const one = byCode.get(code);
    if (!one || trail.includes(code)) return 0;
    const value = Math.max(0, ...one.needs.map((need) => (late[need] ?? 0) + push(need, [...trail, code])));
    pushes.set(code, value);
    return value;
  };
  return packages.map((one) => {
    const pushedBy = push(one.code, []);
    const ownDelay = late[one.code] ?? 0;
    return {
      code: one.code,
      name: one.name,
      startsOn: addDays(one.startsOn ?? project.startsOn, pushedBy),
      endsOn: addDays(one.endsOn ?? project.endsOn, pushedBy + ownDelay),
      assumed: one.startsOn === undefined || one.endsOn === undefined,
      needs: one.needs,
      pushedBy,
    };
  });
}

/** Packages that start before what they build on has ended, with the days between. */
export function tooEarly(packages: readonly WorkPackage[]): { code: string; needs: string; days: number }[] {
  const byCode = new Map(packages.map((one) => [one.code, one]));
  return packages.flatMap((one) =>
    one.needs.flatMap((code) => {
      const needed = byCode.get(code);
      if (!needed?.endsOn || !one.startsOn || one.startsOn > needed.endsOn) return [];
      return [{ code: one.code, needs: code, days: daysBetween(one.startsOn, needed.endsOn) + 1 }];
    }),
  );
}
