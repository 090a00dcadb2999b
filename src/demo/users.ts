import type { Id } from '#kernel/ids.ts';
import { addressLetters, foundingDay, type Making } from './making.ts';
import { personas } from './personas.ts';
import type { DemoOrganisation, DemoUser } from './shapes.ts';

/** The users, without their clients and companies, which are linked when those are there. */
export function makeUsers({ id }: Making, organisations: readonly DemoOrganisation[]): DemoUser[] {
  return personas.map((outline) => ({
    id: id(foundingDay),
    key: outline.key,
    name: outline.name,
    email: `${addressLetters(outline.name)}@polku.example`,
    role: outline.role,
    title: outline.title,
    organisationId: outline.organisation ? organisationId(organisations, outline.organisation) : undefined,
    language: outline.language,
    persona: outline.persona,
    validFrom: foundingDay,
  }));
}

/** The same users with the client that each is and the company that each speaks for. */
export function linkUsers(
  users: readonly DemoUser[],
  clientOf: (personaKey: string) => Id | undefined,
  companyOf: (companyKey: string) => Id | undefined,
): DemoUser[] {
  return users.map((user) => {
    const company = personas.find((persona) => persona.key === user.key)?.company;
    return {
      ...user,
      clientId: clientOf(user.key),
      companyId: company === undefined ? undefined : companyOf(company),
    };
  });
}

/** @throws Error when there is no such organisation: a slip in the tables */
export function organisationId(organisations: readonly DemoOrganisation[], key: string): Id {
  const found = organisations.find((organisation) => organisation.key === key);
  if (found === undefined) throw new Error(`No organisation ${key}`);
  return found.id;
}

/** @throws Error when there is no such user: a slip in the tables */
export function userOf(users: readonly DemoUser[], key: string): DemoUser {
  const found = users.find((user) => user.key === key);
  if (found === undefined) throw new Error(`No user ${key}`);
  return found;
}

/** @throws Error for a user who acts for no organisation (an employer's, a client) */
export function organisationOf(user: DemoUser): Id {
  if (user.organisationId === undefined) throw new Error(`${user.key} has no organisation`);
  return user.organisationId;
}
