import type { ViewerContext } from '#access';
import { dropRows, findRow, findRows, setRows } from '#db/table-rows.ts';
import type {
  LanguageState,
  LicenceState,
  OccupationState,
  PartName,
  PartState,
  PartStates,
  SkillState,
  TravelAreaState,
  WishState,
} from '../domain/parts.ts';

/** Everything that stands in one mapping and is open to the handle's viewer. */
export interface KeptMapping {
  startedOn?: string;
  completedOn?: string;
  skills: { id: string; state: SkillState }[];
  occupations: OccupationState[];
  languages: LanguageState[];
  licences: LicenceState[];
  wish?: WishState;
  travelArea?: TravelAreaState;
}

/** Reads the whole mapping. */
export async function mappingOf(context: ViewerContext, clientId: string): Promise<KeptMapping> {
  const mapping = await findRow(context.db, 'skills.mapping', { client_id: clientId }, 'all');
  const skills = await findRows(context.db, 'skills.skill', { client_id: clientId }, 'all', ['id']);
  const occupations = await context.db
    .selectFrom('skills.occupation')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('years', 'desc')
    .orderBy('concept_uri')
    .execute();
  const languages = await context.db
    .selectFrom('skills.language')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('native', 'desc')
    .orderBy('cefr', 'desc')
    .orderBy('language')
    .execute();
  const licences = await findRows(context.db, 'skills.licence', { client_id: clientId }, 'all', ['code']);
  const wish = await findState(context, clientId, 'wish', 'wish');
  const travelArea = await findState(context, clientId, 'travel-area', 'travel-area');
  return {
    ...(mapping === undefined ? {} : { startedOn: mapping.started_on }),
    ...(mapping?.completed_on ? { completedOn: mapping.completed_on } : {}),
    skills: skills.map((row) => ({ id: row.id, state: skillState(row) })),
    occupations: occupations.map((row) => ({ uri: row.concept_uri, years: row.years })),
    languages: languages.map(({ language, cefr, native }) => ({ language, cefr, native }) as LanguageState),
    licences: licences.map(licenceState),
    ...(wish === undefined ? {} : { wish }),
    ...(travelArea === undefined ? {} : { travelArea }),
  };
}

/** What stands in one place of a mapping. */
export async function findState<Part extends PartName>(
  context: ViewerContext,
  clientId: string,
  part: Part,
  subject: string,
): Promise<PartStates[Part] | undefined> {
  return (await readers[part](context, clientId, subject)) as PartStates[Part] | undefined;
}

type Reader = (context: ViewerContext, clientId: string, subject: string) => Promise<PartState | undefined>;

const readers: Record<PartName, Reader> = {
  async skill({ db }, clientId, id) {
    const row = await findRow(db, 'skills.skill', { client_id: clientId, id }, 'all');
    return row && skillState(row);
  },
  async occupation({ db }, clientId, uri) {
    const row = await db
      .selectFrom('skills.occupation')
      .select('years')
      .where('client_id', '=', clientId)
      .where('concept_uri', '=', uri)
      .executeTakeFirst();
    return row && { uri, years: row.years };
  },
  async language({ db }, clientId, language) {
    const row = await findRow(db, 'skills.language', { client_id: clientId, language }, 'all');
    return row && ({ language, cefr: row.cefr, native: row.native } as LanguageState);
  },
  async licence({ db }, clientId, code) {
    const row = await findRow(db, 'skills.licence', { client_id: clientId, code }, 'all');
    return row && licenceState(row);
  },
  async wish({ db }, clientId) {
    const row = await findRow(db, 'skills.wish', { client_id: clientId }, 'all');
    return row && wishState(row);
  },
  async 'travel-area'({ db }, clientId) {
    const rows = await db
      .selectFrom('skills.travel_area')
      .select('municipality_code')
      .where('client_id', '=', clientId)
      .orderBy('municipality_code')
      .execute();
    return rows.length === 0 ? undefined : { codes: rows.map((row) => row.municipality_code) };
  },
  async mapping({ db }, clientId) {
    const row = await findRow(db, 'skills.mapping', { client_id: clientId }, ['completed_on']);
    return row?.completed_on ? { completedOn: row.completed_on } : undefined;
  },
};

/** Puts a state into a place, or empties it. The mapping must be locked. */
export async function writeState(
  context: ViewerContext,
  clientId: string,
  part: PartName,
  subject: string,
  state: PartState | undefined,
): Promise<void> {
  await (writers[part] as Writer<PartState>)(context, clientId, subject, state);
}

type Writer<State> = (
  context: ViewerContext,
  clientId: string,
  subject: string,
  state: State | undefined,
) => Promise<void>;

const writers: { [Part in PartName]: Writer<PartStates[Part]> } = {
  async skill({ db }, clientId, id, state) {
    if (state === undefined) {
      await dropRows(db, 'skills.skill', { client_id: clientId, id });
      return;
    }
    const values = {
      concept_uri: state.uri ?? null,
      own_words: state.ownWords ?? null,
      level: state.level,
      evidence: state.evidence,
      evidence_note: state.evidenceNote ?? null,
    };
    await db
      .insertInto('skills.skill')
      .values({ id, client_id: clientId, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  },
  async occupation({ db }, clientId, uri, state) {
    if (state === undefined) {
      await dropRows(db, 'skills.occupation', { client_id: clientId, concept_uri: uri });
      return;
    }
    await db
      .insertInto('skills.occupation')
      .values({ client_id: clientId, concept_uri: uri, years: state.years })
      .onConflict((conflict) =>
        conflict.columns(['client_id', 'concept_uri']).doUpdateSet({ years: state.years }),
      )
      .execute();
  },
  async language({ db }, clientId, language, state) {
    if (state === undefined) {
      await dropRows(db, 'skills.language', { client_id: clientId, language });
      return;
    }
    const values = { cefr: state.cefr, native: state.native };
    await db
      .insertInto('skills.language')
      .values({ client_id: clientId, language, ...values })
      .onConflict((conflict) => conflict.columns(['client_id', 'language']).doUpdateSet(values))
      .execute();
  },
  async licence({ db }, clientId, code, state) {
    if (state === undefined) {
      await dropRows(db, 'skills.licence', { client_id: clientId, code });
      return;
    }
    const values = { valid_to: state.validTo ?? null };
    await db
      .insertInto('skills.licence')
      .values({ client_id: clientId, code, ...values })
      .onConflict((conflict) => conflict.columns(['client_id', 'code']).doUpdateSet(values))
      .execute();
  },
  async wish({ db }, clientId, _subject, state) {
    if (state === undefined) {
      await dropRows(db, 'skills.wish', { client_id: clientId });
      return;
    }
    const values = {
      occupation_uris: [...state.occupationUris],
      working_times: [...state.workingTimes],
      earliest_start: state.earliestStart ?? null,
      note: state.note ?? null,
    };
    await db
      .insertInto('skills.wish')
      .values({ client_id: clientId, ...values })
      .onConflict((conflict) => conflict.column('client_id').doUpdateSet(values))
      .execute();
  },
  async 'travel-area'({ db }, clientId, _subject, state) {
    const codes = state?.codes ?? [];
    await dropRows(db, 'skills.travel_area', { client_id: clientId });
    if (codes.length === 0) return;
    await db
      .insertInto('skills.travel_area')
      .values(codes.map((municipality_code) => ({ client_id: clientId, municipality_code })))
      .execute();
  },
  async mapping({ db }, clientId, _subject, state) {
    await setRows(
      db,
      'skills.mapping',
      { client_id: clientId },
      { completed_on: state?.completedOn ?? null },
    );
  },
};

/** The id of the skill that has this concept or these own words already; case does not matter. */
export async function skillLike(
  { db }: ViewerContext,
  clientId: string,
  like: { readonly uri?: string | undefined; readonly ownWords?: string | undefined },
): Promise<string | undefined> {
  const rows = await db
    .selectFrom('skills.skill')
    .select(['id', 'concept_uri', 'own_words'])
    .where('client_id', '=', clientId)
    .execute();
  const words = like.ownWords?.toLocaleLowerCase('fi');
  return rows.find((row) =>
    like.uri !== undefined
      ? row.concept_uri === like.uri
      : row.concept_uri === null && row.own_words?.toLocaleLowerCase('fi') === words,
  )?.id;
}

/**
 * Opens the mapping if it is not there yet, and keeps everybody else from changing it until the end of the
 * transaction: so changes of one mapping happen one after another.
 */
export async function lockMapping({ db, today }: ViewerContext, clientId: string): Promise<void> {
  await db
    .insertInto('skills.mapping')
    .values({ client_id: clientId, started_on: today, completed_on: null })
    .onConflict((conflict) => conflict.column('client_id').doNothing())
    .execute();
  await db
    .selectFrom('skills.mapping')
    .select('client_id')
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

function skillState(row: {
  concept_uri: string | null;
  own_words: string | null;
  level: number;
  evidence: string;
  evidence_note: string | null;
}): SkillState {
  return {
    ...(row.concept_uri === null ? {} : { uri: row.concept_uri }),
    ...(row.own_words === null ? {} : { ownWords: row.own_words }),
    level: row.level as SkillState['level'],
    evidence: row.evidence as SkillState['evidence'],
    ...(row.evidence_note === null ? {} : { evidenceNote: row.evidence_note }),
  };
}

function licenceState(row: { code: string; valid_to: string | null }): LicenceState {
  return { code: row.code, ...(row.valid_to === null ? {} : { validTo: row.valid_to }) };
}

/** The wish of a row, with nothing empty in it. */
export function wishState(row: {
  occupation_uris: string[];
  working_times: string[];
  earliest_start: string | null;
  note: string | null;
}): WishState {
  return {
    occupationUris: row.occupation_uris,
    workingTimes: row.working_times as WishState['workingTimes'],
    ...(row.earliest_start === null ? {} : { earliestStart: row.earliest_start }),
    ...(row.note === null ? {} : { note: row.note }),
  };
}
