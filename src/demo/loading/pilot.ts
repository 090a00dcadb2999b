import { sql } from 'kysely';
import type { DemonstrationArea } from '../shapes.ts';
import { type Db, insert, json } from './insert.ts';

/** The pilot: members, the event, consents, introductions and what came of them. */
export async function loadPilot(db: Db, area: DemonstrationArea): Promise<void> {
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
      source: 'Palvelupolut 2.0 (003:101, 003:107, 003:149–150)',
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
