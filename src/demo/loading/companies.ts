import { addDays } from '#kernel/days.ts';
import { newId } from '#kernel/ids.ts';
import type { DemonstrationArea } from '../shapes.ts';
import { type Db, insert } from './insert.ts';

/** Companies with their contacts, visits and actions, and their needs. */
export async function loadCompanies(db: Db, area: DemonstrationArea): Promise<void> {
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
