import { z } from 'zod';
import { Hours, Month } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listHours, setHours } from '../db/realised.db.ts';
import { overYearlyHours } from '../domain/work-time.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { firstDayOf, openForMoney } from './realised.ts';

/** Notes the hours of a month of one of the staff; hours beyond the year's 1 720 are refused (PJ-05). */
export const noteHours = defineUseCase({
  name: 'projects.note-hours',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    staffId: Id,
    month: Month,
    hours: Hours.max(744),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'project-closed', 'row-not-found', 'hours-beyond-year'],
  async run(context, { projectId, staffId, month: told, hours }) {
    const month = firstDayOf(told);
    const hundredths = Math.round(hours * 100);
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    if (!open.value.plan.staff.some((staff) => staff.id === staffId))
      return err({ code: 'row-not-found', field: 'staffId' });
    const others = (await listHours(context, projectId)).filter(
      (hour) => hour.staffId === staffId && hour.month !== month,
    );
    const [over] = overYearlyHours([...others, { month, hundredths }]);
    if (over)
      return err({
        code: 'hours-beyond-year',
        field: 'hours',
        details: { year: over.year, over: over.over / 100 },
      });
    await setHours(context, staffId, month, hundredths);
    return ok();
  },
});
