// Made from the migrated database by `npm run db:types`; do not edit.
import type { ColumnType, Generated } from 'kysely';

// biome-ignore lint/suspicious/noExplicitAny: the form of a jsonb column is known to the module that owns it
export type Json = ColumnType<any, string, string>;
// biome-ignore lint/suspicious/noExplicitAny: as above
export type JsonWithDefault = ColumnType<any, string | undefined, string>;

export interface Tables {
  'access.account': {
    id: string;
    subject: string | null;
    name: string;
    language: Generated<string>;
    description: Json | null;
    disabled_at: string | null;
    email: string | null;
    sign_in_email: string | null;
    opened_at: string | null;
    opened_by: string | null;
    signed_in_at: string | null;
    closed_by: string | null;
    closed_because: string | null;
    anonymised_at: string | null;
  };
  'access.address_grant': {
    id: string;
    account_id: string;
    client_id: string;
    reason: string;
    valid_from: string;
    valid_to: string;
    request_id: string | null;
    ended_at: string | null;
    ended_by: string | null;
    ends_at: Generated<string>;
  };
  'access.api_credential': {
    id: string;
    name: string;
    account_id: string;
    role_assignment_id: string;
    secret_hash: string;
    scopes: string[];
    created_at: string;
    expires_at: string;
    revoked_at: string | null;
  };
  'access.api_request': {
    credential_id: string;
    key: string;
    request_hash: Buffer;
    made_id: string;
    started_at: string;
    status: number | null;
    answer: Json | null;
  };
  'access.api_token': {
    token_hash: Buffer;
    credential_id: string;
    scopes: string[];
    created_at: string;
    expires_at: string;
  };
  'access.conflict': {
    account_id: string;
    client_id: string;
    kind: string;
    declared_on: string;
  };
  'access.form_edit': {
    use_case: string;
    subject: string;
    edits: number;
    edited_at: string;
  };
  'access.grant_request': {
    id: string;
    account_id: string;
    client_id: string;
    reason: string;
    days: number;
    asked_by: string;
    asked_at: string;
    decision: string | null;
    decided_by: string | null;
    decided_at: string | null;
    decision_note: string | null;
  };
  'access.group_role': {
    id: string;
    group_name: string;
    role: string;
    organisation_id: string;
    added_by: string;
    added_at: string;
    removed_by: string | null;
    removed_at: string | null;
  };
  'access.opening': {
    id: string;
    kind: string;
    account_id: string;
    role: string;
    organisation_id: string | null;
    client_id: string;
    responsible_id: string | null;
    cause: string;
    words: string;
    opened_at: string;
    until: string;
    ended_at: string | null;
    ended_by: string | null;
    ends_at: Generated<string>;
  };
  'access.opening_review': {
    id: string;
    of_id: string;
    client_id: string;
    finding: string;
    note: string | null;
    made_by: string;
    made_at: string;
  };
  'access.role_assignment': {
    id: string;
    account_id: string;
    role: string;
    organisation_id: string | null;
    company_id: string | null;
    client_id: string | null;
    valid_from: string;
    valid_to: string | null;
    granted_by: string | null;
    granted_at: string | null;
    granted_because: string | null;
    approved_by: string | null;
    proposal_id: string | null;
    group_role_id: string | null;
    ended_at: string | null;
    ended_by: string | null;
    ended_because: string | null;
  };
  'access.role_proposal': {
    id: string;
    account_id: string;
    role: string;
    organisation_id: string | null;
    valid_from: string;
    valid_to: string | null;
    reason: string;
    proposed_by: string;
    proposed_at: string;
    decision: string | null;
    decided_by: string | null;
    decided_at: string | null;
    decided_because: string | null;
  };
  'access.role_right': {
    right_name: string;
    role: string;
    condition: string;
  };
  'access.sent_form': {
    key: string;
    account_id: string | null;
    use_case: string;
    sent_at: string;
    answer: Json | null;
  };
  'access.session': {
    token_hash: Buffer;
    account_id: string;
    role_assignment_id: string;
    csrf: string;
    assurance: string | null;
    created_at: string;
    seen_at: string;
    expires_at: string;
    ended_at: string | null;
    id: Generated<string>;
    provider_session: string | null;
  };
  'access.sign_in_attempt': {
    token_hash: Buffer;
    state: string;
    nonce: string;
    code_verifier: string;
    return_to: string;
    created_at: string;
    expires_at: string;
  };
  'access.viewer_key': {
    key: Buffer;
  };
  'areas.area': {
    id: string;
    names: Json;
    kind: string;
    valid_from: string;
    valid_to: string | null;
  };
  'areas.member': {
    area_id: string;
    municipality_code: string;
    valid_from: string;
    valid_to: string | null;
  };
  'audit.chain': {
    seq: number;
    entry_id: string;
    hash: Buffer;
  };
  'audit.entry': {
    id: string;
    at: string;
    account_id: string | null;
    role: string;
    organisation_id: string | null;
    company_id: string | null;
    action: string;
    purpose: string;
    subjects: string[];
    outcome: string;
    reason: string | null;
    details: JsonWithDefault;
    salts: string[] | null;
  };
  'audit.pending': {
    entry_id: string;
  };
  'audit.stream': {
    target: string;
    seq: Generated<number>;
    sent_at: string | null;
    failures: Generated<number>;
    next_try_at: Generated<string>;
    last_error: string | null;
  };
  'clients.arrival': {
    id: string;
    client_id: string;
    case_id: string;
    from_area: string;
    moved_on: string;
    brought: Generated<string[]>;
    note: string | null;
    recorded_by: string;
    recorded_at: string;
  };
  'clients.case_step': {
    id: string;
    client_id: string;
    case_id: string | null;
    kind: string;
    on_day: string;
    reason: string | null;
    note: string | null;
    details: JsonWithDefault;
    account_id: string | null;
    at: string;
  };
  'clients.client': {
    id: string;
    contact_language: string;
    native_language: string;
    interpreter_needed: Generated<boolean>;
    non_disclosure: Generated<boolean>;
    created_at: string;
  };
  'clients.client_case': {
    id: string;
    client_id: string;
    opened_on: string;
    closed_on: string | null;
    closed_reason: string | null;
    closed_note: string | null;
  };
  'clients.contact': {
    client_id: string;
    phone: string | null;
    email: string | null;
    street_address: string | null;
    postcode: string | null;
  };
  'clients.cover': {
    id: string;
    account_id: string;
    substitute_id: string;
    during: string;
    made_by: string;
    made_at: string;
    ended_on: string | null;
    ended_by: string | null;
    days: Generated<string>;
  };
  'clients.education': {
    client_id: string;
    level: string;
    field: string | null;
  };
  'clients.hand_over': {
    id: string;
    batch_id: string;
    client_id: string;
    case_id: string;
    from_account: string;
    from_organisation: string;
    to_account: string;
    from_day: string;
    reason: string;
    made_by: string;
    made_at: string;
    undone_at: string | null;
    undone_by: string | null;
  };
  'clients.home': {
    client_id: string;
    municipality_code: string;
  };
  'clients.invitation': {
    id: string;
    client_id: string;
    code_hash: Buffer;
    way: string;
    created_at: string;
    created_by: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
  };
  'clients.latest_search': {
    client_id: string | null;
    search_id: string | null;
    search_started_on: string | null;
    search_ended_on: string | null;
  };
  'clients.name': {
    client_id: string;
    given_name: string;
    family_name: string;
    search: Generated<string | null>;
  };
  'clients.note': {
    id: string;
    client_id: string;
    case_id: string;
    sensitivity: Generated<string>;
    author_id: string;
    written_at: string;
    text: string;
  };
  'clients.open_task': {
    id: string | null;
    client_id: string | null;
    kind: string | null;
    due_on: string | null;
    rule_id: string | null;
    subject_id: string | null;
    details: Json | null;
    created_at: string | null;
    done_on: string | null;
    done_by: string | null;
    search_id: string | null;
    attended: boolean | null;
    done_at: string | null;
  };
  'clients.outcome': {
    id: string;
    client_id: string;
    kind: string;
    happened_on: string;
    source: string;
    company_id: string | null;
    vacancy_id: string | null;
    introduction_id: string | null;
    note: string | null;
    recorded_by: string | null;
    recorded_at: string;
    undone_at: string | null;
    undone_by: string | null;
  };
  'clients.path_step': {
    client_id: string | null;
    day: string | null;
    until: string | null;
    lane: string | null;
    kind: string | null;
    state: string | null;
    subject_id: string | null;
    organisation_id: string | null;
    company_id: string | null;
    details: Json | null;
  };
  'clients.personal_code': {
    client_id: string;
    code: string | null;
    birth_date: string;
  };
  'clients.pilot_place': {
    client_id: string | null;
    pilot_id: string | null;
    joined_on: string | null;
  };
  'clients.plan': {
    id: string;
    client_id: string;
    case_id: string;
    kind: string;
    goal: string;
    agreed_on: string;
    agreed_by: string;
    ended_on: string | null;
  };
  'clients.representative': {
    id: string;
    client_id: string;
    kind: string;
    name: string;
    phone: string | null;
    email: string | null;
    valid_from: string;
    valid_to: string | null;
  };
  'clients.responsibility': {
    case_id: string;
    client_id: string;
    account_id: string;
    organisation_id: string;
    during: string;
    reason: string | null;
  };
  'clients.search_period': {
    id: string;
    client_id: string;
    started_on: string;
    ended_on: string | null;
    end_reason: string | null;
    end_note: string | null;
    outcome_id: string | null;
    recorded_at: string;
    recorded_by: string | null;
  };
  'clients.task': {
    id: string;
    client_id: string;
    kind: string;
    due_on: string;
    rule_id: string | null;
    subject_id: string | null;
    details: JsonWithDefault;
    created_at: string;
    done_on: string | null;
    done_by: string | null;
    search_id: string | null;
    attended: boolean | null;
    done_at: string | null;
  };
  'companies.action': {
    id: string;
    company_id: string;
    kind: string;
    done_on: string;
    hours: number;
    description: string;
    result: string | null;
    logged_by: string;
    organisation_id: string | null;
    logged_at: string;
  };
  'companies.company': {
    id: string;
    business_id: string;
    name: string;
    municipality_code: string;
    industry_code: string | null;
    industry_version: string | null;
    size_class: string;
    web: string | null;
    created_at: string;
    search: Generated<string | null>;
    unit_id: string | null;
  };
  'companies.contact': {
    id: string;
    company_id: string;
    name: string;
    position: string | null;
    phone: string | null;
    email: string | null;
    valid_from: string;
    valid_to: string | null;
  };
  'companies.note': {
    id: string;
    company_id: string;
    vacancy_id: string | null;
    written_by: string;
    organisation_id: string | null;
    written_at: string;
    text: string;
  };
  'companies.site': {
    id: string;
    company_id: string;
    name: string;
    municipality_code: string;
    street_address: string | null;
  };
  'companies.visit': {
    id: string;
    company_id: string;
    made_by: string;
    organisation_id: string;
    visited_on: string;
    channel: Generated<string>;
    note: string | null;
    created_at: string;
  };
  'consents.alias_key': {
    key: Buffer;
  };
  'consents.consent': {
    id: string;
    client_id: string;
    step: number;
    under_id: string | null;
    notice_id: string;
    notice_language: string;
    receiver_organisation_id: string | null;
    receiver_company_id: string | null;
    receiver_event_id: string | null;
    fields: string[];
    given_at: string;
    given_how: string;
    given_by: string;
    mandate_note: string | null;
    valid_to: string;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
    restores_id: string | null;
  };
  'consents.disclosure': {
    id: string;
    client_id: string | null;
    consent_id: string | null;
    form: string;
    fields: string[];
    disclosed_at: string;
    holder_id: string | null;
    destruction_asked_at: string | null;
    destruction_confirmed_at: string | null;
    credential_id: string | null;
    copy_of: string | null;
  };
  'consents.notice': {
    id: string;
    purpose: string;
    version: number;
    texts: Json;
    valid_from: string;
    valid_to: string | null;
    gdpr_basis: Generated<string>;
    secrecy_basis: string | null;
  };
  'consents.request': {
    id: string;
    client_id: string;
    company_id: string;
    vacancy_id: string | null;
    asked_by: string;
    organisation_id: string;
    asked_at: string;
    message: string | null;
    answer: string | null;
    answered_at: string | null;
  };
  'events.attendance': {
    event_id: string;
    company_id: string;
  };
  'events.company_presence': {
    event_id: string;
    company_id: string;
    noted_by: string | null;
    noted_at: string;
  };
  'events.cost': {
    id: string;
    event_id: string;
    position: number;
    kind: string;
    label: string | null;
    planned_cents: number | null;
    used_cents: number | null;
  };
  'events.event': {
    id: string;
    names: Json;
    kind: string;
    held_on: string;
    closes_at: string;
    municipality_code: string | null;
    organiser_id: string | null;
    state: Generated<string>;
    starts_at: string | null;
    ends_at: string | null;
    place: string | null;
    link: string | null;
    access_note: string | null;
    languages: Generated<string[]>;
    target_groups: Generated<string[]>;
    project_id: string | null;
    work_package: string | null;
    follows_id: string | null;
    lessons: string | null;
    changes: string | null;
    visitors: number | null;
    takes_profiles: Generated<boolean>;
  };
  'events.person_presence': {
    event_id: string;
    client_id: string;
    noted_by: string | null;
    noted_at: string;
  };
  'governance.attachment': {
    id: string;
    item_id: string;
    place: number;
    name: string;
    sha256: string | null;
    source_line: number | null;
    raw: string | null;
    is_public: Generated<boolean>;
  };
  'governance.attachment_file': {
    id: string;
    attachment_id: string;
    version: number;
    file_name: string;
    media_type: string;
    bytes: number;
    sha256: string;
    content: Buffer;
    added_at: string;
    added_by: string | null;
  };
  'governance.attendance': {
    meeting_id: string;
    member_id: string;
    presence: string;
  };
  'governance.ballot': {
    vote_id: string;
    member_id: string;
    choice: string;
  };
  'governance.body': {
    id: string;
    kind: string;
    names: Json;
    organisation_id: string | null;
    municipality: string | null;
    parent_id: string | null;
    appointed_by: string | null;
    quorum: number | null;
    valid_from: string;
    valid_to: string | null;
  };
  'governance.commitment': {
    id: string;
    item_id: string | null;
    body_id: string;
    text: string;
    made_on: string;
    channel: string;
    cents: number | null;
    condition: string | null;
    decision_id: string | null;
    settled: string | null;
    settled_on: string | null;
    settled_note: string | null;
    source_line: number | null;
    raw: string | null;
  };
  'governance.decision': {
    id: string;
    item_id: string;
    place: number;
    kind: string;
    proposed: string;
    decided: string | null;
    source_line: number | null;
    raw: string | null;
  };
  'governance.disqualified': {
    item_id: string;
    member_id: string;
    why: string;
  };
  'governance.dissent': {
    id: string;
    item_id: string;
    member_id: string | null;
    reasons: string | null;
    noted_at: string;
  };
  'governance.distribution_list': {
    id: string;
    body_id: string;
    name: string;
  };
  'governance.item': {
    id: string;
    meeting_id: string;
    body_id: string;
    place: number;
    section: number | null;
    heading: string;
    language: Generated<string>;
    register_numbers: Generated<string[]>;
    mandate_role: string | null;
    state: string;
    result: string | null;
    decided_on: string | null;
    notified_on: string | null;
    continues_id: string | null;
    preparers: JsonWithDefault;
    presenter: Json | null;
    source: string | null;
    content_hash: string | null;
    made_at: string;
    made_by: string | null;
    secret_basis: string | null;
  };
  'governance.list_entry': {
    id: string;
    list_id: string;
    place: number;
    position: string;
    organisation: string | null;
    account_id: string | null;
  };
  'governance.mandate': {
    id: string;
    body_id: string;
    role: string;
    task: string;
    basis: string;
    valid_from: string;
    valid_to: string | null;
  };
  'governance.meeting': {
    id: string;
    body_id: string;
    number: string | null;
    held_on: string;
    begins_at: string | null;
    place: string | null;
    state: string;
    called_on: string | null;
    checked_on: string | null;
    also_present: Generated<string[]>;
    made_at: string;
    made_by: string | null;
  };
  'governance.member': {
    id: string;
    body_id: string;
    capacity: string;
    position: string;
    organisation_id: string | null;
    organisation: string | null;
    account_id: string | null;
    deputy_for: string | null;
    valid_from: string;
    recorded_at: string;
    recorded_by: string | null;
    valid_to: string | null;
    end_recorded_at: string | null;
    mistaken_at: string | null;
  };
  'governance.money': {
    id: string;
    item_id: string;
    place: number;
    cents: number;
    about: string;
    source_line: number | null;
    raw: string | null;
  };
  'governance.part': {
    id: string;
    item_id: string;
    place: number;
    kind: string;
    title: string | null;
    text: string;
    source_line: number | null;
    raw: string | null;
  };
  'governance.publication': {
    id: string;
    meeting_id: string;
    body_id: string;
    content: Json;
    confirmed: Generated<string[]>;
    published_at: string;
    published_by: string | null;
    withdrawn_at: string | null;
    withdrawn_by: string | null;
  };
  'governance.receiver': {
    id: string;
    item_id: string;
    place: number;
    position: string;
    organisation: string | null;
    account_id: string | null;
    sent_at: string | null;
    read_at: string | null;
    read_noted_by: string | null;
    source_line: number | null;
    raw: string | null;
  };
  'governance.settles': {
    decision_id: string;
    kind: string;
    target_id: string;
    label: string;
    link: string | null;
    noted_at: string;
  };
  'governance.vote': {
    id: string;
    item_id: string;
    place: number;
    proposal: string;
    counter: string;
    counter_kind: string;
    for_count: number;
    against_count: number;
    blank_count: number;
    absent_count: number;
    chair_choice: string | null;
    noted_at: string;
  };
  'insight.fact_case': {
    id: string | null;
    client_id: string | null;
    opened_on: string | null;
    closed_on: string | null;
    search_started_on: string | null;
    search_ended_on: string | null;
    interviewed_on: string | null;
    planned_on: string | null;
  };
  'insight.fact_company_action': {
    id: string | null;
    company_id: string | null;
    kind: string | null;
    done_on: string | null;
    hours: number | null;
    organisation_id: string | null;
    municipality_code: string | null;
    size_class: string | null;
  };
  'insight.fact_company_test': {
    project_id: string | null;
    company_id: string | null;
    phase: string | null;
    points: number | null;
    tested_on: string | null;
  };
  'insight.fact_company_visit': {
    id: string | null;
    company_id: string | null;
    visited_on: string | null;
    channel: string | null;
    organisation_id: string | null;
  };
  'insight.fact_event': {
    id: string | null;
    kind: string | null;
    held_on: string | null;
    project_id: string | null;
    work_package: string | null;
    municipality_code: string | null;
    visitors: number | null;
  };
  'insight.fact_event_company': {
    event_id: string | null;
    company_id: string | null;
    kind: string | null;
    held_on: string | null;
    project_id: string | null;
  };
  'insight.fact_event_person': {
    event_id: string | null;
    client_id: string | null;
    kind: string | null;
    held_on: string | null;
    project_id: string | null;
  };
  'insight.fact_introduction': {
    id: string | null;
    client_id: string | null;
    company_id: string | null;
    vacancy_id: string | null;
    introduced_on: string | null;
    state: string | null;
    interview_on: string | null;
    hired_on: string | null;
  };
  'insight.fact_mapping': {
    client_id: string | null;
    started_on: string | null;
    completed_on: string | null;
  };
  'insight.fact_outcome': {
    id: string | null;
    client_id: string | null;
    kind: string | null;
    happened_on: string | null;
    source: string | null;
    company_id: string | null;
    vacancy_id: string | null;
    introduction_id: string | null;
    recorded_at: string | null;
  };
  'insight.fact_participant': {
    pilot_id: string | null;
    client_id: string | null;
    joined_on: string | null;
    left_on: string | null;
    birth_date: string | null;
    search_started_on: string | null;
    search_ended_on: string | null;
    education: string | null;
  };
  'insight.fact_pilot_person': {
    pilot_id: string | null;
    client_id: string | null;
    joined_on: string | null;
    age_band: string | null;
    language_group: string | null;
    municipality_code: string | null;
  };
  'insight.fact_pilot_step': {
    pilot_id: string | null;
    client_id: string | null;
    step: string | null;
    happened_on: string | null;
  };
  'insight.fact_vacancy': {
    id: string | null;
    company_id: string | null;
    openness: string | null;
    state: string | null;
    certainty: string | null;
    places: number | null;
    municipality_code: string | null;
    source: string | null;
    valid_to: string | null;
    verified_on: string | null;
    found_on: string | null;
  };
  'insight.fact_vacancy_step': {
    id: string | null;
    vacancy_id: string | null;
    state: string | null;
    moved_on: string | null;
  };
  'insight.pilot_counts': {
    pilot_id: string | null;
    step: string | null;
    people: number | null;
  };
  'intake.choice': {
    document_id: string;
    line: number;
    path: string;
    raw: string;
    value: string;
    chosen_at: string;
    chosen_by: string | null;
  };
  'intake.document': {
    id: string;
    hash: string;
    file_name: string;
    bytes: number;
    encoding: string;
    content: string;
    kind: string | null;
    received_at: string;
    received_by: string | null;
    organisation_id: string | null;
    imported_at: string | null;
    imported_by: string | null;
    outcomes: JsonWithDefault;
    undoing: Json | null;
  };
  'intake.reading': {
    document_id: string;
    reader: string;
    kind: string | null;
    recognition: string;
    reading: string | null;
    read_at: string;
  };
  'intake.set_right': {
    document_id: string;
    line: number;
    path: string;
    act: string;
    words: string | null;
    was: string | null;
    said_at: string;
    said_by: string | null;
  };
  'intake.undone': {
    id: string;
    document_id: string;
    outcomes: Json;
    undone_at: string;
    undone_by: string | null;
  };
  'introductions.introduction': {
    id: string;
    client_id: string;
    vacancy_id: string;
    company_id: string;
    consent_id: string;
    introduced_by: string;
    organisation_id: string;
    introduced_at: string;
    introduced_on: string;
    message: string | null;
    state: string;
    state_since: string;
    reason: string | null;
    answer_note: string | null;
    interview_on: string | null;
    hired_on: string | null;
  };
  'introductions.reminder': {
    introduction_id: string;
    working_day: number;
    sent_on: string;
  };
  'introductions.step': {
    id: string;
    introduction_id: string;
    client_id: string;
    at: string;
    account_id: string | null;
    state: string;
    reason: string | null;
    note: string | null;
  };
  'matching.approach': {
    vacancy_id: string | null;
    client_id: string | null;
    company_id: string | null;
    introduced_on: string | null;
    waiting: boolean | null;
  };
  'matching.change': {
    id: Generated<number>;
    xact: Generated<string>;
    kind: string;
    subject: string;
    changed_at: Generated<string>;
  };
  'matching.kept_result': {
    introduction_id: string;
    client_id: string;
    vacancy_id: string;
    kept_at: string;
    weights_version: number;
    inputs: string;
    result: string;
    sha256: string;
  };
  'matching.person_answer': {
    client_id: string;
    vacancy_id: string;
    answer: string;
    reason: string | null;
    note: string | null;
    answered_at: string;
  };
  'networks.contact_person': {
    id: string;
    organisation_id: string;
    name: string;
    task: string | null;
    phone: string | null;
    email: string | null;
    valid_from: string;
    valid_to: string | null;
    noted_by: string | null;
  };
  'networks.organisation': {
    id: string;
    kind: string;
    names: Json;
    business_id: string | null;
    municipality_code: string | null;
    valid_from: string | null;
    valid_to: string | null;
    successor_id: string | null;
  };
  'networks.organisation_before': {
    id: string;
    organisation_id: string;
    kind: string;
    names: Json;
    business_id: string | null;
    municipality_code: string | null;
    changed_at: string;
    changed_by: string | null;
  };
  'networks.serves': {
    organisation_id: string;
    municipality_code: string;
    valid_from: string;
    valid_to: string | null;
  };
  'networks.service': {
    id: string;
    valid_from: string;
    valid_to: string | null;
  };
  'networks.service_place': {
    id: string;
    service_id: string;
    municipality_code: string;
    channel: string;
    valid_from: string;
    valid_to: string | null;
  };
  'networks.service_role': {
    id: string;
    service_id: string;
    organisation_id: string;
    role: string;
    valid_from: string;
    valid_to: string | null;
  };
  'networks.service_version': {
    id: string;
    service_id: string;
    valid_from: string;
    names: Json;
    summary: Json;
    groups: string[];
    target_groups: string[];
    production: string;
    source: string | null;
    recorded_at: string;
    recorded_by: string | null;
  };
  'outbox.letter': {
    id: string;
    account_id: string | null;
    kind: string;
    params: Json;
    link: string | null;
    created_at: string;
    attempts: Generated<number>;
    next_try_at: string;
    sending_since: string | null;
    sent_at: string | null;
    given_up_at: string | null;
    last_error: string | null;
    address: string | null;
    language: string | null;
  };
  'outbox.message': {
    id: string;
    created_at: string;
    kind: string;
    payload: Json;
    done_at: string | null;
    attempts: Generated<number>;
    last_error: string | null;
  };
  'outbox.notification': {
    id: string;
    account_id: string;
    kind: string;
    params: Json;
    link: string | null;
    created_at: string;
    read_at: string | null;
  };
  'outbox.unwanted_letter': {
    account_id: string;
    kind: string;
  };
  'outreach.audience': {
    bulletin_id: string;
    kind: string;
    value: Generated<string>;
  };
  'outreach.bulletin': {
    id: string;
    titles: Json;
    texts: Json;
    state: string;
    author_id: string;
    made_at: string;
    changed_at: string;
    version: number;
    asked_at: string | null;
    returned_why: string | null;
    approved_by: string | null;
    published_at: string | null;
  };
  'outreach.contributor': {
    bulletin_id: string;
    account_id: string;
    part: string;
  };
  'outreach.delivery': {
    bulletin_id: string;
    account_id: string;
    sent_at: string;
    read_at: string | null;
  };
  'outreach.plan_action': {
    id: string;
    aim: string;
    audience: string;
    message: string | null;
    channel: string;
    planned_on: string;
    done_on: string | null;
    dropped_why: string | null;
    owner: string;
    bulletin_id: string | null;
    effect: string | null;
    effect_planned: number | null;
    effect_actual: number | null;
    cost_planned: Generated<number>;
    cost_actual: number | null;
    budget_line: string | null;
    changed_at: string;
    changed_by: string | null;
  };
  'outreach.published_answer': {
    question_id: string;
    topic: string;
    questions: Json;
    answers: Json;
    author_id: string;
    asked_at: string;
    confirmed: Generated<string[]>;
    returned_why: string | null;
    approved_by: string | null;
    published_at: string | null;
  };
  'outreach.question': {
    id: string;
    topic: string;
    language: string;
    text: string;
    asked_at: string;
    asked_on: string;
    asker_id: string | null;
    token_hash: Buffer | null;
    owner_id: string | null;
    due_on: string;
    rule_id: string;
    state: string;
    answer: string | null;
    answered_by: string | null;
    answered_at: string | null;
    answered_on: string | null;
    closed_why: string | null;
  };
  'outreach.remark': {
    id: string;
    bulletin_id: string;
    account_id: string;
    at: string;
    text: string;
  };
  'outreach.reminder': {
    question_id: string;
    working_day: number;
    sent_on: string;
  };
  'pilots.member': {
    pilot_id: string;
    client_id: string;
    picking_id: string | null;
    invited_on: string;
    joined_on: string | null;
    declined_on: string | null;
    left_on: string | null;
    reason: string | null;
  };
  'pilots.pick': {
    picking_id: string;
    client_id: string;
    chosen: boolean;
    rank: number;
    points: number;
    reasons: Json;
  };
  'pilots.picking': {
    id: string;
    pilot_id: string;
    made_by: string;
    made_at: string;
    seed: number;
    size: number;
    weights: Json;
  };
  'pilots.pilot': {
    id: string;
    names: Json;
    organisation_id: string;
    starts_on: string;
    ends_on: string;
    size_target: number;
    employed_target: number;
    companies_target: number;
    source: string;
  };
  'privacy.hold': {
    id: string;
    class: string;
    subject_id: string;
    reason: string;
    note: string | null;
    until: string;
    set_by: string;
    set_at: string;
    ended_at: string | null;
    ended_by: string | null;
  };
  'privacy.proposal': {
    id: string;
    class: string;
    before: string;
    reason: string;
    subjects: number;
    proposed_by: string;
    proposed_at: string;
    decision: string | null;
    decided_by: string | null;
    decided_at: string | null;
    decided_because: string | null;
    done: Generated<number>;
    left_there: Generated<number>;
    rows: JsonWithDefault;
    log_stays: Generated<number>;
  };
  'privacy.proposal_item': {
    proposal_id: string;
    subject_id: string;
    since: string;
  };
  'privacy.request': {
    id: string;
    client_id: string;
    kind: string;
    about: string;
    wish: string;
    asked_at: string;
    due_on: string;
    longer_why: string | null;
    answer: string | null;
    answer_note: string | null;
    answered_at: string | null;
    answered_by: string | null;
  };
  'privacy.retention_act': {
    class: string;
    place: number;
    table_name: string;
    condition: string;
    change: string | null;
  };
  'privacy.retention_class': {
    code: string;
    ended: string;
  };
  'privacy.statement': {
    id: string;
    kind: string;
    content: Json;
    said_at: string;
  };
  'programmes.board_report': {
    id: string;
    programme_id: string;
    period: string;
    state: string;
    foreword: Generated<string>;
    revision: Generated<number>;
    changed_at: string;
    changed_by: string | null;
    approved_at: string | null;
    approved_on: string | null;
    approved_by: string | null;
    approving_body: string | null;
    decision_reference: string | null;
    data: Json | null;
    data_hash: string | null;
    body_id: string | null;
    decision_id: string | null;
  };
  'programmes.coordinator_account': {
    coordinator_id: string;
    account_id: string;
    valid_from: string;
    valid_to: string | null;
    named_by: string | null;
  };
  'programmes.goal_draft': {
    goal_id: string;
    programme_id: string;
    period: string;
    content: Json;
    revision: number;
    saved_at: string;
    saved_by: string;
  };
  'programmes.goal_report': {
    id: string;
    programme_id: string;
    goal_id: string;
    period: string;
    content: Json;
    submitted_at: string;
    submitted_on: string;
    submitted_by: string;
    coordinator_id: string | null;
  };
  'programmes.indicator_value': {
    id: string;
    programme_id: string;
    indicator_id: string;
    as_of: string;
    value: number | null;
    evidence: string;
    recorded_at: string;
    recorded_on: string;
    recorded_by: string | null;
  };
  'programmes.link': {
    id: string;
    programme_id: string;
    part_id: string;
    kind: string;
    target_id: string;
    reason: string;
    linked_on: string;
    linked_by: string | null;
    unlinked_on: string | null;
    unlinked_by: string | null;
  };
  'programmes.part': {
    id: string;
    programme_id: string;
    kind: string;
  };
  'programmes.programme': {
    id: string;
    kind: string;
    organisation_id: string;
    reports_from: string | null;
    created_at: string;
  };
  'programmes.proposal': {
    id: string;
    programme_id: string;
    goal_id: string | null;
    title: string;
    text: string;
    proposed_by: string;
    organisation_id: string | null;
    proposed_at: string;
    proposed_on: string;
    state: string;
    decided_at: string | null;
    decided_on: string | null;
    decided_by: string | null;
    deciding_body: string | null;
    reason: string | null;
    measure_id: string | null;
  };
  'programmes.reminder': {
    id: string;
    programme_id: string;
    goal_id: string;
    period: string;
    account_id: string;
    step: number | null;
    sent_at: string;
    sent_by: string | null;
  };
  'programmes.report_file': {
    id: string;
    report_id: string;
    data_hash: string;
    language: string;
    format: string;
    asked_at: string;
    asked_by: string | null;
    made_at: string | null;
    bytes: Buffer | null;
    sha256: string | null;
    error: string | null;
  };
  'programmes.version': {
    id: string;
    programme_id: string;
    number: number;
    in_force_from: string;
    recorded_at: string;
    recorded_on: string;
    made_by: string | null;
    reason: string | null;
    content: Json;
    draft_hash: string | null;
    source: string | null;
  };
  'programmes.working': {
    programme_id: string;
    content: Json;
    revision: number;
    started_from: number;
    saved_at: string;
    saved_by: string | null;
    former: Json | null;
  };
  'projects.attachment': {
    id: string;
    project_id: string;
    name: string;
    version: number;
    media_type: string;
    bytes: number;
    sha256: string;
    content: Buffer;
    added_at: string;
    added_by: string | null;
  };
  'projects.budget': {
    project_id: string;
    cost_model: Generated<string>;
    wage_method: string | null;
    rounding_rule: Generated<string>;
    aid_rate: number | null;
    side_cost_rate: number | null;
  };
  'projects.cohort': {
    project_id: string;
    pilot_id: string;
  };
  'projects.company_step': {
    id: string;
    project_id: string;
    position: number;
    measure_id: string;
    content: string;
    hours: number | null;
    companies: number | null;
    test: string | null;
  };
  'projects.company_test': {
    project_id: string;
    company_id: string;
    phase: string;
    points: number;
    tested_on: string;
    entered_by: string | null;
  };
  'projects.comparison': {
    id: string;
    project_id: string;
    position: number;
    measure_id: string;
    against: string;
    name: string;
    other_id: string | null;
    difference: string;
    service_id: string | null;
  };
  'projects.condition': {
    id: string;
    project_id: string;
    funding_share_id: string | null;
    words: string;
    body: string | null;
    expected_on: string | null;
    decision_id: string | null;
    met_on: string | null;
    met_note: string | null;
    source: string | null;
  };
  'projects.cost_line': {
    id: string;
    project_id: string;
    position: number;
    kind: string;
    label: string;
    year: number | null;
    requested: number | null;
    approved: number | null;
    rejected: number | null;
    printed: string | null;
    source: string | null;
  };
  'projects.criticism': {
    id: string;
    project_id: string;
    position: number;
    check_code: string;
    words: string;
    answer: string | null;
    evidence: Generated<string[]>;
    answered_by: string | null;
    answered_on: string | null;
    source: string | null;
  };
  'projects.dependency': {
    work_package_id: string;
    needs_id: string;
  };
  'projects.draft': {
    id: string;
    project_id: string;
    hash: string;
    document: string;
    kind: string;
    taken_at: string;
    draft: Json;
  };
  'projects.figure': {
    project_id: string;
    position: number;
    kind: string;
    cents: number;
    approved: number | null;
    rejected: number | null;
    printed_share: number | null;
    year: number | null;
    to_year: number | null;
    qualifier: string | null;
    printed: string | null;
    source: string | null;
  };
  'projects.funding_share': {
    id: string;
    project_id: string;
    position: number;
    money_from: string;
    role: string;
    label: string;
    year: number | null;
    requested: number | null;
    approved: number | null;
    rejected: number | null;
    printed_share: number | null;
    channelled_by: string | null;
    printed: string | null;
    source: string | null;
  };
  'projects.goal': {
    id: string;
    project_id: string;
    position: number;
    words: string;
    source: string | null;
  };
  'projects.horizontal_answer': {
    project_id: string;
    template: string;
    criterion: string;
    yes: boolean | null;
    direct: number | null;
    indirect: number | null;
    reason: string | null;
    evidence: string | null;
    source: string | null;
  };
  'projects.horizontal_promise': {
    id: string;
    project_id: string;
    criterion: string;
    words: string;
    place: string;
    followed_on: string | null;
    followed: string | null;
  };
  'projects.indicator': {
    id: string;
    project_id: string;
    position: number;
    kind: string;
    nature: string;
    names: Json;
    unit: Generated<string>;
    baseline: number | null;
    baseline_on: string | null;
    baseline_source: string | null;
    target: number | null;
    target_qualifier: string | null;
    parts: JsonWithDefault;
    planned: JsonWithDefault;
    due_on: string | null;
    owner: string | null;
    source_kind: string | null;
    source_name: string | null;
    formula: string | null;
    comparison: string | null;
    adoption: string | null;
    promised_at: string | null;
    code: string | null;
  };
  'projects.indicator_value': {
    id: string;
    project_id: string;
    indicator_id: string;
    counted_on: string;
    value: number;
    evidence: string;
    entered_by: string | null;
    entered_at: string;
  };
  'projects.link': {
    id: string;
    project_id: string;
    position: number;
    other_id: string | null;
    name: string;
    relation: string;
    words: string | null;
    source: string | null;
  };
  'projects.measure': {
    id: string;
    project_id: string;
    position: number;
    words: string;
    work_package: string | null;
    aspects: Generated<string[]>;
    source: string | null;
  };
  'projects.part': {
    id: string;
    project_id: string;
    position: number;
    role: string;
    name: string;
    organisation_id: string | null;
    details: JsonWithDefault;
    share_cents: number | null;
    committed_on: string | null;
    committed_how: string | null;
    decided_on: string | null;
    decision_id: string | null;
    source: string | null;
  };
  'projects.place': {
    project_id: string;
    position: number;
    kind: string;
    name: string;
    code: string | null;
    source: string | null;
  };
  'projects.plan_version': {
    id: string;
    project_id: string;
    number: number;
    kept_at: string;
    kept_by: string | null;
    why: string;
    plan: Json;
    promises: Json | null;
    occasion: Generated<string>;
  };
  'projects.proceeding': {
    id: string;
    project_id: string;
    position: number;
    body: string;
    happened_on: string | null;
    what: string;
    source: string | null;
  };
  'projects.project': {
    id: string;
    name: string;
    organisation_id: string | null;
    funder_id: string | null;
    instrument: Generated<string>;
    programme: string | null;
    priority: string | null;
    objective: string | null;
    call_name: string | null;
    call_code: string | null;
    aid_form: string | null;
    implementers: string | null;
    arrived_on: string | null;
    starts_on: string | null;
    ends_on: string | null;
    state: Generated<string>;
    state_since: string;
    verdict: string | null;
    nationwide: boolean | null;
    site: Json | null;
    improves_id: string | null;
    report_due_on: string | null;
    findings: Generated<number>;
    changed_at: string;
    used: number | null;
  };
  'projects.purchase': {
    id: string;
    project_id: string;
    work_package_id: string;
    position: number;
    kind: string;
    label: string;
    cents: number;
    qualifier: string | null;
    printed: string | null;
    source: string | null;
  };
  'projects.reach': {
    project_id: string;
    municipality_code: string;
  };
  'projects.readiness': {
    project_id: string;
    called_on: string;
    called_by: string | null;
  };
  'projects.realised': {
    id: string;
    project_id: string;
    month: string;
    kind: string;
    label: string;
    cents: number;
    evidence: string;
    work_package_id: string | null;
    entered_by: string | null;
    entered_at: string;
    accepted_by: string | null;
    accepted_at: string | null;
  };
  'projects.realised_removed': {
    id: string;
    project_id: string;
    month: string;
    kind: string;
    label: string;
    cents: number;
    evidence: string;
    work_package_id: string | null;
    entered_by: string | null;
    entered_at: string;
    removed_by: string | null;
    removed_at: string;
    why: string;
    accepted_by: string | null;
    accepted_at: string | null;
  };
  'projects.register_number': {
    project_id: string;
    position: number;
    form: string;
    printed: string;
    source: string | null;
  };
  'projects.report': {
    id: string;
    asked_by: string;
    asked_at: string;
    form: string;
    name: string;
    done: Generated<number>;
    size: Generated<number>;
    failed: Generated<boolean>;
    content: Buffer | null;
  };
  'projects.result': {
    id: string;
    project_id: string;
    position: number;
    kind: string;
    words: string;
    work_package_id: string | null;
    owner: string | null;
    owner_organisation_id: string | null;
    adopted_on: string | null;
    used: boolean | null;
    source: string | null;
  };
  'projects.section': {
    project_id: string;
    position: number;
    kind: string;
    title: string | null;
    words: string;
    source: string | null;
  };
  'projects.spending': {
    project_id: string;
    position: number;
    starts_on: string;
    months: number;
    cents: number;
  };
  'projects.staff': {
    id: string;
    project_id: string;
    position: number;
    title: string;
    name: string | null;
    share: number | null;
    hourly_cents: number | null;
    starts_on: string | null;
    ends_on: string | null;
    source: string | null;
  };
  'projects.state_change': {
    id: string;
    project_id: string;
    changed_on: string;
    changed_by: string | null;
    from_state: string | null;
    to_state: string;
    note: string | null;
    unready_why: string | null;
    unready_reasons: number | null;
  };
  'projects.target_group': {
    project_id: string;
    position: number;
    reach: string;
    code: string | null;
    words: string;
    source: string | null;
  };
  'projects.trace_link': {
    project_id: string;
    from_id: string;
    to_id: string;
  };
  'projects.work_package': {
    id: string;
    project_id: string;
    position: number;
    code: string;
    name: string;
    words: Generated<string>;
    starts_on: string | null;
    ends_on: string | null;
    total_cents: number | null;
    total_qualifier: string | null;
    total_called: string | null;
    source: string | null;
  };
  'projects.work_time': {
    staff_id: string;
    month: string;
    hundredths: number;
  };
  'releases.release': {
    id: string;
    subject: string;
    day: string;
    made_at: string;
    relations: Json;
    details: Json;
  };
  'releases.told': {
    release_id: string;
    key: string;
    told: number | null;
  };
  'skills.change': {
    id: string;
    client_id: string;
    changed_at: string;
    author_id: string;
    author_role: string;
    part: string;
    kind: string;
    subject: string;
    before: Json | null;
    after: Json | null;
    number: Generated<number>;
    act_id: string | null;
    undoes: string | null;
  };
  'skills.language': {
    client_id: string;
    language: string;
    cefr: string;
    native: Generated<boolean>;
  };
  'skills.licence': {
    client_id: string;
    code: string;
    valid_to: string | null;
  };
  'skills.mapping': {
    client_id: string;
    started_on: string;
    completed_on: string | null;
  };
  'skills.occupation': {
    client_id: string;
    concept_uri: string;
    years: number;
  };
  'skills.skill': {
    id: string;
    client_id: string;
    concept_uri: string | null;
    own_words: string | null;
    level: number;
    evidence: string;
    evidence_note: string | null;
  };
  'skills.travel_area': {
    client_id: string;
    municipality_code: string;
  };
  'skills.wish': {
    client_id: string;
    occupation_uris: Generated<string[]>;
    working_times: Generated<string[]>;
    earliest_start: string | null;
    note: string | null;
  };
  'vacancies.filled_place': {
    id: string;
    vacancy_id: string;
    introduction_id: string;
    filled_on: string;
    noted_at: string;
    undone_at: string | null;
  };
  'vacancies.required_language': {
    vacancy_id: string;
    language: string;
    cefr: string;
  };
  'vacancies.required_licence': {
    vacancy_id: string;
    code: string;
  };
  'vacancies.required_skill': {
    vacancy_id: string;
    concept_uri: string;
    essential: boolean;
  };
  'vacancies.step': {
    id: string;
    vacancy_id: string;
    at: string;
    account_id: string | null;
    state: string;
    note: string | null;
  };
  'vacancies.vacancy': {
    id: string;
    company_id: string;
    title: string;
    occupation_uri: string | null;
    openness: string;
    state: string;
    certainty: string;
    places: Generated<number>;
    need: string;
    municipality_code: string;
    working_times: Generated<string[]>;
    starts_on: string | null;
    valid_to: string;
    verified_on: string;
    source: string;
    visit_id: string | null;
    created_by: string | null;
    created_at: string;
    read_from_words: Generated<boolean>;
    places_at_most: number | null;
    title_language: Generated<string>;
  };
  'vocabulary.broader': {
    narrower_uri: string;
    broader_uri: string;
  };
  'vocabulary.concept': {
    uri: string;
    kind: string;
    skill_type: string | null;
    isco: string | null;
    names: Json;
    source: string;
    retired: Generated<boolean>;
  };
  'vocabulary.licence': {
    code: string;
    names: Json;
    kind: string;
  };
  'vocabulary.name': {
    concept_uri: string;
    language: string;
    text: string;
    preferred: boolean;
    search: Generated<string | null>;
  };
  'vocabulary.occupation_skill': {
    occupation_uri: string;
    skill_uri: string;
    essential: boolean;
  };
  'vocabulary.version': {
    id: string;
    source: string;
    release: string;
    loaded_at: string;
    counts: Json;
  };
}
