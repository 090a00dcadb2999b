import { sql } from 'kysely';
import { type Db, insert, json } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';

/** The pilot: members, the event, consents, introductions and what came of them. */
export async function loadPilot(db: Db, area: DemonstrationArea): Promise<void> {
  const { pilot } = area;
  await insert(
    db,
    'events.event',
    area.events.map((event) => ({
      id: event.id,
      names: json(event.name),
      kind: event.kind,
      held_on: event.heldOn,
      closes_at: event.closesAt,
      municipality_code: event.municipality,
      organiser_id: event.organiserId,
    })),
  );
  await insert(
    db,
    'events.attendance',
    area.events.flatMap((event) =>
      event.companyIds.map((company_id) => ({ event_id: event.id, company_id })),
    ),
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
      source: 'hankesuunnitelma Palvelupolut 2.0',
    },
  ]);
  await insert(
    db,
    'pilots.member',
    area.pilotMembers.map((member) => ({
      pilot_id: member.pilotId,
      client_id: member.clientId,
      invited_on: member.invitedOn,
      joined_on: member.joinedOn ?? null,
      declined_on: member.declinedOn ?? null,
      left_on: member.leftOn ?? null,
      reason: member.reason ?? null,
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
      .map((consent) => ({
        id: consent.id,
        client_id: consent.clientId,
        step: consent.step,
        under_id: consent.underId ?? null,
        notice_id: noticeOf(consent.noticePurpose, consent.noticeVersion),
        notice_language: consent.noticeLanguage,
        receiver_organisation_id: consent.receiverOrganisationId ?? null,
        receiver_company_id: consent.receiverCompanyId ?? null,
        receiver_event_id: consent.receiverEventId ?? null,
        fields: [...consent.fields],
        given_at: consent.givenAt,
        given_how: consent.givenHow,
        given_by: consent.givenById,
        valid_to: consent.validTo,
        withdrawn_at: consent.withdrawnAt ?? null,
        withdrawn_by: consent.withdrawnById ?? null,
      })),
  );
  await insert(
    db,
    'introductions.introduction',
    area.introductions.map((introduction) => ({
      id: introduction.id,
      client_id: introduction.clientId,
      vacancy_id: introduction.vacancyId,
      company_id: introduction.companyId,
      consent_id: introduction.consentId,
      introduced_by: introduction.introducedById,
      organisation_id: introduction.organisationId,
      introduced_at: introduction.introducedAt,
      introduced_on: introduction.introducedOn,
      message: introduction.message,
      state: introduction.state,
      state_since: introduction.stateSince,
      reason: introduction.reason ?? null,
      answer_note: introduction.answerNote ?? null,
      interview_on: introduction.interviewOn ?? null,
      hired_on: introduction.hiredOn ?? null,
    })),
  );
  await insert(
    db,
    'vacancies.filled_place',
    area.introductions
      .filter(({ state }) => state === 'hired')
      .map((introduction) => ({
        id: introduction.id,
        vacancy_id: introduction.vacancyId,
        introduction_id: introduction.id,
        filled_on: introduction.hiredOn ?? introduction.introducedOn,
        noted_at: introduction.stateSince,
      })),
  );
  await insert(
    db,
    'introductions.step',
    area.introductionSteps.map((step) => ({
      id: step.id,
      introduction_id: step.introductionId,
      client_id: step.clientId,
      at: step.at,
      account_id: step.userId ?? null,
      state: step.state,
      reason: step.reason ?? null,
      note: step.note ?? null,
    })),
  );
  await insert(
    db,
    'introductions.reminder',
    area.reminders.map((reminder) => ({
      introduction_id: reminder.introductionId,
      working_day: reminder.workingDay,
      sent_on: reminder.sentOn,
    })),
  );
  await insert(
    db,
    'clients.outcome',
    area.outcomes.map((outcome) => ({
      id: outcome.id,
      client_id: outcome.clientId,
      kind: outcome.kind,
      happened_on: outcome.on,
      source: outcome.source,
      company_id: outcome.companyId ?? null,
      vacancy_id: outcome.vacancyId ?? null,
      introduction_id: outcome.introductionId ?? null,
      note: outcome.note,
      recorded_by: outcome.recordedById,
      recorded_at: `${outcome.on}T13:00:00Z`,
    })),
  );
  // The engine reads everything at its start; what is noted of rows loaded here would only be read twice.
  await sql`delete from matching.change`.execute(db);
}
