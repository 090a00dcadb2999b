import { type House, withHandle } from '#access';
import { sealEntries } from '#audit';
import type { Day } from '#kernel/days.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { ensureVocabulary } from '#vocabulary';
import { logRows } from './earlier-log.ts';
import { generateArea } from './generate.ts';
import { loadCompanies } from './loading/companies.ts';
import { loadEvents } from './loading/events.ts';
import { loadGovernance } from './loading/governance.ts';
import { type Db, insert } from './loading/insert.ts';
import { loadMinutes } from './loading/minutes.ts';
import { loadOrganisations } from './loading/organisations.ts';
import { loadClients } from './loading/people.ts';
import { loadPilot } from './loading/pilot.ts';
import { loadProgramme } from './loading/programmes.ts';
import { loadProjects } from './loading/projects.ts';
import { loadServices } from './loading/services.ts';
import { loadSkills } from './loading/skills.ts';
import type { DemonstrationArea } from './shapes.ts';
import { starterForDemonstration } from './vocabulary.ts';

export interface LoadOptions {
  seed: number;
  today: Day;
  progress?: (words: string) => void;
}

/**
 * Makes the demonstration area in an empty database, in one transaction: invented people and companies in real
 * municipalities. The same seed and day give the same rows.
 */
export async function loadDemonstration(house: House, options: LoadOptions): Promise<DemonstrationArea> {
  const say = options.progress ?? (() => {});
  const area = generateArea({ ...options, vocabulary: starterForDemonstration() });
  await withHandle(house, systemViewer, 'upkeep', async (handle) => {
    say('  vocabulary: occupations, skills, licences …');
    await ensureVocabulary(handle);
    for (const [words, load] of steps) {
      say(`  ${words} …`);
      await load(handle.db, area);
    }
    await loadMinutes(handle, area);
    say('  projects and their money …');
    await loadProjects(handle, area);
    say('  events and who came …');
    await loadEvents(handle, area);
    say('  the programme and its half-year reports …');
    await loadProgramme(handle, area);
  });
  await sealEntries(house);
  return area;
}

const steps: [string, (db: Db, area: DemonstrationArea) => Promise<void>][] = [
  ['organisations and users', loadOrganisations],
  ['the catalogue of services', loadServices],
  ['people, their cases and duties', loadClients],
  ['skills', loadSkills],
  ['companies, visits and needs', loadCompanies],
  ['the pilot, consents and introductions', loadPilot],
  ['bodies, decisions, bulletins and questions', loadGovernance],
  ['what has been looked at so far', loadLog],
];

async function loadLog(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(db, 'audit.entry', logRows(area));
}
