import { type Db, insert, json } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';

/** What people can and wish, each skill with the one who wrote it. */
export async function loadSkills(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(
    db,
    'skills.mapping',
    area.mappings.map((mapping) => ({
      client_id: mapping.clientId,
      started_on: mapping.startedOn,
      completed_on: mapping.completedOn ?? null,
    })),
  );
  await insert(
    db,
    'skills.skill',
    area.skills.map((skill) => ({
      id: skill.id,
      client_id: skill.clientId,
      concept_uri: skill.skillUri ?? null,
      own_words: skill.ownWords ?? null,
      level: skill.level,
      evidence: skill.evidence,
      evidence_note: skill.evidenceNote ?? null,
    })),
  );
  const roleOf = new Map(area.users.map((user) => [user.id, user.role]));
  await insert(
    db,
    'skills.change',
    area.skills.map((skill) => ({
      id: skill.id,
      client_id: skill.clientId,
      changed_at: skill.addedAt,
      author_id: skill.addedById,
      author_role: roleOf.get(skill.addedById) ?? 'expert',
      part: 'skill',
      kind: 'added',
      subject: skill.id,
      after: json({
        uri: skill.skillUri,
        ownWords: skill.ownWords,
        level: skill.level,
        evidence: skill.evidence,
        evidenceNote: skill.evidenceNote,
      }),
    })),
  );
  await insert(
    db,
    'skills.occupation',
    area.occupations.map((occupation) => ({
      client_id: occupation.clientId,
      concept_uri: occupation.occupationUri,
      years: occupation.years,
    })),
  );
  await insert(
    db,
    'skills.language',
    area.languageSkills.map((skill) => ({
      client_id: skill.clientId,
      language: skill.language,
      cefr: skill.level,
      native: skill.native,
    })),
  );
  await insert(
    db,
    'skills.licence',
    area.licences.map((licence) => ({
      client_id: licence.clientId,
      code: licence.licence,
      valid_to: licence.validTo ?? null,
    })),
  );
  await insert(
    db,
    'skills.wish',
    area.wishes.map((wish) => ({
      client_id: wish.clientId,
      occupation_uris: [...wish.occupationUris],
      working_times: [...wish.workingTimes],
      earliest_start: wish.earliestStart ?? null,
      note: wish.note ?? null,
    })),
  );
  await insert(
    db,
    'skills.travel_area',
    area.wishes.flatMap((wish) =>
      [...new Set(wish.travelArea)].map((municipality_code) => ({
        client_id: wish.clientId,
        municipality_code,
      })),
    ),
  );
}
