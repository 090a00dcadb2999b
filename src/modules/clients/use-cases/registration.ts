import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Email, Phone, Postcode } from '#kernel/field-kinds.ts';
import { OptionalIdentityCode, parseIdentityCode } from '#kernel/identity-code.ts';
import { Id } from '#kernel/ids.ts';
import { optional, optionalName, optionalText } from '#kernel/inputs.ts';
import { Language } from '#kernel/localised.ts';
import { toldWithOthers } from '#use-case';
import { arrivals, broughtKinds, representativeKinds } from '../domain/codes.ts';

const absent = (value: unknown) => value === undefined || value === '';

/** What is asked of a person who becomes a client. One of the two names is enough, and a code or a day of birth. */
export const Registration = z
  .object({
    identified: z.enum(['by-code', 'by-birth-date']).default('by-code'),
    identityCode: OptionalIdentityCode,
    birthDate: optional(Day),
    givenName: optionalName(100),
    familyName: optionalName(100),
    municipalityCode: z.string().regex(/^\d{3}$/, 'required'),
    contactLanguage: Language.default('fi'),
    nativeLanguage: z.string().regex(/^[a-z]{2,3}$/, 'required'),
    interpreterNeeded: z.boolean().default(false),
    nonDisclosure: z.boolean().default(false),
    representative: z.enum(['none', ...representativeKinds]).default('none'),
    representativeName: optionalName(200),
    representativePhone: optional(Phone),
    phone: optional(Phone),
    email: optional(Email),
    streetAddress: optionalText(200),
    postcode: optional(Postcode),
    searchStartedOn: optional(Day),
    arrival: z.enum(arrivals).default('new'),
    fromArea: optionalText(100),
    movedOn: optional(Day),
    brought: z.array(z.enum(broughtKinds)).default([]),
    arrivalNote: optionalText(500),
    /** People who look alike and of whom the worker has said that this is somebody else. */
    othersThan: z.array(Id).max(20).default([]),
  })
  .refine(({ givenName, familyName }) => !absent(givenName) || !absent(familyName), {
    path: ['familyName'],
    error: 'name-needed',
    when: toldWithOthers,
  })
  .refine(({ identified, identityCode }) => identified === 'by-birth-date' || !absent(identityCode), {
    path: ['identityCode'],
    error: 'required',
    when: toldWithOthers,
  })
  .refine(({ identified, birthDate }) => identified !== 'by-birth-date' || !absent(birthDate), {
    path: ['birthDate'],
    error: 'required',
    when: toldWithOthers,
  })
  .refine(
    ({ representative, representativeName }) =>
      absent(representative) || representative === 'none' || !absent(representativeName),
    { path: ['representativeName'], error: 'required', when: toldWithOthers },
  )
  .refine(({ arrival, fromArea }) => arrival !== 'moved' || !absent(fromArea), {
    path: ['fromArea'],
    error: 'required',
    when: toldWithOthers,
  })
  .refine(({ arrival, movedOn }) => arrival !== 'moved' || !absent(movedOn), {
    path: ['movedOn'],
    error: 'required',
    when: toldWithOthers,
  });
export type Registration = z.output<typeof Registration>;

/** Who the person is, by whom others are compared: the day of birth comes from the code when there is one. */
export function identityOf(input: Registration) {
  const code = input.identified === 'by-code' ? input.identityCode : undefined;
  const parsed = code === undefined ? undefined : parseIdentityCode(code);
  return {
    code,
    given: input.givenName ?? '',
    family: input.familyName ?? '',
    birthDate: parsed?.ok ? parsed.value.birthDate : input.birthDate!,
  };
}
