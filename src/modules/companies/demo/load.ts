import { type Db, insert } from '#demo/insert.ts';
import type { DemonstrationArea } from '#demo/shapes.ts';
import { addDays } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';

/** Companies with their contacts, visits and actions, and their needs. */
export async function loadCompanies(db: Db, area: DemonstrationArea): Promise<void> {
  const done = [...area.visits, ...area.companyActions].sort((a, b) => (a.on < b.on ? -1 : 1));
  // The organisation that was there first handles the company.
  const unitOf = (companyId: string) => done.find((each) => each.companyId === companyId)?.organisationId;
  await insert(
    db,
    'companies.company',
    area.companies.map((company) => ({
      id: company.id,
      business_id: company.businessId,
      name: company.name,
      municipality_code: company.municipality,
      industry_code: company.industryCode,
      industry_version: company.industryVersion,
      size_class: company.size,
      web: company.web ?? null,
      created_at: `${addDays(area.today, -400)}T07:00:00Z`,
      unit_id: unitOf(company.id) ?? null,
    })),
  );
  await insert(
    db,
    'companies.site',
    area.companies.map((company) => ({
      id: newId(),
      company_id: company.id,
      name: company.name,
      municipality_code: company.municipality,
      street_address: company.streetAddress,
    })),
  );
  await insert(
    db,
    'companies.contact',
    area.contacts.map((contact) => ({
      id: contact.id,
      company_id: contact.companyId,
      name: contact.name,
      position: contact.position,
      phone: contact.phone,
      email: contact.email,
      valid_from: addDays(area.today, -400),
    })),
  );
  await insert(
    db,
    'companies.visit',
    area.visits.map((visit) => ({
      id: visit.id,
      company_id: visit.companyId,
      made_by: visit.adviserId,
      organisation_id: visit.organisationId,
      visited_on: visit.on,
      channel: visit.channel,
      note: visit.note,
      created_at: `${visit.on}T12:00:00Z`,
    })),
  );
  await insert(
    db,
    'companies.action',
    area.companyActions.map((action) => ({
      id: action.id,
      company_id: action.companyId,
      kind: action.kind,
      done_on: action.on,
      hours: action.hours,
      description: action.description,
      result: action.result ?? null,
      logged_by: action.adviserId,
      organisation_id: action.organisationId,
      logged_at: `${action.on}T12:30:00Z`,
    })),
  );
  await insert(
    db,
    'vacancies.vacancy',
    area.vacancies.map((vacancy) => ({
      id: vacancy.id,
      company_id: vacancy.companyId,
      title: vacancy.title,
      occupation_uri: vacancy.occupationUri,
      openness: vacancy.hidden ? 'hidden' : 'open',
      state: vacancy.state,
      certainty: vacancy.certainty,
      places: vacancy.places,
      need: vacancy.need,
      municipality_code: vacancy.municipality,
      working_times: [...vacancy.workingTimes],
      starts_on: vacancy.startsOn ?? null,
      valid_to: vacancy.validTo,
      verified_on: vacancy.verifiedOn,
      source: vacancy.source,
      visit_id: vacancy.visitId ?? null,
      created_by: vacancy.foundById ?? null,
      created_at: `${vacancy.foundOn}T11:00:00Z`,
    })),
  );
  await insert(
    db,
    'vacancies.required_skill',
    area.vacancies.flatMap((vacancy) => {
      const essential = [...new Set(vacancy.essentialSkillUris)];
      const optional = [...new Set(vacancy.optionalSkillUris)].filter((uri) => !essential.includes(uri));
      return [
        ...essential.map((concept_uri) => ({ vacancy_id: vacancy.id, concept_uri, essential: true })),
        ...optional.map((concept_uri) => ({ vacancy_id: vacancy.id, concept_uri, essential: false })),
      ];
    }),
  );
  await insert(
    db,
    'vacancies.required_language',
    area.vacancies.flatMap((vacancy) =>
      vacancy.requiredLanguages.map(({ language, level }) => ({
        vacancy_id: vacancy.id,
        language,
        cefr: level,
      })),
    ),
  );
  await insert(
    db,
    'vacancies.required_licence',
    area.vacancies.flatMap((vacancy) =>
      [...new Set(vacancy.requiredLicences)].map((code) => ({ vacancy_id: vacancy.id, code })),
    ),
  );
  await insert(
    db,
    'vacancies.step',
    area.vacancies.map((vacancy) => ({
      id: newId(),
      vacancy_id: vacancy.id,
      at: `${vacancy.foundOn}T11:00:00Z`,
      account_id: vacancy.foundById ?? null,
      state: vacancy.state,
    })),
  );
}
