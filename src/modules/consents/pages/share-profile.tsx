import type { ShareProfile } from '#consents';
import { type T, useFormat, useLanguage, useT } from '#web/i18n/use.ts';
import { DefinitionList, Email, InLanguage, Phone, Words } from '#web/ui/index.ts';

type Named = { readonly text: string; readonly language: string };

/** A name of a thing, marked when it is in another language than the page. */
export function NamedText({ name }: { readonly name: Named }) {
  const language = useLanguage();
  return name.language === language ? (
    name.text
  ) : (
    <InLanguage language={name.language}>{name.text}</InLanguage>
  );
}

/** A word that begins a line. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What the person is called to this receiver, in the words of the room. */
export function profileName(
  t: (key: string, places?: Readonly<Record<string, unknown>>) => string,
  profile: Pick<ShareProfile, 'name' | 'sign'>,
): string {
  if (profile.name) return `${profile.name.given} ${profile.name.family}`;
  return profile.sign
    ? t('consents:profile.nameless', { sign: profile.sign })
    : t('consents:profile.nameless-plain');
}

/** What the person is called to this receiver. */
export function useProfileName(): (profile: Pick<ShareProfile, 'name' | 'sign'>) => string {
  const t = useT('consents') as T;
  return (profile) => profileName(t, profile);
}

/** A share profile as its receiver sees it; the person's preview is the same part of the page. */
export function ShareProfileView({
  profile,
  heading = 3,
  named = true,
}: {
  readonly profile: ShareProfile;
  readonly heading?: 2 | 3;
  /** False where the page's own title names the person already. */
  readonly named?: boolean;
}) {
  const t = useT('consents');
  const format = useFormat();
  const called = useProfileName();
  const Heading = `h${heading}` as const;
  const { contact, education, wishes } = profile;
  const facts = [
    contact?.phone ? { term: t('profile.phone'), value: <Phone number={contact.phone} /> } : undefined,
    contact?.email ? { term: t('profile.email'), value: <Email address={contact.email} /> } : undefined,
    profile.municipality
      ? { term: capital(t('field.municipality')), value: <NamedText name={profile.municipality.name} /> }
      : undefined,
    education
      ? {
          term: capital(t('field.education')),
          value: [t(`profile.education-level.${education.level}`), education.field]
            .filter(Boolean)
            .join(', '),
        }
      : undefined,
    profile.occupations
      ? {
          term: t('profile.occupations'),
          value: (
            <ul>
              {profile.occupations.map((occupation) => (
                <li key={occupation.uri}>
                  <NamedText name={occupation.name} />,{' '}
                  {occupation.years < 1
                    ? t('profile.under-year')
                    : t('profile.years', { count: Math.floor(occupation.years) })}
                </li>
              ))}
            </ul>
          ),
        }
      : undefined,
    profile.languages
      ? {
          term: capital(t('field.languages')),
          value: format.list(
            profile.languages.map(
              (language) =>
                `${format.language(language.language)} ${language.native ? t('profile.native') : language.cefr}`,
            ),
          ),
        }
      : undefined,
    profile.licences
      ? {
          term: capital(t('field.licences')),
          value: (
            <ul>
              {profile.licences.map((licence) => (
                <li key={licence.code}>
                  <NamedText name={licence.name} />
                  {licence.validTo && ` (${t('profile.valid-to', { day: format.day(licence.validTo) })})`}
                </li>
              ))}
            </ul>
          ),
        }
      : undefined,
    wishes && wishes.occupations.length > 0
      ? {
          term: t('profile.wish-occupations'),
          value: format.list(wishes.occupations.map((occupation) => occupation.name.text)),
        }
      : undefined,
    wishes && wishes.workingTimes.length > 0
      ? {
          term: t('profile.wish-times'),
          value: format.list(wishes.workingTimes.map((time) => t(`profile.time.${time}`))),
        }
      : undefined,
    wishes?.earliestStart
      ? { term: t('profile.wish-start'), value: format.day(wishes.earliestStart) }
      : undefined,
    profile.travelArea
      ? {
          term: capital(t('field.travel-area')),
          value: format.list(profile.travelArea.map((row) => row.name.text)),
        }
      : undefined,
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {named && <Heading>{called(profile)}</Heading>}
      {profile.visible.length === 0 && <p>{t('profile.nothing')}</p>}
      {profile.skills && (
        <>
          <p>
            <strong>{t('profile.skills')}</strong>
          </p>
          <Words
            label={t('profile.skills')}
            words={profile.skills.map((skill, at) => ({
              key: `${skill.uri ?? skill.name.text}-${at}`,
              text: (
                <>
                  <NamedText name={skill.name} /> – {t(`profile.level.${skill.level}`)},{' '}
                  {t(`profile.evidence.${skill.evidence}`)}
                </>
              ),
            }))}
          />
        </>
      )}
      {facts.length > 0 && <DefinitionList items={facts} />}
    </>
  );
}
