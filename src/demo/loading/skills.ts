import type { DemonstrationArea } from '../shapes.ts';
import { type Db, insert, json } from './insert.ts';

/** What people can and wish, each skill with the one who wrote it. */
export async function loadSkills(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(
    db,
    'skills.mapping',
    area.mappings.map((one) => ({
      client_id: one.clientId,
      started_on: one.startedOn,
      completed_on: one.completedOn ?? null,
    })),
  );
  await insert(
    db,
    'skills.skill',
    area.skills.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      concept_uri: one.skillUri ?? null,
      own_words: one.ownWords ?? null,
      level: one.level,
      evidence: one.evidence,
      evidence_note: one.evidenceNote ?? null,
    })),
  );
  const roleOf = new Map(area.users.map((user) => [user.id, user.role]));
  await insert(
    db,
    'skills.change',
    area.skills.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      changed_at: one.addedAt,
      author_id: one.addedById,
      author_role: roleOf.get(one.addedById) ?? 'expert',
      part: 'skill',
      kind: 'added',
      subject: one.id,
      after: json({
        uri: one.skillUri,
        ownWords: one.ownWords,
        level: one.level,
        evidence: one.evidence,
        evidenceNote: one.evidenceNote,
      }),
    })),
  );
  await insert(
    db,
    'skills.occupation',
    area.occupations.map((one) => ({
      client_id: one.clientId,
      concept_uri: one.occupationUri,
      years: one.years,
    })),
  );
  await insert(
    db,
    'skills.language',
    area.languageSkills.map((one) => ({
      client_id: one.clientId,
      language: one.language,
      cefr: one.level,
      native: one.native,
    })),
  );
  await insert(
    db,
    'skills.licence',
    area.licences.map((one) => ({
      client_id: one.clientId,
      code: one.licence,
      valid_to: one.validTo ?? null,
    })),
  );
  await insert(
    db,
    'skills.wish',
    area.wishes.map((one) => ({
      client_id: one.clientId,
      occupation_uris: [...one.occupationUris],
      working_times: [...one.workingTimes],
      earliest_start: one.earliestStart ?? null,
      note: one.note ?? null,
    })),
  );
  await insert(
    db,
    'skills.travel_area',
    area.wishes.flatMap((one) =>
      [...new Set(one.travelArea)].map((municipality_code) => ({
        client_id: one.clientId,
        municipality_code,
      })),
    ),
  );
}
