import {
  addressLetters,
  fill,
  foundingDay,
  inventedPhone,
  lastWorkingDay,
  type Making,
} from '#demo/making.ts';
import type { DemoCompany, DemoCompanyAction, DemoContact, DemoUser, DemoVisit } from '#demo/shapes.ts';
import { organisationOf, userOf } from '#demo/users.ts';
import { places } from '#demo/words/places.ts';
import { makeBusinessId } from '#kernel/business-id.ts';
import { addDays, addWorkingDays, type Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import { namesFor } from '#modules/clients/demo/words/names.ts';
import { actionTexts, visitNotes } from '#modules/vacancies/demo/words/work-texts.ts';
import { type Industry, industries, stems } from './words/industries.ts';

export type MadeCompanies = {
  readonly companies: DemoCompany[];
  readonly contacts: DemoContact[];
  /** The line of business of each, which no table keeps in our words. */
  readonly industryOf: ReadonlyMap<Id, Industry>;
  /** The companies of the personas by key. */
  readonly byKey: ReadonlyMap<string, Id>;
};

type Fixed = {
  readonly key: string;
  readonly industry: string;
  readonly name: string;
  readonly contact: string;
  readonly size: DemoCompany['size'];
};

const fixed: readonly Fixed[] = [
  {
    key: 'workshop',
    industry: 'metal',
    name: 'Konepaja Virta Oy',
    contact: 'employer-workshop',
    size: '20-49',
  },
  {
    key: 'care-home',
    industry: 'care',
    name: 'Hoivakoti Pihlajapiha Oy',
    contact: 'employer-care',
    size: '20-49',
  },
  {
    key: 'software',
    industry: 'software',
    name: 'Tuulenkoura Software Oy',
    contact: 'employer-software',
    size: '10-19',
  },
];

/** The companies of the area; the numbers of their business IDs begin with 9, which no company has yet been given. */
export function makeCompanies(making: Making, users: readonly DemoUser[]): MadeCompanies {
  const { random, id } = making;
  const companies: DemoCompany[] = [];
  const contacts: DemoContact[] = [];
  const industryOf = new Map<Id, Industry>();
  const byKey = new Map<string, Id>();
  const freeStems = random.shuffle(stems.filter((stem) => !fixed.some((row) => row.name.includes(stem))));
  const numbers = new Set<string>();
  for (const industry of industries) {
    const here = fixed.filter((row) => row.industry === industry.key);
    for (let index = 0; index < industry.count; index += 1) {
      const known = here[index];
      const place = known ? places[0] : random.weighted(places.map((row) => [row, row.weight] as const));
      if (place === undefined) throw new Error('The area has no places');
      const stem = known ? '' : freeStems.pop();
      if (stem === undefined) throw new Error('Too few words for names of companies');
      const companyId = id(foundingDay);
      const name = known?.name ?? fill(random.pick(industry.names), { stem });
      const domain = `${addressLetters(name.replace(/ Oy$/, '')).replaceAll('.', '-')}.example`;
      companies.push({
        id: companyId,
        businessId: drawBusinessId(making, numbers),
        name,
        municipality: place.code,
        industryCode: industry.code,
        industryVersion: 'TOL 2008',
        size: known?.size ?? random.pick(industry.sizes),
        streetAddress: `${random.pick(place.streets)} ${random.int(1, 60)}`,
        web: random.chance(0.75) ? `https://www.${domain}` : undefined,
        description: random.pick(industry.descriptions),
        adviserId: drawAdviser(making, users, place.code, industry.key).id,
      });
      industryOf.set(companyId, industry);
      if (known) byKey.set(known.key, companyId);
      const people = known || random.chance(0.75) ? 1 : 2;
      for (let contact = 0; contact < people; contact += 1) {
        const persona = known ? userOf(users, known.contact) : undefined;
        const { first, last } = namesFor('fi', random.int(1962, 1994), random.pick(['women', 'men']));
        const contactName = persona?.name ?? `${random.pick(first)} ${random.pick(last)}`;
        contacts.push({
          id: id(foundingDay),
          companyId,
          name: contactName,
          position:
            persona?.title.fi ?? industry.positions[contact % industry.positions.length] ?? 'yrittäjä',
          phone: inventedPhone(random),
          email: `${addressLetters(contactName)}@${domain}`,
        });
      }
    }
  }
  return { companies, contacts, industryOf, byKey };
}

function drawBusinessId({ random }: Making, taken: Set<string>): string {
  for (;;) {
    const made = makeBusinessId(random.int(9_000_000, 9_999_999));
    if (made === undefined || taken.has(made)) continue;
    taken.add(made);
    return made;
  }
}

function drawAdviser(
  { random }: Making,
  users: readonly DemoUser[],
  municipality: string,
  industry: string,
): DemoUser {
  if (['213', '097'].includes(municipality)) return userOf(users, 'adviser-kangasniemi');
  const industrial = [
    'metal',
    'sawmill',
    'log-houses',
    'forestry',
    'earthworks',
    'electrical',
    'transport',
  ].includes(industry);
  return userOf(users, industrial && random.chance(0.75) ? 'adviser-industry' : 'adviser');
}

export type CompanyWork = { readonly visits: DemoVisit[]; readonly companyActions: DemoCompanyAction[] };

/**
 * What the advisers have done: visits to about a half of the companies, and development actions in so many of them.
 * @param since the first day of the pilot, from which actions are counted
 * @param surely companies that have been worked with in any case
 */
export function makeCompanyWork(
  making: Making,
  made: MadeCompanies,
  users: readonly DemoUser[],
  since: Day,
  surely: readonly Id[],
  helpedCount: number,
): CompanyWork {
  const { random, id, today } = making;
  const visits: DemoVisit[] = [];
  const companyActions: DemoCompanyAction[] = [];
  const sure = made.companies.filter((company) => surely.includes(company.id));
  const rest = random.shuffle(made.companies.filter((company) => !surely.includes(company.id)));
  const helped = [...sure, ...rest].slice(0, helpedCount);
  const visited = [...helped, ...rest.filter((company) => !helped.includes(company)).slice(0, 31)];
  for (const company of visited) {
    const adviser = users.find((user) => user.id === company.adviserId);
    if (adviser === undefined) throw new Error(`No adviser for ${company.name}`);
    const row = { companyId: company.id, adviserId: adviser.id, organisationId: organisationOf(adviser) };
    const notes = random.sample(visitNotes, random.int(1, 3));
    let day = lastWorkingDay(addDays(since, random.int(0, 60)));
    for (const note of notes) {
      if (day >= today) break;
      const upcoming = random.chance(0.4) ? addWorkingDays(today, random.int(-4, 30)) : undefined;
      const channel = note.startsWith('Puhelu') ? 'phone' : random.chance(0.8) ? 'on-site' : 'remote';
      visits.push({ id: id(day), ...row, on: day, channel, note, nextContactOn: upcoming });
      day = lastWorkingDay(addDays(day, random.int(20, 75)));
    }
    if (!helped.includes(company)) continue;
    for (let count = random.int(1, 3); count > 0; count -= 1) {
      const latest = addDays(today, -2);
      const drawn = lastWorkingDay(addDays(since, random.int(5, 230)));
      const on = drawn < latest ? drawn : lastWorkingDay(latest);
      const kind = random.weighted([
        ['recruitment-help', 5],
        ['job-description', 3],
        ['training-plan', 2],
        ['international-recruitment', 1],
        ['other', 0.4],
      ] as const);
      const [description, result] = random.pick(actionTexts[kind]);
      if (
        companyActions.some((action) => action.companyId === company.id && action.description === description)
      )
        continue;
      companyActions.push({
        id: id(on),
        ...row,
        on,
        kind,
        hours: random.int(2, 16) / 2,
        description,
        result,
      });
    }
  }
  return { visits, companyActions };
}
