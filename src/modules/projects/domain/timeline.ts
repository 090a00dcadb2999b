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
  const byCode = new Map(packages.map((row) => [row.code, row]));
  const pushes = new Map<string, number>();
  const push = (code: string, trail: readonly string[]): number => {
    const known = pushes.get(code);
    if (known !== undefined) return known;
    const item = byCode.get(code);
    if (!item || trail.includes(code)) return 0;
    const value = Math.max(0, ...item.needs.map((need) => (late[need] ?? 0) + push(need, [...trail, code])));
    pushes.set(code, value);
    return value;
  };
  return packages.map((row) => {
    const pushedBy = push(row.code, []);
    const ownDelay = late[row.code] ?? 0;
    return {
      code: row.code,
      name: row.name,
      startsOn: addDays(row.startsOn ?? project.startsOn, pushedBy),
      endsOn: addDays(row.endsOn ?? project.endsOn, pushedBy + ownDelay),
      assumed: row.startsOn === undefined || row.endsOn === undefined,
      needs: row.needs,
      pushedBy,
    };
  });
}

/** Packages that start before what they build on has ended, with the days between. */
export function tooEarly(packages: readonly WorkPackage[]): { code: string; needs: string; days: number }[] {
  const byCode = new Map(packages.map((row) => [row.code, row]));
  return packages.flatMap((row) =>
    row.needs.flatMap((code) => {
      const needed = byCode.get(code);
      if (!needed?.endsOn || !row.startsOn || row.startsOn > needed.endsOn) return [];
      return [{ code: row.code, needs: code, days: daysBetween(row.startsOn, needed.endsOn) + 1 }];
    }),
  );
}
