import { earlier, inOfficeHours, lastWorkingDay, type Making, nextWorkingDay } from '#demo/making.ts';
import type {
  DemoConsent,
  DemoEvent,
  DemoOrganisation,
  DemoUser,
  DemoVacancy,
  Instant,
  ShareField,
} from '#demo/shapes.ts';
import { organisationId } from '#demo/users.ts';
import { consentFields } from '#kernel/consent-fields.ts';
import { addDays, addMonths, type Day } from '#kernel/days.ts';
import type { Id } from '#kernel/ids.ts';
import type { DraftIntroduction } from '#modules/introductions/demo/introductions.ts';
import { type Member, pilotPicture } from '#modules/pilots/demo/pilot.ts';

export type MadeConsents = {
  readonly consents: DemoConsent[];
  /** The consent that each introduction stands on. */
  readonly consentOf: ReadonlyMap<Id, Id>;
};

/** Step 1 of those who were mapped and agreed, step 2 of those introduced and of some others; a few withdrawn or ended. */
export function makeConsents(
  making: Making,
  members: readonly Member[],
  drafts: readonly DraftIntroduction[],
  vacancies: readonly DemoVacancy[],
  event: DemoEvent,
  organisations: readonly DemoOrganisation[],
  users: readonly DemoUser[],
): MadeConsents {
  const { random, today } = making;
  const consents: DemoConsent[] = [];
  const consentOf = new Map<Id, Id>();
  const mapped = members.filter((member) => member.mappedOn !== undefined);
  const introduced = mapped.filter((member) => draftOf(drafts, member) !== undefined);
  const others = random.shuffle(mapped.filter((member) => draftOf(drafts, member) === undefined));
  const withStepTwo = others.slice(0, pilotPicture.stepTwo - introduced.length);
  const onlyStepOne = others.slice(withStepTwo.length, pilotPicture.stepOne - introduced.length);
  const receiver = organisationId(organisations, 'miksei');
  for (const member of [...introduced, ...withStepTwo, ...onlyStepOne]) {
    const draft = draftOf(drafts, member);
    const place = onlyStepOne.indexOf(member);
    const givenOn = nextWorkingDay(addDays(member.mappedOn ?? today, random.int(0, 3)));
    const first = giveConsent(making, member, users, {
      step: 1,
      givenOn: draft === undefined ? givenOn : earlier(givenOn, draft.introducedOn),
      months: place === 3 || place === 4 ? 3 : 12,
      receiverOrganisationId: receiver,
      fields: drawFields(making, draft !== undefined),
      withdrawn: place >= 0 && place < 3,
    });
    consents.push(first);
    if (place >= 0) continue;
    const companyId = draft?.companyId ?? companyFor(making, member, vacancies);
    const forEvent = draft === undefined && (companyId === undefined || withStepTwo.indexOf(member) < 3);
    const hiredLongAgo = draft?.hiredOn !== undefined && draft.hiredOn < addDays(today, -60);
    const second = giveConsent(making, member, users, {
      step: 2,
      underId: first.id,
      givenOn: stepTwoDay(making, first, draft),
      months: hiredLongAgo ? 2 : 6,
      receiverCompanyId: forEvent ? undefined : companyId,
      receiverEventId: forEvent ? event.id : undefined,
      fields: first.fields.filter((field) => draft !== undefined || field !== 'contact'),
      withdrawn: draft?.state === 'withdrawn',
      withdrawnAt: draft?.state === 'withdrawn' ? draft.stateSince : undefined,
    });
    consents.push(second);
    if (draft !== undefined) consentOf.set(draft.id, second.id);
  }
  return { consents, consentOf };
}

type Terms = {
  readonly step: 1 | 2;
  readonly underId?: Id;
  readonly givenOn: Day;
  readonly months: number;
  readonly receiverOrganisationId?: Id;
  readonly receiverCompanyId?: Id | undefined;
  readonly receiverEventId?: Id | undefined;
  readonly fields: readonly ShareField[];
  readonly withdrawn: boolean;
  readonly withdrawnAt?: Instant | undefined;
};

function giveConsent(
  { random, id, today }: Making,
  member: Member,
  users: readonly DemoUser[],
  terms: Terms,
): DemoConsent {
  const { client, persona } = member.person;
  const own = users.find((user) => user.key === persona);
  const actor = own?.id ?? client.responsibleUserId;
  const { givenOn, months, withdrawn, withdrawnAt, ...rest } = terms;
  const withdrawnOn = nextWorkingDay(addDays(givenOn, random.int(9, 40)));
  return {
    id: id(givenOn),
    clientId: client.id,
    ...rest,
    noticePurpose:
      terms.step === 1 ? 'business-services' : terms.receiverEventId ? 'event' : 'named-employer',
    noticeVersion: 1,
    noticeLanguage: client.language,
    givenHow: own ? 'own-account' : 'in-person',
    givenById: actor,
    givenAt: `${givenOn}T06:${String(random.int(0, 59)).padStart(2, '0')}:00.000Z`,
    validTo: `${addMonths(givenOn, months)}T21:00:00.000Z`,
    withdrawnAt: withdrawn
      ? (withdrawnAt ?? inOfficeHours(random, earlier(withdrawnOn, addDays(today, -1))))
      : undefined,
    withdrawnById: withdrawn ? actor : undefined,
  };
}

function draftOf(drafts: readonly DraftIntroduction[], member: Member): DraftIntroduction | undefined {
  return drafts.find((draft) => draft.clientId === member.person.client.id);
}

/** Step 2 follows step 1 and precedes the introduction. */
function stepTwoDay(
  { random, today }: Making,
  first: DemoConsent,
  draft: DraftIntroduction | undefined,
): Day {
  const earliest = first.givenAt.slice(0, 10);
  const latest = draft?.introducedOn ?? addDays(today, -2);
  const drawn = lastWorkingDay(
    draft === undefined ? addDays(earliest, random.int(5, 60)) : addDays(latest, -random.int(0, 4)),
  );
  if (drawn <= earliest) return earliest;
  return earlier(drawn, latest);
}

function drawFields({ random }: Making, introduced: boolean): ShareField[] {
  const always: readonly ShareField[] = introduced
    ? ['name', 'contact', 'skills', 'languages']
    : ['skills', 'languages'];
  return consentFields.filter(
    (field) => always.includes(field) || random.chance(field === 'municipality' ? 0.5 : 0.75),
  );
}

/** A company that needs the person's trade, for consent given before any introduction. */
function companyFor({ random }: Making, member: Member, vacancies: readonly DemoVacancy[]): Id | undefined {
  const fitting = vacancies.filter((vacancy) => vacancy.occupationUri === member.person.trade.uri);
  return fitting.length > 0 ? random.pick(fitting).companyId : undefined;
}
