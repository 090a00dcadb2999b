import { sql } from 'kysely';
import type { Handle } from '#access';
import { placeName } from '#companies';
import type { Day } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { Certainty, State } from '../domain/states.ts';

/** A vacancy as it stands, as far as the viewer may see it. */
export interface VacancyRow {
  id: string;
  companyId: string;
  title: string;
  occupationUri: string | undefined;
  openness: 'hidden' | 'open';
  state: State;
  certainty: Certainty;
  places: number;
  need: string;
  municipalityCode: string;
  /** Its name in the viewer's language. */
  municipality: string;
  workingTimes: string[];
  startsOn: Day | undefined;
  validTo: Day;
  verifiedOn: Day;
  source: 'visit' | 'employer' | 'import';
  createdBy: string | undefined;
  createdAt: string;
}

export interface Requirements {
  essential: string[];
  optional: string[];
  languages: { language: string; cefr: string }[];
  licences: string[];
}

const columns = sql<VacancyRow>`v.id, v.company_id as "companyId", v.title, v.occupation_uri as "occupationUri", v.openness, v.state,
  v.certainty, v.places, v.need, v.municipality_code as "municipalityCode", v.working_times as "workingTimes",
  v.starts_on as "startsOn", v.valid_to as "validTo", v.verified_on as "verifiedOn", v.source,
  v.created_by as "createdBy", v.created_at as "createdAt"`;

function present({ viewer }: Handle, row: VacancyRow): VacancyRow {
  return {
    ...row,
    municipality: placeName(row.municipalityCode, viewer.language),
    occupationUri: row.occupationUri ?? undefined,
    startsOn: row.startsOn ?? undefined,
    createdBy: row.createdBy ?? undefined,
  };
}

/** Vacancies by id that the viewer may see. */
export async function vacanciesById(handle: Handle, ids: readonly string[]): Promise<VacancyRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v where v.id = any (${[...ids]}::uuid[])`.execute(handle.db);
  return rows.map((row) => present(handle, row));
}

export async function findVacancy(handle: Handle, id: string): Promise<VacancyRow | undefined> {
  return (await vacanciesById(handle, [id]))[0];
}

/** Vacancies of a company that the viewer may see, live ones first, newest first. */
export async function vacanciesOfCompany(handle: Handle, companyId: string): Promise<VacancyRow[]> {
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v where v.company_id = ${companyId}
     order by v.state in ('filled','lapsed'), v.created_at desc, v.id limit 100`.execute(handle.db);
  return rows.map((row) => present(handle, row));
}

/** Live vacancies for the adviser's pipeline, the longest unverified first. */
export async function liveVacancies(handle: Handle, limit: number): Promise<VacancyRow[]> {
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v where v.state not in ('filled','lapsed')
     order by v.verified_on, v.id limit ${limit}`.execute(handle.db);
  return rows.map((row) => present(handle, row));
}

/** Where a job stands in the list of open jobs. */
export interface PlaceInJobs {
  rank: number;
  at: string;
  id: string;
}

/** Published open jobs on a day: by occupation, by words in the title or the company's name, by municipality. */
export async function openVacancies(
  handle: Handle,
  search: {
    words: string;
    occupationUris: readonly string[];
    municipalityCode?: string | undefined;
    after?: PlaceInJobs | undefined;
    limit: number;
  },
): Promise<(VacancyRow & { rank: number })[]> {
  const { words, after } = search;
  const rank = sql`coalesce(array_position(${[...search.occupationUris]}::text[], v.occupation_uri), 1000)`;
  // As fine as the instants that leave the database, so that a place in the list fits its row.
  const at = sql`date_trunc('milliseconds', v.created_at)`;
  const { rows } = await sql<VacancyRow & { rank: number }>`
    select ${columns}, ${rank} as rank from vacancies.vacancy v join companies.company c on c.id = v.company_id
     where v.openness = 'open' and v.state = 'published' and v.valid_to >= access.today()
       and (${search.municipalityCode ?? null}::text is null or v.municipality_code = ${search.municipalityCode ?? null})
       and (${words} = '' or v.occupation_uri = any (${[...search.occupationUris]}::text[])
         or word_similarity(${words}, lower(v.title)) >= 0.5 or word_similarity(${words}, lower(c.name)) >= 0.6)
       and ${
         after === undefined
           ? sql`true`
           : sql`(${rank} > ${after.rank} or (${rank} = ${after.rank} and (${at} < ${after.at}::timestamptz
               or (${at} = ${after.at}::timestamptz and v.id > ${after.id}::uuid))))`
       }
     order by ${rank}, ${at} desc, v.id limit ${search.limit}`.execute(handle.db);
  return rows.map((row) => ({ ...present(handle, row), rank: row.rank }));
}

/** Requirements by vacancy. */
export async function requirementsOfVacancies(
  handle: Handle,
  ids: readonly string[] | undefined,
): Promise<Map<string, Requirements>> {
  const all = new Map<string, Requirements>();
  const of = (id: string): Requirements => {
    let found = all.get(id);
    if (!found) {
      found = { essential: [], optional: [], languages: [], licences: [] };
      all.set(id, found);
    }
    return found;
  };
  if (ids?.length === 0) return all;
  const chosen = ids ? [...ids] : null;
  const skills = await sql<{ vacancy_id: string; concept_uri: string; essential: boolean }>`
    select vacancy_id, concept_uri, essential from vacancies.required_skill
     where ${chosen}::uuid[] is null or vacancy_id = any (${chosen}::uuid[]) order by vacancy_id, concept_uri`.execute(
    handle.db,
  );
  for (const row of skills.rows)
    of(row.vacancy_id)[row.essential ? 'essential' : 'optional'].push(row.concept_uri);
  const languages = await sql<{ vacancy_id: string; language: string; cefr: string }>`
    select vacancy_id, language, cefr from vacancies.required_language
     where ${chosen}::uuid[] is null or vacancy_id = any (${chosen}::uuid[]) order by vacancy_id, language`.execute(
    handle.db,
  );
  for (const { vacancy_id, language, cefr } of languages.rows)
    of(vacancy_id).languages.push({ language, cefr });
  const licences = await sql<{ vacancy_id: string; code: string }>`
    select vacancy_id, code from vacancies.required_licence
     where ${chosen}::uuid[] is null or vacancy_id = any (${chosen}::uuid[]) order by vacancy_id, code`.execute(
    handle.db,
  );
  for (const { vacancy_id, code } of licences.rows) of(vacancy_id).licences.push(code);
  return all;
}

/** Every vacancy, or those named. For the house's own eyes. */
export async function allVacancies(handle: Handle, ids?: readonly string[]): Promise<VacancyRow[]> {
  if (ids) return vacanciesById(handle, ids);
  const { rows } = await sql<VacancyRow>`select ${columns} from vacancies.vacancy v`.execute(handle.db);
  return rows.map((row) => present(handle, row));
}

/** Writes a new vacancy under the id made with the form; false when one is there already. */
export async function insertVacancy(
  handle: Handle,
  vacancy: Omit<VacancyRow, 'createdBy' | 'createdAt' | 'verifiedOn' | 'municipality'>,
): Promise<boolean> {
  const row = await handle.db
    .insertInto('vacancies.vacancy')
    .values({
      id: vacancy.id,
      company_id: vacancy.companyId,
      title: vacancy.title,
      occupation_uri: vacancy.occupationUri ?? null,
      openness: vacancy.openness,
      state: vacancy.state,
      certainty: vacancy.certainty,
      places: vacancy.places,
      need: vacancy.need,
      municipality_code: vacancy.municipalityCode,
      working_times: vacancy.workingTimes,
      starts_on: vacancy.startsOn ?? null,
      valid_to: vacancy.validTo,
      verified_on: handle.today,
      source: vacancy.source,
      created_by: handle.viewer.accountId ?? null,
      created_at: handle.now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Replaces what is required. */
export async function writeRequirements(
  handle: Handle,
  vacancyId: string,
  required: Requirements,
): Promise<void> {
  for (const table of [
    'vacancies.required_skill',
    'vacancies.required_language',
    'vacancies.required_licence',
  ] as const)
    await handle.db.deleteFrom(table).where('vacancy_id', '=', vacancyId).execute();
  const essential = new Set(required.essential);
  const skills = [
    ...[...essential].map((uri) => ({ vacancy_id: vacancyId, concept_uri: uri, essential: true })),
    ...[...new Set(required.optional)]
      .filter((uri) => !essential.has(uri))
      .map((uri) => ({ vacancy_id: vacancyId, concept_uri: uri, essential: false })),
  ];
  if (skills.length > 0) await handle.db.insertInto('vacancies.required_skill').values(skills).execute();
  const languages = new Map(required.languages.map((one) => [one.language, one]));
  if (languages.size > 0)
    await handle.db
      .insertInto('vacancies.required_language')
      .values([...languages.values()].map((one) => ({ vacancy_id: vacancyId, ...one })))
      .execute();
  const licences = [...new Set(required.licences)];
  if (licences.length > 0)
    await handle.db
      .insertInto('vacancies.required_licence')
      .values(licences.map((code) => ({ vacancy_id: vacancyId, code })))
      .execute();
}

export async function updateVacancy(
  handle: Handle,
  id: string,
  change: Partial<{
    title: string;
    occupation_uri: string | null;
    openness: string;
    state: string;
    certainty: string;
    places: number;
    municipality_code: string;
    working_times: string[];
    starts_on: string | null;
    valid_to: string;
    verified_on: string;
    visit_id: string;
  }>,
): Promise<void> {
  await handle.db.updateTable('vacancies.vacancy').set(change).where('id', '=', id).execute();
}

/** Writes who moved the need where, now. */
export async function insertStep(
  handle: Handle,
  vacancyId: string,
  state: State,
  note?: string,
): Promise<void> {
  await handle.db
    .insertInto('vacancies.step')
    .values({
      id: newId(),
      vacancy_id: vacancyId,
      at: handle.now.toISOString(),
      account_id: handle.viewer.accountId ?? null,
      state,
      note: note ?? null,
    })
    .execute();
}

/** The history of a need, oldest first; names of the services' people are open to staff. */
export async function stepsOf(handle: Handle, vacancyId: string) {
  return handle.db
    .selectFrom('vacancies.step as s')
    .leftJoin('access.account as a', 'a.id', 's.account_id')
    .select(['s.at', 's.state', 's.note', 'a.name as by'])
    .where('s.vacancy_id', '=', vacancyId)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute();
}

/** Codes of the licences that the vocabulary knows. */
export async function licenceCodes(handle: Handle): Promise<Set<string>> {
  const rows = await handle.db.selectFrom('vocabulary.licence').select('code').execute();
  return new Set(rows.map((row) => row.code));
}

/** In how many occupations each of these skills is essential: the fewer, the more telling the skill. */
export async function commonnessOf(handle: Handle, uris: readonly string[]): Promise<Map<string, number>> {
  if (uris.length === 0) return new Map();
  const { rows } = await sql<{ uri: string; count: number }>`
    select skill_uri as uri, count(*)::int as count from vocabulary.occupation_skill
     where essential and skill_uri = any (${[...uris]}::text[]) group by skill_uri`.execute(handle.db);
  return new Map(rows.map((row) => [row.uri, row.count]));
}
