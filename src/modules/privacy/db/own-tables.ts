import type { Tables } from '#db/tables.ts';
import type { How, OwnPart } from '../domain/codes.ts';

/** A table whose rows are about the person, and which of its columns are told in words; the file holds all of them. */
export interface OwnTable {
  readonly table: keyof Tables;
  readonly part: OwnPart;
  readonly told: Readonly<Record<string, How>>;
  /** The column that names the person or the person's account; `rules`: row-level security alone says whose the rows are. */
  readonly by: 'client_id' | 'id' | 'subject_id' | 'subjects' | 'account_id' | 'account' | 'rules';
}

function own<T extends keyof Tables>(
  part: OwnPart,
  table: T,
  told: Readonly<Partial<Record<keyof Tables[T] & string, How>>>,
  by: OwnTable['by'] = 'client_id',
): OwnTable {
  return { table, part, told: told as OwnTable['told'], by };
}

/**
 * Everything that the service holds about a person and that the person may see. Row-level security chooses the rows; a test
 * holds this list equal to the tables that open to a person by being about them.
 */
export const ownTables: readonly OwnTable[] = [
  own('me', 'clients.name', { given_name: 'text', family_name: 'text' }),
  own('me', 'clients.personal_code', { code: 'text', birth_date: 'day' }),
  own(
    'me',
    'clients.client',
    {
      created_at: 'instant',
      contact_language: 'language',
      native_language: 'language',
      interpreter_needed: 'yes',
      non_disclosure: 'yes',
    },
    'id',
  ),
  own('me', 'clients.contact', { phone: 'phone', email: 'email', street_address: 'text', postcode: 'text' }),
  own('me', 'clients.home', { municipality_code: 'municipality' }),
  own('me', 'clients.education', { level: 'consents:profile.education-level.', field: 'text' }),
  own(
    'me',
    'access.account',
    { name: 'text', email: 'email', opened_at: 'instant', signed_in_at: 'instant' },
    'account',
  ),
  own('me', 'access.role_assignment', {}, 'account_id'),
  own('me', 'clients.representative', {
    kind: 'clients:representative.',
    name: 'text',
    phone: 'phone',
    email: 'email',
    valid_from: 'day',
    valid_to: 'day',
  }),
  own('me', 'clients.invitation', {
    created_at: 'instant',
    way: 'clients:invitation-way.',
    used_at: 'instant',
  }),

  own('case', 'clients.client_case', {
    opened_on: 'day',
    closed_on: 'day',
    closed_reason: 'clients:case-end.',
    closed_note: 'text',
  }),
  own('case', 'clients.search_period', {
    started_on: 'day',
    ended_on: 'day',
    end_reason: 'clients:search-end.',
    end_note: 'text',
  }),
  own('case', 'clients.responsibility', { organisation_id: 'organisation', reason: 'text' }),
  own('case', 'clients.case_step', { at: 'instant', on_day: 'day', note: 'text' }),
  own('case', 'clients.arrival', { moved_on: 'day', from_area: 'text', note: 'text' }),
  own('case', 'clients.hand_over', {
    made_at: 'instant',
    from_day: 'day',
    reason: 'text',
    undone_at: 'instant',
  }),
  own('case', 'clients.path_step', {}),

  own('plans', 'clients.plan', { kind: 'clients:plan.', goal: 'text', agreed_on: 'day', ended_on: 'day' }),
  own('plans', 'clients.task', { kind: 'clients:duty.', due_on: 'day', done_on: 'day' }),
  own('plans', 'clients.note', { written_at: 'instant', text: 'text' }),
  own('plans', 'clients.outcome', {
    kind: 'clients:outcome.',
    happened_on: 'day',
    source: 'clients:source.',
    company_id: 'company',
    note: 'text',
    undone_at: 'instant',
  }),

  own('skills', 'skills.mapping', { started_on: 'day', completed_on: 'day' }),
  own('skills', 'skills.occupation', { concept_uri: 'concept', years: 'text' }),
  own('skills', 'skills.skill', {
    concept_uri: 'concept',
    own_words: 'text',
    level: 'skills:level-name.',
    evidence: 'skills:evidence.',
    evidence_note: 'text',
  }),
  own('skills', 'skills.language', { language: 'language', cefr: 'skills:cefr.', native: 'yes' }),
  own('skills', 'skills.licence', { code: 'licence', valid_to: 'day' }),
  own('skills', 'skills.wish', {
    occupation_uris: 'concept',
    working_times: 'skills:time.',
    earliest_start: 'day',
    note: 'text',
  }),
  own('skills', 'skills.travel_area', { municipality_code: 'municipality' }),
  own('skills', 'skills.change', { changed_at: 'instant', part: 'skills:part.', kind: 'skills:change.' }),

  own('consents', 'consents.consent', {
    given_at: 'instant',
    given_how: 'consents:how.',
    receiver_organisation_id: 'organisation',
    receiver_company_id: 'company',
    fields: 'consents:field.',
    valid_to: 'instant',
    withdrawn_at: 'instant',
    mandate_note: 'text',
  }),
  own('consents', 'consents.request', {
    asked_at: 'instant',
    organisation_id: 'organisation',
    company_id: 'company',
    message: 'text',
    answered_at: 'instant',
  }),
  own('consents', 'consents.disclosure', {
    disclosed_at: 'instant',
    form: 'log:form.',
    fields: 'consents:field.',
    destruction_asked_at: 'instant',
    destruction_confirmed_at: 'instant',
  }),

  own('jobs', 'introductions.introduction', {
    introduced_at: 'instant',
    company_id: 'company',
    message: 'text',
    reason: 'introductions:reason.',
    answer_note: 'text',
    interview_on: 'day',
    hired_on: 'day',
  }),
  own('jobs', 'introductions.step', { at: 'instant', note: 'text' }),
  own('jobs', 'introductions.reminder', { sent_on: 'day' }, 'rules'),
  own('jobs', 'matching.person_answer', { answered_at: 'instant', reason: 'matching:reason.', note: 'text' }),
  own('jobs', 'matching.approach', { introduced_on: 'day', company_id: 'company' }),
  own('jobs', 'matching.kept_result', { kept_at: 'instant' }),
  own('jobs', 'events.person_presence', { noted_at: 'instant' }),

  own('pilots', 'pilots.member', { invited_on: 'day', joined_on: 'day', declined_on: 'day', left_on: 'day' }),
  own('pilots', 'pilots.pick', { points: 'text' }),
  own('pilots', 'insight.fact_case', {}),
  own('pilots', 'insight.fact_event_person', { held_on: 'day' }),
  own('pilots', 'insight.fact_introduction', {}),
  own('pilots', 'insight.fact_mapping', {}),
  own('pilots', 'insight.fact_outcome', {}),
  own('pilots', 'insight.fact_pilot_person', {}),
  own('pilots', 'insight.fact_pilot_step', {}),

  own('rights', 'privacy.request', {
    asked_at: 'instant',
    kind: 'privacy:kind.',
    about: 'text',
    wish: 'text',
    answer: 'privacy:answer.',
    answer_note: 'text',
    answered_at: 'instant',
  }),
  own(
    'rights',
    'privacy.hold',
    { set_at: 'instant', reason: 'retention:hold.', note: 'text', until: 'day', ended_at: 'instant' },
    'subject_id',
  ),
  own('rights', 'outbox.notification', { created_at: 'instant' }, 'account_id'),
  own('rights', 'outbox.unwanted_letter', {}, 'account_id'),
  own('rights', 'audit.entry', {}, 'subjects'),
];

/** Tables that open to a person by being about them and are not the person's data, each with why. */
export const notOwn: Readonly<Record<string, string>> = {
  'clients.latest_search': 'a view of clients.search_period',
  'clients.open_task': 'a view of clients.task',
  'clients.cover': 'a worker’s absence; who stands in for the own worker is told on the path',
  'vacancies.vacancy': 'the need of a company, shown for an introduction or an answer',
  'vacancies.required_language': 'the same need',
  'vacancies.required_licence': 'the same need',
  'vacancies.required_skill': 'the same need',
  'vacancies.step': 'the same need',
  'vacancies.filled_place': 'the same need; the hire itself stands in the introduction',
};

/** Columns that hold a secret or a technical copy, not data of the person. */
export const technical: Readonly<Record<string, readonly string[]>> = {
  'audit.entry': ['salts'],
  'clients.invitation': ['code_hash'],
  'clients.name': ['search'],
};
