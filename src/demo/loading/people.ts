import type { Insertable } from 'kysely';
import { initialInterview, nextMeeting } from '#clients';
import type { Tables } from '#db/tables.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';
import type { DemonstrationArea, DemoTask } from '../shapes.ts';
import { starterForDemonstration } from '../vocabulary.ts';
import { type Db, insert, json } from './insert.ts';

/** People with their cases, who is responsible for them, notes, plans and duties. */
export async function loadClients(db: Db, area: DemonstrationArea): Promise<void> {
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
  const searches = new Map(clients.map((one) => [one.id, one.searchStartedOn]));
  const happened = new Map(area.outcomes.map((one) => [one.id, one.on]));
  await insert(db, 'clients.plan', plansOf(area));
  await insert(
    db,
    'clients.task',
    area.tasks.map((one) => ({
      id: one.id,
      client_id: one.clientId,
      kind: one.kind,
      due_on: one.dueOn,
      rule_id: ruleOf(one, searches.get(one.clientId) ?? area.today),
      subject_id: one.subjectId ?? null,
      details: json(
        one.kind === 'outcome-follow-up'
          ? { months: 3, happenedOn: happened.get(one.subjectId ?? '') }
          : one.details,
      ),
      created_at: one.createdAt,
      done_on: one.doneOn ?? null,
      done_by: one.doneById ?? null,
    })),
  );
}

/** The rule by which a duty falls due: the statutory ones have one, what was agreed with the person has none. */
function ruleOf(task: DemoTask, searchStartedOn: Day): string | null {
  if (task.kind === 'initial-interview') return initialInterview(searchStartedOn).ruleId ?? null;
  return task.kind === 'job-search-meeting'
    ? (nextMeeting(task.createdAt.slice(0, 10)).ruleId ?? null)
    : null;
}

/** Nine of ten open cases of more than a month have a plan, agreed at about the first interview, towards what the person wishes. */
function plansOf(area: DemonstrationArea): Insertable<Tables['clients.plan']>[] {
  const random = createRandom(area.seed).fork('plans');
  const worker = new Map(area.responsibilities.map((one) => [one.clientId, one.userId]));
  const wish = new Map(area.wishes.map((one) => [one.clientId, one.occupationUris[0]]));
  const names = new Map(starterForDemonstration().occupations.map((one) => [one.uri, one.names.fi]));
  return area.cases.flatMap((one) => {
    const agreed_on = addDays(one.openedOn, 9);
    const agreed_by = worker.get(one.clientId);
    const id = formatUuidv7(Date.parse(agreed_on), 2, random.bytes(8));
    if (!agreed_by || addDays(one.openedOn, 30) > area.today || !random.chance(0.9)) return [];
    const occupation = names.get(wish.get(one.clientId) ?? '');
    const goal = occupation
      ? `Tavoitteena työ: ${occupation}`
      : 'Tavoitteena löytää oma ala ja ensimmäinen työpaikka';
    return [
      {
        id,
        client_id: one.clientId,
        case_id: one.id,
        kind: 'employment',
        goal,
        agreed_on,
        agreed_by,
        ended_on: one.closedOn && one.closedOn >= agreed_on ? one.closedOn : null,
      },
    ];
  });
}
