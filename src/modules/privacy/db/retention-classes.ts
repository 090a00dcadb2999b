import type { Tables } from '#db/tables.ts';
import type { Keeping, RuleSeries } from '#kernel/rules.ts';
import { rules } from '#kernel/rules.ts';
import type { RetentionCode, retentionEnds } from '../domain/codes.ts';

/** One table of a class: which rows belong to a record, and what is written over them; without `change` they go. */
export interface RetentionAct {
  readonly table: keyof Tables;
  /** SQL over `$1` records, `$2` the persons' own accounts, `$3` ids that stand for them in notices, `$4` their names. */
  readonly condition: string;
  readonly change?: string;
}

/**
 * A class of records. Its name, when its clock starts and on what basis it is kept are texts of the room
 * (`retention:class.<code>`, `starts.<code>`, `basis.<code>`).
 */
export interface RetentionClass {
  readonly code: RetentionCode;
  readonly end: (typeof retentionEnds)[number];
  /** How long, as a dated rule; absent for what stays or lives days. */
  readonly keeping?: RuleSeries<Keeping>;
  /** SQL: the records whose clock has started (`subject_id`, `since`). Absent where nobody reviews. */
  readonly ended?: string;
  /** What happens to a record, children before parents. */
  readonly acts: readonly RetentionAct[];
  /** Tables that belong to the class without an act of a review. */
  readonly tables: readonly (keyof Tables)[];
}

const gone = (table: keyof Tables, condition = 'client_id = any ($1)'): RetentionAct => ({
  table,
  condition,
});
const over = (table: keyof Tables, change: string, condition: string): RetentionAct => ({
  table,
  condition,
  change,
});

const ofAccounts = 'account_id = any ($2)';
const ofIntroductions =
  'introduction_id in (select i.id from introductions.introduction i where i.client_id = any ($1))';
const told = `${ofAccounts} or privacy.tells_of(params::text || coalesce(link, ''), $3) or params ->> 'name' = any ($4)`;
const unasked = `text = '–', answer = case when answer is not null then '–' end, asker_id = null,
  state = case state when 'open' then 'closed' else state end, closed_why = case when state in ('open', 'closed') then '–' end,
  token_hash = uuid_send(gen_random_uuid())`;

/** A person in a service relation, with everything that is held of the person. */
const client: RetentionClass = {
  code: 'client',
  end: 'destroy',
  keeping: rules.retention,
  ended: `select c.id as subject_id,
      coalesce((select max(k.closed_on) from clients.client_case k where k.client_id = c.id), (c.created_at at time zone 'Europe/Helsinki')::date) as since
    from clients.client c
   where not exists (select from clients.client_case k where k.client_id = c.id and k.closed_on is null)
     and not exists (select from clients.search_period s where s.client_id = c.id and s.ended_on is null)`,
  acts: [
    gone(
      'outbox.message',
      `payload ->> 'accountId' = any ($2::text[]) or privacy.tells_of(payload::text, $3) or payload -> 'params' ->> 'name' = any ($4)`,
    ),
    gone(
      'outbox.letter',
      `${told} or address in (select k.email from clients.contact k where k.client_id = any ($1))`,
    ),
    gone('outbox.notification', told),
    gone('outbox.unwanted_letter', ofAccounts),
    gone('outreach.delivery', ofAccounts),
    over('outreach.question', unasked, 'asker_id = any ($2)'),
    gone(
      'access.session',
      `${ofAccounts} or role_assignment_id in (select r.id from access.role_assignment r where r.client_id = any ($1))`,
    ),
    gone('access.sent_form', ofAccounts),

    // The place stays filled; by whom is no longer known.
    over('vacancies.filled_place', 'introduction_id = gen_random_uuid()', ofIntroductions),
    gone('clients.task'),
    gone('clients.search_period'),
    gone('clients.outcome'),
    gone('matching.kept_result'),
    gone('matching.person_answer'),
    gone('introductions.reminder', ofIntroductions),
    gone('introductions.step'),
    gone('introductions.introduction'),

    // A paper or a copy that is still out is cut from the person, and its destruction is waited for.
    over(
      'consents.disclosure',
      `client_id = null, consent_id = null, fields = '{}', destruction_asked_at = coalesce(destruction_asked_at, access.instant())`,
      `client_id = any ($1) and form in ('print', 'api') and destruction_confirmed_at is null and holder_id is not null`,
    ),
    gone('consents.disclosure'),
    gone('consents.request'),
    gone('consents.consent'),

    gone('pilots.pick'),
    gone('pilots.member'),
    gone('events.person_presence'),

    gone('skills.change'),
    gone('skills.skill'),
    gone('skills.occupation'),
    gone('skills.language'),
    gone('skills.licence'),
    gone('skills.wish'),
    gone('skills.travel_area'),
    gone('skills.mapping'),

    gone('clients.note'),
    gone('clients.plan'),
    gone('clients.arrival'),
    gone('clients.case_step'),
    gone('clients.hand_over'),
    gone('clients.responsibility'),
    gone('clients.client_case'),
    gone('clients.representative'),
    gone('clients.invitation'),
    gone('clients.education'),
    gone('clients.home'),
    gone('clients.contact'),
    gone('clients.personal_code'),
    gone('clients.name'),

    gone('privacy.request'),
    gone('privacy.hold', `class = 'client' and subject_id = any ($1)`),
    gone('access.conflict'),
    gone('access.opening_review'),
    gone('access.opening'),
    gone('access.address_grant'),
    gone('access.grant_request'),
    gone('access.role_assignment'),
    gone('access.account', 'id = any ($2)'),
    gone('clients.client', 'id = any ($1)'),
    gone('matching.change', 'subject = any ($3)'),
  ],
  tables: ['privacy.proposal_item'],
};

const ofWorkers = 'account_id = any ($1)';

/** A user who has left. The row stays, for what others' records point to, and is nobody's any more. */
const account: RetentionClass = {
  code: 'account',
  end: 'anonymise',
  keeping: rules.retentionAccounts,
  ended: `select a.id as subject_id, (a.disabled_at at time zone 'Europe/Helsinki')::date as since
    from access.account a
   where a.disabled_at is not null and a.anonymised_at is null and a.id not in (select access.accounts_of_persons())
     and not exists (select from clients.responsibility r where r.account_id = a.id and (upper_inf(r.during) or upper(r.during) > access.today()))`,
  acts: [
    gone('outbox.message', `payload ->> 'accountId' = any ($1::text[])`),
    gone('outbox.letter', ofWorkers),
    gone('outbox.notification', ofWorkers),
    gone('outbox.unwanted_letter', ofWorkers),
    gone('outreach.delivery', ofWorkers),
    gone('access.session', ofWorkers),
    gone('access.sent_form', ofWorkers),
    gone(
      'access.api_token',
      `credential_id in (select k.id from access.api_credential k where k.${ofWorkers})`,
    ),
    gone(
      'access.api_request',
      `credential_id in (select k.id from access.api_credential k where k.${ofWorkers})`,
    ),
    over('access.role_assignment', 'granted_because = null, ended_because = null', ofWorkers),
    over(
      'access.role_proposal',
      `reason = '–', decided_because = case when decided_because is not null then '–' end`,
      ofWorkers,
    ),
    gone('privacy.hold', `class = 'account' and subject_id = any ($1)`),
    over(
      'access.account',
      `name = 'Entinen käyttäjä', subject = 'former:' || id, sign_in_email = null, email = null, description = null,
       closed_because = null, anonymised_at = access.instant()`,
      'id = any ($1)',
    ),
  ],
  // What points to the account is nobody's when the account is.
  tables: [
    'access.api_credential',
    'access.group_role',
    'clients.cover',
    'outreach.contributor',
    'outreach.remark',
    'privacy.proposal',
    'programmes.coordinator_account',
    'programmes.reminder',
    'programmes.working',
    'programmes.goal_draft',
  ],
};

/** Whom to call in an organisation or a company, when it is somebody else now. */
const contact: RetentionClass = {
  code: 'contact',
  end: 'destroy',
  keeping: rules.retentionContacts,
  ended: `select id as subject_id, valid_to as since from networks.contact_person where valid_to is not null
    union all select id, valid_to from companies.contact where valid_to is not null`,
  acts: [
    gone('privacy.hold', `class = 'contact' and subject_id = any ($1)`),
    gone('networks.contact_person', 'id = any ($1)'),
    gone('companies.contact', 'id = any ($1)'),
  ],
  tables: [],
};

/** What somebody asked or told in own words. Topic and days stay for counting; what was published stays. */
const question: RetentionClass = {
  code: 'question',
  end: 'anonymise',
  keeping: rules.retentionQuestions,
  ended: `select id as subject_id, coalesce(answered_on, due_on) as since from outreach.question
     where state <> 'open' and text <> '–'`,
  acts: [
    gone('privacy.hold', `class = 'question' and subject_id = any ($1)`),
    over('outreach.question', unasked, 'id = any ($1)'),
  ],
  tables: [],
};

/** Every class, in the order in which they are told. A test holds them complete over the tables with personal data. */
export const classes: readonly RetentionClass[] = [
  client,
  account,
  contact,
  question,
  {
    code: 'notice',
    end: 'itself',
    keeping: rules.retentionNotices,
    acts: [],
    tables: ['outbox.notification'],
  },
  {
    code: 'short',
    end: 'itself',
    acts: [],
    tables: [
      'access.session',
      'access.sign_in_attempt',
      'access.sent_form',
      'access.api_token',
      'access.api_request',
      'outbox.message',
      'outbox.letter',
      'matching.change',
    ],
  },
  {
    code: 'record',
    end: 'stays',
    acts: [],
    tables: [
      'governance.attachment',
      'governance.attachment_file',
      'governance.attendance',
      'governance.ballot',
      'governance.commitment',
      'governance.decision',
      'governance.disqualified',
      'governance.dissent',
      'governance.distribution_list',
      'governance.item',
      'governance.list_entry',
      'governance.meeting',
      'governance.member',
      'governance.money',
      'governance.part',
      'governance.publication',
      'governance.receiver',
      'governance.settles',
      'governance.vote',
      'intake.choice',
      'intake.document',
      'intake.reading',
      'intake.set_right',
      'intake.undone',
      'outreach.audience',
      'outreach.bulletin',
      'outreach.plan_action',
      'outreach.published_answer',
      'programmes.goal_report',
      'programmes.proposal',
      'projects.part',
      'projects.staff',
      'projects.work_time',
    ],
  },
  { code: 'log', end: 'stays', acts: [], tables: ['audit.entry'] },
];

/** Tables whose rows are nobody's although the catalogue speaks of persons, each with why. */
export const nobodys: Readonly<Partial<Record<keyof Tables, string>>> = {
  'audit.stream': 'how far the log has been told; no entry of it',
  'consents.alias_key': 'a key; no person',
  'governance.body': 'a body; no person',
  'governance.mandate': 'what a body may decide; no person',
  'outreach.reminder': 'which question is late; whose it is stands in the question',
};

/** Tables of a class: those that a review touches, and the others. */
export const tablesOf = ({ acts, tables }: RetentionClass): readonly (keyof Tables)[] => [
  ...new Set([...acts.map(({ table }) => table), ...tables]),
];

/**
 * The classes as the database reads them: the script `src/db/views/privacy_retention.sql`, written by `npm run docs` and run
 * again whenever it has changed. A test holds the two equal.
 */
export function retentionScript(): string {
  const text = (words: string) => `'${words.replaceAll(/\s+/g, ' ').replaceAll("'", "''")}'`;
  const reviewed = classes.filter(({ ended }) => ended !== undefined);
  const acts = reviewed.flatMap(({ code, acts }) =>
    acts.map(
      ({ table, condition, change }, place) =>
        `  ('${code}', ${place}, '${table}', ${text(condition)}, ${change === undefined ? 'null' : text(change)})`,
    ),
  );
  return `-- Classes of records past their time and what happens to them: made from src/modules/privacy/db/retention-classes.ts by
-- \`npm run docs\`, never by hand.
delete from privacy.retention_act;
delete from privacy.retention_class;
insert into privacy.retention_class (code, ended) values
${reviewed.map(({ code, ended }) => `  ('${code}', ${text(ended!)})`).join(',\n')};
insert into privacy.retention_act (class, place, table_name, condition, change) values
${acts.join(',\n')};
`;
}
