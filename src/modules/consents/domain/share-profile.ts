import { type ConsentField, consentFields, placeFields } from '#kernel/consent-fields.ts';

/** A name as it stands in a vocabulary or a register, with the language it really is in. */
export interface Named {
  text: string;
  language: 'fi' | 'sv' | 'en';
}

export interface SharedSkill {
  uri?: string | undefined;
  name: Named;
  level: number;
  evidence: string;
}

/** What is known of a person and could be shared; a part that is absent is not known, or not open to who reads. */
export interface PersonParts {
  name?: { given: string; family: string } | undefined;
  /** No street address: nobody needs it to ask somebody to an interview. */
  contact?: { phone?: string | undefined; email?: string | undefined } | undefined;
  municipality?: { code: string; name: Named } | undefined;
  education?: { level: string; field?: string | undefined } | undefined;
  skills?: SharedSkill[] | undefined;
  occupations?: { uri: string; name: Named; years: number }[] | undefined;
  languages?: { language: string; cefr: string; native: boolean }[] | undefined;
  licences?: { code: string; name: Named; validTo?: string | undefined }[] | undefined;
  /** Without the free text: it may tell things that are never shared. */
  wishes?:
    | {
        occupations: { uri: string; name: Named }[];
        workingTimes: string[];
        earliestStart?: string | undefined;
      }
    | undefined;
  travelArea?: { code: string; name: Named }[] | undefined;
}

/** What a receiver sees of a person at one instant. Computed at every reading, stored nowhere. */
export interface ShareProfile extends PersonParts {
  /** Fields consented to and open, in order; one may be empty because the person has told nothing of it. */
  open: ConsentField[];
  /** The fields that the receiver really sees something in: open and present. */
  visible: ConsentField[];
  /** The sign of a nameless profile; absent when the name is shown, and in the preview of an event. */
  sign?: string | undefined;
}

/** Fields in their order, each once, only ours. */
export function inOrder(fields: readonly string[]): ConsentField[] {
  return consentFields.filter((field) => fields.includes(field));
}

/** The fields that really open: a protected address closes the places. */
export function openFields(fields: readonly string[], addressProtected: boolean): ConsentField[] {
  return inOrder(fields).filter((field) => !(addressProtected && placeFields.includes(field)));
}

/**
 * The share profile: of what is known, exactly what is open. The real reading and the preview both come from here, so
 * that what the person was shown is what the receiver sees.
 */
export function shareProfile(
  parts: PersonParts,
  fields: readonly string[],
  addressProtected: boolean,
  sign: string | undefined,
): ShareProfile {
  const open = openFields(fields, addressProtected);
  const profile: ShareProfile = { open, visible: [] };
  for (const field of open) {
    const before = Object.keys(profile).length;
    take(profile, parts, field);
    if (Object.keys(profile).length > before) profile.visible.push(field);
  }
  if (!profile.name && sign) profile.sign = sign;
  return profile;
}

function take(profile: ShareProfile, parts: PersonParts, field: ConsentField): void {
  switch (field) {
    case 'name':
      if (parts.name) profile.name = { given: parts.name.given, family: parts.name.family };
      return;
    case 'contact':
      if (parts.contact?.phone || parts.contact?.email)
        profile.contact = { phone: parts.contact.phone, email: parts.contact.email };
      return;
    case 'municipality':
      if (parts.municipality) profile.municipality = parts.municipality;
      return;
    case 'education':
      if (parts.education) profile.education = parts.education;
      return;
    case 'skills':
      if (parts.skills?.length) profile.skills = parts.skills;
      if (parts.occupations?.length) profile.occupations = parts.occupations;
      return;
    case 'languages':
      if (parts.languages?.length) profile.languages = parts.languages;
      return;
    case 'licences':
      if (parts.licences?.length) profile.licences = parts.licences;
      return;
    case 'wishes':
      if (
        parts.wishes &&
        (parts.wishes.occupations.length || parts.wishes.workingTimes.length || parts.wishes.earliestStart)
      )
        profile.wishes = {
          occupations: parts.wishes.occupations,
          workingTimes: parts.wishes.workingTimes,
          earliestStart: parts.wishes.earliestStart,
        };
      return;
    case 'travel-area':
      if (parts.travelArea?.length) profile.travelArea = parts.travelArea;
  }
}
