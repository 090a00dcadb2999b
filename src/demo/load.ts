import { type App, inTransactionAs } from '#access';
import { sealEntries } from '#audit';
import { insight } from '#insight';
import { fixedClock } from '#kernel/clock.ts';
import { addMonths, type Day } from '#kernel/days.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { loadAccounts } from '#modules/accounts/demo/load.ts';
import { loadClients } from '#modules/clients/demo/load.ts';
import { loadCompanies } from '#modules/companies/demo/load.ts';
import { loadEvents } from '#modules/events/demo/load.ts';
import { loadGovernance } from '#modules/governance/demo/load.ts';
import { loadMinutes } from '#modules/governance/demo/load-minutes.ts';
import { loadOrganisations } from '#modules/networks/demo/load-organisations.ts';
import { loadServices } from '#modules/networks/demo/load-services.ts';
import { loadPilot } from '#modules/pilots/demo/load.ts';
import { loadStatements } from '#modules/privacy/demo/load.ts';
import { loadProgramme } from '#modules/programmes/demo/load.ts';
import { loadProjects } from '#modules/projects/demo/load.ts';
import { loadSkills } from '#modules/skills/demo/load.ts';
import { starterForDemonstration } from '#modules/vocabulary/demo/starter.ts';
import { projects } from '#projects';
import { runUseCase } from '#use-case';
import { ensureVocabulary } from '#vocabulary';
import { logRows } from './earlier-log.ts';
import { generateArea } from './generate.ts';
import { type Db, insert } from './insert.ts';
import type { DemonstrationArea } from './shapes.ts';

export interface LoadOptions {
  seed: number;
  today: Day;
  progress?: (words: string) => void;
}

/**
 * Makes the demonstration area in an empty database, in one transaction: invented people and companies in real
 * municipalities. The same seed and day give the same rows.
 */
export async function loadDemonstration(app: App, options: LoadOptions): Promise<DemonstrationArea> {
  const say = options.progress ?? (() => {});
  const area = generateArea({ ...options, vocabulary: starterForDemonstration() });
  await inTransactionAs(app, systemViewer, 'upkeep', async (context) => {
    say('  vocabulary: occupations, skills, licences …');
    await ensureVocabulary(context);
    for (const [words, load] of steps) {
      say(`  ${words} …`);
      await load(context.db, area);
    }
    await loadMinutes(context, area);
    say('  projects and their money …');
    await loadProjects(context, area);
    say('  events and who came …');
    await loadEvents(context, area);
    say('  the programme and its half-year reports …');
    await loadProgramme(context, area);
  });
  say('  releases of figures, month by month …');
  await makeReleases(app, options.today, area.pilot.startsOn);
  await sealEntries(app);
  return area;
}

const steps: [string, (db: Db, area: DemonstrationArea) => Promise<void>][] = [
  ['organisations and users', loadOrganisations],
  ['accounts of others', loadAccounts],
  ['the catalogue of services', loadServices],
  ['people, their cases and duties', loadClients],
  ['skills', loadSkills],
  ['companies, visits and needs', loadCompanies],
  ['the pilot, consents and introductions', loadPilot],
  ['bodies, decisions, bulletins and questions', loadGovernance],
  ['what the area says of itself', loadStatements],
  ['what has been looked at so far', loadLog],
];

/** The releases that the turn of each month would have made, each seen from its own day. */
async function makeReleases(app: App, today: Day, from: Day): Promise<void> {
  for (let day = addMonths(`${from.slice(0, 7)}-01`, 1); day <= today; day = addMonths(day, 1)) {
    const then = { ...app, clock: fixedClock(`${day}T03:00:00+02:00`) };
    for (const release of [insight.releasePilots, insight.releaseArea, projects.releaseProjects]) {
      const made = await runUseCase(then, systemViewer, release, {});
      if (!made.ok) throw new Error(`The release of ${day} was not made: ${made.error.code}`);
    }
  }
}

async function loadLog(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(db, 'audit.entry', logRows(area));
}
