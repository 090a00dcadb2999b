import type { Insertable, Kysely } from 'kysely';
import { sql } from 'kysely';
import { type House, withHandle } from '#access';
import { sealEntries } from '#audit';
import type { Tables } from '#db/tables.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { formatUuidv7, newId } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';
import { systemViewer } from '#kernel/viewer.ts';
import { ensureVocabulary } from '#vocabulary';
import { logRows } from './earlier-log.ts';
import { generateArea } from './generate.ts';
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
  });
  await sealEntries(house);
  return area;
}

type Db = Kysely<Tables>;

/** Inserts rows in portions that fit the limit of parameters in one statement. */
async function insert<T extends keyof Tables>(
  db: Db,
  table: T,
  rows: readonly Insertable<Tables[T]>[],
): Promise<void> {
  const width = Math.max(1, ...rows.slice(0, 50).map((row) => Object.keys(row).length));
  const portion = Math.floor(20_000 / width);
  for (let from = 0; from < rows.length; from += portion) {
    await db
      .insertInto(table)
      .values(rows.slice(from, from + portion) as never)
      .execute();
  }
}

const json = (value: unknown) => JSON.stringify(value);

const steps: [string, (db: Db, area: DemonstrationArea) => Promise<void>][] = [
  ['organisations and users', loadOrganisations],
  ['people, their cases and duties', loadClients],
  ['skills', loadSkills],
  ['companies, visits and needs', loadCompanies],
  ['the pilot, consents and introductions', loadPilot],
  ['what has been looked at so far', loadLog],
];

async function loadOrganisations(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(
    db,
    'networks.organisation',
    area.organisations.map((one) => ({
      id: one.id,
      kind: one.kind,
      names: json(one.name),
      municipality_code: one.municipality ?? null,
      valid_from: one.validFrom ?? null,
      valid_to: one.validTo ?? null,
    })),
  );
  for (const one of area.organisations) {
    if (one.successorId) {
      await db
        .updateTable('networks.organisation')
        .set({ successor_id: one.successorId })
        .where('id', '=', one.id)
        .execute();
    }
  }
  await insert(
    db,
    'networks.serves',
    area.organisations.flatMap((one) =>
      one.serves.map((municipality_code) => ({
        organisation_id: one.id,
        municipality_code,
        valid_from: one.validFrom ?? '1900-01-01',
        valid_to: one.validTo ?? null,
      })),
    ),
  );
  const areaId = formatUuidv7(Date.parse(area.today), 1, createRandom(area.seed).fork('area').bytes(8));
  await insert(db, 'areas.area', [
    {
      id: areaId,
      names: json({ fi: 'Mikkelin seutu', sv: 'S:t Michel regionen', en: 'Mikkeli region' }),
      kind: 'pilot-area',
      valid_from: '2025-01-01',
    },
  ]);
  await insert(
    db,
    'areas.member',
    area.municipalities.map((municipality_code) => ({
      area_id: areaId,
      municipality_code,
      valid_from: '2025-01-01',
    })),
  );
  await insert(
    db,
    'access.account',
    area.users.map((user) => ({
      id: user.id,
      subject: user.key,
      name: user.name,
      language: user.language,
      email: user.email,
      description: user.persona ? json(user.persona) : null,
    })),
  );
  await insert(
    db,
    'access.role_assignment',
    area.users.map((user) => ({
      id: user.id,
      account_id: user.id,
      role: user.role,
      organisation_id: user.organisationId ?? null,
      company_id: user.companyId ?? null,
      client_id: user.clientId ?? null,
      valid_from: user.validFrom,
    })),
  );
}

async function loadClients(db: Db, area: DemonstrationArea): Promise<void> {
  const { clients } = area;
  await insert(
    db,
    'clients.client',
    clients.map((one) => ({
      id: one.id,
      contact_language: one.language,
      native_language: one.motherTongue,
      interpreter_needed: one.interpreterNeeded,
      non_disclosure: one.nonDisclosure,
      search_started_on: one.searchStartedOn,
      search_ended_on: one.searchEndedOn ?? null,
      created_at: `${one.searchStartedOn}T07:00:00Z`,
    })),
  );
  await insert(
    db,
    'clients.name',
    clients.map((one) => ({ client_id: one.id, given_name: one.firstName, family_name: one.lastName })),
  );
  await insert(
    db,
    'clients.personal_code',
    clients.map((one) => ({ client_id: one.id, code: one.identityCode, birth_date: one.birthDay })),
  );
  await insert(
    db,
    'clients.contact',
    clients.map((one) => ({
      client_id: one.id,
      phone: one.phone,
      email: one.email,
      street_address: one.streetAddress,
      postcode: one.postcode,
    })),
  );
  await insert(
    db,
    'clients.home',
    clients.map((one) => ({ client_id: one.id, municipality_code: one.municipality })),
  );
  await insert(
    db,
    'clients.education',
    clients.map((one) => ({ client_id: one.id, level: one.educationLevel, field: one.education ?? null })),
  );
  await insert(
    db,
    'access.conflict',
    area.kinships.map((one) => ({
      account_id: one.userId,
      client_id: one.clientId,
      kind: 'relative',
      declared_on: one.declaredOn,
    })),
  );
  await insert(
    db,
    'clients.client_case',
    area.cases.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      opened_on: one.openedOn,
      closed_on: one.closedOn ?? null,
    })),
  );
  await insert(
    db,
    'clients.responsibility',
    area.responsibilities.map((one) => ({
      case_id: one.caseId,
      client_id: one.clientId,
      account_id: one.userId,
      organisation_id: one.organisationId,
      during: `[${one.from},${one.to ? addDays(one.to, 1) : ''})`,
      reason: one.reason ?? null,
    })),
  );
  await insert(
    db,
    'clients.note',
    area.notes.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      case_id: one.caseId,
      author_id: one.authorId,
      written_at: one.writtenAt,
      text: one.text,
    })),
  );
  await insert(
    db,
    'clients.task',
    area.tasks.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      kind: one.kind,
      due_on: one.dueOn,
      subject_id: one.subjectId ?? null,
      details: json(one.details),
      created_at: one.createdAt,
      done_on: one.doneOn ?? null,
      done_by: one.doneById ?? null,
    })),
  );
}

async function loadSkills(db: Db, area: DemonstrationArea): Promise<void> {
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

async function loadCompanies(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(
    db,
    'companies.company',
    area.companies.map((one) => ({
      id: one.id,
      business_id: one.businessId,
      name: one.name,
      municipality_code: one.municipality,
      industry_code: one.industryCode,
      industry_version: one.industryVersion,
      size_class: one.size,
      web: one.web ?? null,
      created_at: `${addDays(area.today, -400)}T07:00:00Z`,
    })),
  );
  await insert(
    db,
    'companies.site',
    area.companies.map((one) => ({
      id: newId(),
      company_id: one.id,
      name: one.name,
      municipality_code: one.municipality,
      street_address: one.streetAddress,
    })),
  );
  await insert(
    db,
    'companies.contact',
    area.contacts.map((one) => ({
      id: one.id,
      company_id: one.companyId,
      name: one.name,
      position: one.position,
      phone: one.phone,
      email: one.email,
      valid_from: addDays(area.today, -400),
    })),
  );
  await insert(
    db,
    'companies.visit',
    area.visits.map((one) => ({
      id: one.id,
      company_id: one.companyId,
      made_by: one.adviserId,
      organisation_id: one.organisationId,
      visited_on: one.on,
      channel: one.channel,
      note: one.note,
      created_at: `${one.on}T12:00:00Z`,
    })),
  );
  await insert(
    db,
    'companies.action',
    area.companyActions.map((one) => ({
      id: one.id,
      company_id: one.companyId,
      kind: one.kind,
      done_on: one.on,
      hours: one.hours,
      description: one.description,
      result: one.result ?? null,
      logged_by: one.adviserId,
      organisation_id: one.organisationId,
      logged_at: `${one.on}T12:30:00Z`,
    })),
  );
  await insert(
    db,
    'vacancies.vacancy',
    area.vacancies.map((one) => ({
      id: one.id,
      company_id: one.companyId,
      title: one.title,
      occupation_uri: one.occupationUri,
      openness: one.hidden ? 'hidden' : 'open',
      state: one.state,
      certainty: one.certainty,
      places: one.places,
      need: one.need,
      municipality_code: one.municipality,
      working_times: [...one.workingTimes],
      starts_on: one.startsOn ?? null,
      valid_to: one.validTo,
      verified_on: one.verifiedOn,
      source: one.source,
      visit_id: one.visitId ?? null,
      created_by: one.foundById ?? null,
      created_at: `${one.foundOn}T11:00:00Z`,
    })),
  );
  await insert(
    db,
    'vacancies.required_skill',
    area.vacancies.flatMap((one) => {
      const essential = [...new Set(one.essentialSkillUris)];
      const optional = [...new Set(one.optionalSkillUris)].filter((uri) => !essential.includes(uri));
      return [
        ...essential.map((concept_uri) => ({ vacancy_id: one.id, concept_uri, essential: true })),
        ...optional.map((concept_uri) => ({ vacancy_id: one.id, concept_uri, essential: false })),
      ];
    }),
  );
  await insert(
    db,
    'vacancies.required_language',
    area.vacancies.flatMap((one) =>
      one.requiredLanguages.map(({ language, level }) => ({ vacancy_id: one.id, language, cefr: level })),
    ),
  );
  await insert(
    db,
    'vacancies.required_licence',
    area.vacancies.flatMap((one) =>
      [...new Set(one.requiredLicences)].map((code) => ({ vacancy_id: one.id, code })),
    ),
  );
  await insert(
    db,
    'vacancies.step',
    area.vacancies.map((one) => ({
      id: newId(),
      vacancy_id: one.id,
      at: `${one.foundOn}T11:00:00Z`,
      account_id: one.foundById ?? null,
      state: one.state,
    })),
  );
}

async function loadPilot(db: Db, area: DemonstrationArea): Promise<void> {
  const { pilot } = area;
  await insert(
    db,
    'events.event',
    area.events.map((one) => ({
      id: one.id,
      names: json(one.name),
      kind: one.kind,
      held_on: one.heldOn,
      closes_at: one.closesAt,
      municipality_code: one.municipality,
      organiser_id: one.organiserId,
    })),
  );
  await insert(
    db,
    'events.attendance',
    area.events.flatMap((one) => one.companyIds.map((company_id) => ({ event_id: one.id, company_id }))),
  );
  await insert(db, 'pilots.pilot', [
    {
      id: pilot.id,
      names: json(pilot.name),
      organisation_id: pilot.organisationId,
      starts_on: pilot.startsOn,
      ends_on: pilot.endsOn,
      size_target: pilot.targets.persons,
      employed_target: pilot.targets.employed,
      companies_target: pilot.targets.companies,
      source: '003:101, 003:107, 003:149-150',
    },
  ]);
  await insert(
    db,
    'pilots.member',
    area.pilotMembers.map((one) => ({
      pilot_id: one.pilotId,
      client_id: one.clientId,
      invited_on: one.invitedOn,
      joined_on: one.joinedOn ?? null,
      declined_on: one.declinedOn ?? null,
      left_on: one.leftOn ?? null,
      reason: one.reason ?? null,
    })),
  );
  const notices = await db.selectFrom('consents.notice').select(['id', 'purpose', 'version']).execute();
  const noticeOf = (purpose: string, version: number) => {
    const found = notices.find((notice) => notice.purpose === purpose && notice.version === version);
    if (!found) throw new Error(`There is no notice ${purpose} ${version}`);
    return found.id;
  };
  await insert(
    db,
    'consents.consent',
    area.consents
      .toSorted((a, b) => a.step - b.step)
      .map((one) => ({
        id: one.id,
        client_id: one.clientId,
        step: one.step,
        under_id: one.underId ?? null,
        notice_id: noticeOf(one.noticePurpose, one.noticeVersion),
        notice_language: one.noticeLanguage,
        receiver_organisation_id: one.receiverOrganisationId ?? null,
        receiver_company_id: one.receiverCompanyId ?? null,
        receiver_event_id: one.receiverEventId ?? null,
        fields: [...one.fields],
        given_at: one.givenAt,
        given_how: one.givenHow,
        given_by: one.givenById,
        valid_to: one.validTo,
        withdrawn_at: one.withdrawnAt ?? null,
        withdrawn_by: one.withdrawnById ?? null,
      })),
  );
  await insert(
    db,
    'introductions.introduction',
    area.introductions.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      vacancy_id: one.vacancyId,
      company_id: one.companyId,
      consent_id: one.consentId,
      introduced_by: one.introducedById,
      organisation_id: one.organisationId,
      introduced_at: one.introducedAt,
      introduced_on: one.introducedOn,
      message: one.message,
      state: one.state,
      state_since: one.stateSince,
      reason: one.reason ?? null,
      answer_note: one.answerNote ?? null,
      interview_on: one.interviewOn ?? null,
      hired_on: one.hiredOn ?? null,
    })),
  );
  await insert(
    db,
    'introductions.step',
    area.introductionSteps.map((one) => ({
      id: one.id,
      introduction_id: one.introductionId,
      client_id: one.clientId,
      at: one.at,
      account_id: one.userId ?? null,
      state: one.state,
      reason: one.reason ?? null,
      note: one.note ?? null,
    })),
  );
  await insert(
    db,
    'introductions.reminder',
    area.reminders.map((one) => ({
      introduction_id: one.introductionId,
      working_day: one.workingDay,
      sent_on: one.sentOn,
    })),
  );
  await insert(
    db,
    'clients.outcome',
    area.outcomes.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      kind: one.kind,
      happened_on: one.on,
      source: one.source,
      company_id: one.companyId ?? null,
      vacancy_id: one.vacancyId ?? null,
      introduction_id: one.introductionId ?? null,
      note: one.note,
      recorded_by: one.recordedById,
      recorded_at: `${one.on}T13:00:00Z`,
    })),
  );
  // The engine reads everything at its start; what is noted of rows loaded here would only be read twice.
  await sql`delete from matching.change`.execute(db);
}

async function loadLog(db: Db, area: DemonstrationArea): Promise<void> {
  await insert(db, 'audit.entry', logRows(area));
}
