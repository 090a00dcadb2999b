import type { Day } from '#kernel/days.ts';
import { allGoals, type Measure, type ProgrammeContent } from './content.ts';

/** The measures of one year, under their goals; a measure without years stands in all of them. */
export interface ProgrammeYear {
  year: number;
  /** Printed for this year, and those of the whole time. */
  named: number;
  always: number;
  goals: { goalId: string; title: string; measures: (Measure & { always: boolean })[] }[];
  milestones: { on: Day; title: string }[];
}

/**
 * The programme by year (PRO-12: 2022 has 4 measures, 2023 one with seven points and the advocacy, 2024 one). The years
 * are those printed; without any, those from the beginning to the end or, when it is open, to the year of `today`.
 */
export function measuresByYear(content: ProgrammeContent, today: Day): ProgrammeYear[] {
  const goals = allGoals(content.goals);
  const printed = goals.flatMap((goal) => goal.measures.flatMap((measure) => measure.years));
  const bound = content.milestones.map(({ on }) => Number(on.slice(0, 4)));
  const first = Math.min(Number(content.validFrom.slice(0, 4)), ...printed);
  const last = Math.max(
    Number((content.validTo ?? (printed.length > 0 ? content.validFrom : today)).slice(0, 4)),
    ...printed,
    ...bound,
  );
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, at) => first + at).map((year) => {
    const inYear = goals.map((goal) => ({
      goalId: goal.id,
      title: goal.title,
      measures: goal.measures
        .filter(({ years }) => years.length === 0 || years.includes(year))
        .map((measure) => ({ ...measure, always: measure.years.length === 0 })),
    }));
    const all = inYear.flatMap(({ measures }) => measures);
    return {
      year,
      named: all.filter(({ always }) => !always).length,
      always: all.filter(({ always }) => always).length,
      goals: inYear.filter(({ measures }) => measures.length > 0),
      milestones: content.milestones.filter(({ on }) => on.startsWith(`${year}-`)),
    };
  });
}
