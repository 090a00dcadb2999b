import { changeRequirements } from './use-cases/change-requirements.ts';
import { moveVacancy } from './use-cases/move-vacancy.ts';
import { noteHiddenJob } from './use-cases/note-hidden-job.ts';
import { employerNeeds, ofCompany } from './use-cases/of-company.ts';
import { openJobs } from './use-cases/open-jobs.ts';
import { openVacancy } from './use-cases/open-vacancy.ts';
import { pipeline } from './use-cases/pipeline.ts';
import { readNeed } from './use-cases/read-need.ts';

export { type NeedForMatching, needsForMatching, type VacancyBrief, vacancyBriefs } from './db/queries.db.ts';
export { certainties, states, workingTimes } from './domain/states.ts';
export { languageName } from './languages.ts';
export { type NeedReadingOut, needFromText, usualRequirements } from './reading.ts';

/** The door of the room. */
export const vacancies = {
  changeRequirements,
  employerNeeds,
  moveVacancy,
  noteHiddenJob,
  ofCompany,
  openJobs,
  openVacancy,
  pipeline,
  readNeed,
};
