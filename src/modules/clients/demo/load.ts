import type { Insertable } from 'kysely';
import { initialInterview, nextMeeting } from '#clients';
import type { Tables } from '#db/tables.ts';
import { type Db, insert, json } from '#demo/insert.ts';
import type { DemonstrationArea, DemoOutcome, DemoTask } from '#demo/shapes.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { formatUuidv7 } from '#kernel/ids.ts';
import { createRandom } from '#kernel/random.ts';
import { starterForDemonstration } from '#modules/vocabulary/demo/starter.ts';
import type { SearchEndReason } from '../domain/codes.ts';
import { dutiesOfSearch } from '../domain/kinds.ts';

/** People with their cases, who is responsible for them, notes, plans and duties. */
export async function loadClients(db: Db, area: DemonstrationArea): Promise<void> {
  const { clients } = area;
  await insert(
    db,
    'clients.client',
    clients.map((client) => ({
      id: client.id,
      contact_language: client.language,
      native_language: client.motherTongue,
      interpreter_needed: client.interpreterNeeded,
      non_disclosure: client.nonDisclosure,
      created_at: `${client.searchStartedOn}T07:00:00Z`,
    })),
  );
  await insert(
    db,
    'clients.name',
    clients.map((client) => ({
      client_id: client.id,
      given_name: client.firstName,
      family_name: client.lastName,
    })),
  );
  await insert(
    db,
    'clients.personal_code',
    clients.map((client) => ({
      client_id: client.id,
      code: client.identityCode,
      birth_date: client.birthDay,
    })),
  );
  await insert(
    db,
    'clients.contact',
    clients.map((client) => ({
      client_id: client.id,
      phone: client.phone,
      email: client.email,
      street_address: client.streetAddress,
      postcode: client.postcode,
    })),
  );
  await insert(
    db,
    'clients.home',
    clients.map((client) => ({ client_id: client.id, municipality_code: client.municipality })),
  );
  await insert(
    db,
    'clients.education',
    clients.map((client) => ({
      client_id: client.id,
      level: client.educationLevel,
      field: client.education ?? null,
    })),
  );
  await insert(
    db,
    'access.conflict',
    area.kinships.map((kinship) => ({
      account_id: kinship.userId,
      client_id: kinship.clientId,
      kind: 'relative',
      declared_on: kinship.declaredOn,
    })),
  );
  await insert(
    db,
    'clients.client_case',
    area.cases.map((row) => ({
      id: row.id,
      client_id: row.clientId,
      opened_on: row.openedOn,
      closed_on: row.closedOn ?? null,
    })),
  );
  await insert(
    db,
    'clients.responsibility',
    area.responsibilities.map((responsibility) => ({
      case_id: responsibility.caseId,
      client_id: responsibility.clientId,
      account_id: responsibility.userId,
      organisation_id: responsibility.organisationId,
      during: `[${responsibility.from},${responsibility.to ? addDays(responsibility.to, 1) : ''})`,
      reason: responsibility.reason ?? null,
    })),
  );
  const [away, standsIn] = ['expert-countryside', 'expert-young'].map((key) =>
    area.users.find((user) => user.key === key),
  );
  if (away && standsIn)
    await insert(db, 'clients.cover', [
      {
        id: formatUuidv7(
          Date.parse(addDays(area.today, -3)),
          3,
          createRandom(area.seed).fork('absence').bytes(8),
        ),
        account_id: away.id,
        substitute_id: standsIn.id,
        during: `[${addDays(area.today, -2)},${addDays(area.today, 9)}]`,
        made_by: away.id,
        made_at: `${addDays(area.today, -3)}T07:00:00Z`,
      },
    ]);
  await insert(
    db,
    'clients.note',
    area.notes.map((note) => ({
      id: note.id,
      client_id: note.clientId,
      case_id: note.caseId,
      author_id: note.authorId,
      written_at: note.writtenAt,
      text: note.text,
    })),
  );
  const random = createRandom(area.seed).fork('searches');
  const periods = new Map(
    clients.map((client) => [
      client.id,
      formatUuidv7(Date.parse(client.searchStartedOn), 1, random.bytes(8)),
    ]),
  );
  const became = new Map(area.outcomes.map((outcome) => [outcome.clientId, outcome]));
  await insert(
    db,
    'clients.search_period',
    clients.map((client) => ({
      id: periods.get(client.id)!,
      client_id: client.id,
      started_on: client.searchStartedOn,
      ended_on: client.searchEndedOn ?? null,
      end_reason: client.searchEndedOn === undefined ? null : reasonOf(became.get(client.id)),
      recorded_at: `${client.searchStartedOn}T07:00:00Z`,
    })),
  );
  const searches = new Map(clients.map((client) => [client.id, client.searchStartedOn]));
  const happened = new Map(area.outcomes.map((outcome) => [outcome.id, outcome.on]));
  await insert(db, 'clients.plan', plansOf(area));
  await insert(
    db,
    'clients.task',
    area.tasks.map((task) => ({
      id: task.id,
      client_id: task.clientId,
      kind: task.kind,
      due_on: task.dueOn,
      rule_id: ruleOf(task, searches.get(task.clientId) ?? area.today),
      subject_id: task.subjectId ?? null,
      search_id: dutiesOfSearch.includes(task.kind) ? (periods.get(task.clientId) ?? null) : null,
      details: json(
        task.kind === 'outcome-follow-up'
          ? { months: 3, happenedOn: happened.get(task.subjectId ?? '') }
          : task.details,
      ),
      created_at: task.createdAt,
      done_on: task.doneOn ?? null,
      done_by: task.doneById ?? null,
    })),
  );
}

/** Why a search ended, by what came of it. */
function reasonOf(outcome: DemoOutcome | undefined): SearchEndReason {
  return outcome?.kind === 'employed' || outcome?.kind === 'study' || outcome?.kind === 'entrepreneur'
    ? outcome.kind
    : 'other';
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
  const worker = new Map(
    area.responsibilities.map((responsibility) => [responsibility.clientId, responsibility.userId]),
  );
  const wish = new Map(area.wishes.map((wishes) => [wishes.clientId, wishes.occupationUris[0]]));
  const names = new Map(starterForDemonstration().occupations.map((row) => [row.uri, row.names.fi]));
  return area.cases.flatMap((row) => {
    const agreed_on = addDays(row.openedOn, 9);
    const agreed_by = worker.get(row.clientId);
    const id = formatUuidv7(Date.parse(agreed_on), 2, random.bytes(8));
    if (!agreed_by || addDays(row.openedOn, 30) > area.today || !random.chance(0.9)) return [];
    const occupation = names.get(wish.get(row.clientId) ?? '');
    const goal = occupation
      ? `Tavoitteena työ: ${occupation}`
      : 'Tavoitteena löytää oma ala ja ensimmäinen työpaikka';
    return [
      {
        id,
        client_id: row.clientId,
        case_id: row.id,
        kind: 'employment',
        goal,
        agreed_on,
        agreed_by,
        ended_on: row.closedOn && row.closedOn >= agreed_on ? row.closedOn : null,
      },
    ];
  });
}
