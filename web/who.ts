import { inLanguage, type LocalisedText } from '#kernel/in-language.ts';
import type { Format } from './i18n/format.ts';
import type { Language } from './language.ts';
import type { Suggestion } from './ui/combobox.tsx';

/**
 * What tells two of one name apart wherever somebody or something is chosen: a user by roles and organisations, a
 * person by the year of birth and home, a company by its place and business ID, a project by its state and number.
 */
type Words = {
  readonly t: (key: string, places?: Readonly<Record<string, unknown>>) => string;
  readonly format: Format;
  readonly language: Language;
};

export type User = {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly { readonly role: string; readonly organisation: LocalisedText | undefined }[];
};

/** A user to be chosen. */
export const userSuggestion = (
  { accountId, name, roles }: User,
  { t, format, language }: Words,
): Suggestion => ({
  id: accountId,
  label: name,
  detail: format.list(
    roles.map(({ role, organisation }) =>
      [t(`roles:${role}`), inLanguage(organisation ?? {}, language).text].filter(Boolean).join(', '),
    ),
  ),
});

/** A company to be chosen. */
export const companySuggestion = (company: {
  readonly id: string;
  readonly name: string;
  readonly municipality: string;
  readonly businessId: string;
}): Suggestion => ({
  id: company.id,
  label: company.name,
  detail: `${company.municipality} · ${company.businessId}`,
});

/** A project to be chosen: an improved one often has the name of the rejected one. */
export const projectSuggestion = (
  project: {
    readonly projectId: string;
    readonly name: string;
    readonly state: string;
    readonly numbers: readonly string[];
    readonly startsOn?: string | undefined;
  },
  { t }: Pick<Words, 't'>,
): Suggestion => ({
  id: project.projectId,
  label: project.name,
  detail: [t(`projects:state.${project.state}`), project.numbers[0], project.startsOn?.slice(0, 4)]
    .filter(Boolean)
    .join(', '),
});

/** A person to be chosen. */
export const personSuggestion = (
  person: {
    readonly clientId: string;
    readonly name: string;
    readonly birthYear?: number | undefined;
    readonly municipality?: string | undefined;
  },
  { t }: Pick<Words, 't'>,
): Suggestion => ({
  id: person.clientId,
  label: person.name,
  detail: [
    person.birthYear === undefined ? '' : t('common:people-born', { year: person.birthYear }),
    person.municipality,
  ]
    .filter(Boolean)
    .join(', '),
});

/** The same as one choice of a list. */
export const choiceOf = ({ id, label, detail }: Suggestion) => ({
  value: id,
  label: detail ? `${label} (${detail})` : label,
});
