import { sql } from 'kysely';
import type { ViewerContext } from '#access';
import { placeName } from '#companies';
import { addRow, dropRows, setRows } from '#db/table-rows.ts';
import type { Day } from '#kernel/days.ts';
import type { Language } from '#kernel/localised.ts';
import type { Certainty, State } from '../domain/states.ts';

/** A vacancy as it stands, as far as the viewer may see it. */
export interface VacancyRow {
  id: string;
  companyId: string;
  title: string;
  titleLanguage: Language;
  occupationUri: string | undefined;
  openness: 'hidden' | 'open';
  state: State;
  certainty: Certainty;
  places: number;
  placesAtMost: number | undefined;
  need: string;
  municipalityCode: string;
  /** Its name in the viewer's language. */
  municipality: string;
  workingTimes: string[];
  startsOn: Day | undefined;
  validTo: Day;
  verifiedOn: Day;
  source: 'visit' | 'employer' | 'import';
  /** Nobody has confirmed yet what was read from the words. */
  readFromWords: boolean;
  createdBy: string | undefined;
  createdAt: string;
}

export interface Requirements {
  essential: string[];
  optional: string[];
  languages: { language: string; cefr: string }[];
  licences: string[];
}

const columns = sql<VacancyRow>`v.id, v.company_id as "companyId", v.title, v.title_language as "titleLanguage", v.occupation_uri as "occupationUri", v.openness, v.state,
  v.certainty, v.places, v.places_at_most as "placesAtMost", v.read_from_words as "readFromWords", v.need, v.municipality_code as "municipalityCode", v.working_times as "workingTimes",
  v.starts_on as "startsOn", v.valid_to as "validTo", v.verified_on as "verifiedOn", v.source,
  v.created_by as "createdBy", v.created_at as "createdAt"`;

function present({ viewer }: ViewerContext, row: VacancyRow): VacancyRow {
  return {
    ...row,
    municipality: placeName(row.municipalityCode, viewer.language),
    occupationUri: row.occupationUri ?? undefined,
    startsOn: row.startsOn ?? undefined,
    placesAtMost: row.placesAtMost ?? undefined,
    createdBy: row.createdBy ?? undefined,
  };
}

/** Vacancies by id that the viewer may see. */
export async function vacanciesById(context: ViewerContext, ids: readonly string[]): Promise<VacancyRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v where v.id = any (${[...ids]}::uuid[])`.execute(context.db);
  return rows.map((row) => present(context, row));
}

export async function findVacancy(context: ViewerContext, id: string): Promise<VacancyRow | undefined> {
  return (await vacanciesById(context, [id]))[0];
}

/** Vacancies of a company that the viewer may see, live ones first, newest first. */
export async function vacanciesOfCompany(context: ViewerContext, companyId: string): Promise<VacancyRow[]> {
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v where v.company_id = ${companyId}
     order by v.state in ('filled','lapsed'), v.created_at desc, v.id`.execute(context.db);
  return rows.map((row) => present(context, row));
}

/** All live vacancies, the longest unverified first. */
export async function liveVacancies(context: ViewerContext): Promise<VacancyRow[]> {
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v where v.state not in ('filled','lapsed')
     order by v.verified_on, v.id`.execute(context.db);
  return rows.map((row) => present(context, row));
}

/** All jobs that are published and open today. */
export async function openVacancies(context: ViewerContext): Promise<VacancyRow[]> {
  const { rows } = await sql<VacancyRow>`
    select ${columns} from vacancies.vacancy v
     where v.openness = 'open' and v.state = 'published' and v.valid_to >= access.today()`.execute(
    context.db,
  );
  return rows.map((row) => present(context, row));
}

/** Requirements by vacancy. */
export async function requirementsOfVacancies(
  context: ViewerContext,
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
    context.db,
  );
  for (const row of skills.rows)
    of(row.vacancy_id)[row.essential ? 'essential' : 'optional'].push(row.concept_uri);
  const languages = await sql<{ vacancy_id: string; language: string; cefr: string }>`
    select vacancy_id, language, cefr from vacancies.required_language
     where ${chosen}::uuid[] is null or vacancy_id = any (${chosen}::uuid[]) order by vacancy_id, language`.execute(
    context.db,
  );
  for (const { vacancy_id, language, cefr } of languages.rows)
    of(vacancy_id).languages.push({ language, cefr });
  const licences = await sql<{ vacancy_id: string; code: string }>`
    select vacancy_id, code from vacancies.required_licence
     where ${chosen}::uuid[] is null or vacancy_id = any (${chosen}::uuid[]) order by vacancy_id, code`.execute(
    context.db,
  );
  for (const { vacancy_id, code } of licences.rows) of(vacancy_id).licences.push(code);
  return all;
}

/** Every vacancy, or those named. For the house's own eyes. */
export async function allVacancies(context: ViewerContext, ids?: readonly string[]): Promise<VacancyRow[]> {
  if (ids) return vacanciesById(context, ids);
  const { rows } = await sql<VacancyRow>`select ${columns} from vacancies.vacancy v`.execute(context.db);
  return rows.map((row) => present(context, row));
}

/** Writes a new vacancy under the id made with the form; false when one is there already. */
export async function insertVacancy(
  context: ViewerContext,
  vacancy: Omit<VacancyRow, 'createdBy' | 'createdAt' | 'verifiedOn' | 'municipality'>,
): Promise<boolean> {
  const row = await context.db
    .insertInto('vacancies.vacancy')
    .values({
      id: vacancy.id,
      company_id: vacancy.companyId,
      title: vacancy.title,
      title_language: vacancy.titleLanguage,
      occupation_uri: vacancy.occupationUri ?? null,
      openness: vacancy.openness,
      state: vacancy.state,
      certainty: vacancy.certainty,
      places: vacancy.places,
      places_at_most: vacancy.placesAtMost ?? null,
      read_from_words: vacancy.readFromWords,
      need: vacancy.need,
      municipality_code: vacancy.municipalityCode,
      working_times: vacancy.workingTimes,
      starts_on: vacancy.startsOn ?? null,
      valid_to: vacancy.validTo,
      verified_on: context.today,
      source: vacancy.source,
      created_by: context.viewer.accountId ?? null,
      created_at: context.now.toISOString(),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Replaces what is required. */
export async function writeRequirements(
  context: ViewerContext,
  vacancyId: string,
  required: Requirements,
): Promise<void> {
  for (const table of [
    'vacancies.required_skill',
    'vacancies.required_language',
    'vacancies.required_licence',
  ] as const)
    await dropRows(context.db, table, { vacancy_id: vacancyId });
  const essential = new Set(required.essential);
  const skills = [
    ...[...essential].map((uri) => ({ vacancy_id: vacancyId, concept_uri: uri, essential: true })),
    ...[...new Set(required.optional)]
      .filter((uri) => !essential.has(uri))
      .map((uri) => ({ vacancy_id: vacancyId, concept_uri: uri, essential: false })),
  ];
  if (skills.length > 0) await context.db.insertInto('vacancies.required_skill').values(skills).execute();
  const languages = new Map(required.languages.map((language) => [language.language, language]));
  if (languages.size > 0)
    await context.db
      .insertInto('vacancies.required_language')
      .values([...languages.values()].map((language) => ({ vacancy_id: vacancyId, ...language })))
      .execute();
  const licences = [...new Set(required.licences)];
  if (licences.length > 0)
    await context.db
      .insertInto('vacancies.required_licence')
      .values(licences.map((code) => ({ vacancy_id: vacancyId, code })))
      .execute();
}

export async function updateVacancy(
  context: ViewerContext,
  id: string,
  change: Partial<{
    title: string;
    title_language: Language;
    read_from_words: boolean;
    places_at_most: number | null;
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
  await setRows(context.db, 'vacancies.vacancy', id, change);
}

/** Writes who moved the need where, now. */
export async function insertStep(
  context: ViewerContext,
  vacancyId: string,
  state: State,
  note?: string,
): Promise<void> {
  await addRow(context.db, 'vacancies.step', {
    vacancy_id: vacancyId,
    at: context.now.toISOString(),
    account_id: context.viewer.accountId ?? null,
    state,
    note: note ?? null,
  });
}

/** The history of a need, oldest first; names of the services' people are open to staff. */
export async function stepsOf(context: ViewerContext, vacancyId: string) {
  return context.db
    .selectFrom('vacancies.step as s')
    .leftJoin('access.account as a', 'a.id', 's.account_id')
    .select(['s.at', 's.state', 's.note', 'a.name as by'])
    .where('s.vacancy_id', '=', vacancyId)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute();
}

/** Codes of the licences that the vocabulary knows. */
export async function licenceCodes(context: ViewerContext): Promise<Set<string>> {
  const rows = await context.db.selectFrom('vocabulary.licence').select('code').execute();
  return new Set(rows.map((row) => row.code));
}

/** In how many occupations each of these skills is essential: the fewer, the more telling the skill. */
export async function commonnessOf(
  context: ViewerContext,
  uris: readonly string[],
): Promise<Map<string, number>> {
  if (uris.length === 0) return new Map();
  const { rows } = await sql<{ uri: string; count: number }>`
    select skill_uri as uri, count(*)::int as count from vocabulary.occupation_skill
     where essential and skill_uri = any (${[...uris]}::text[]) group by skill_uri`.execute(context.db);
  return new Map(rows.map((row) => [row.uri, row.count]));
}
