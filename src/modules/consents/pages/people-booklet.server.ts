import type { ShareProfile } from '#consents';
import { type Block, toPdf } from '#documents';
import { dayInFinland } from '#kernel/clock.ts';
import { languageName } from '#kernel/language-names.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import type { Language } from '#web/language.ts';
import { capital } from './share-profile.tsx';

export type Booklet = {
  readonly profile: ShareProfile;
  readonly until: string;
  readonly number: string;
  readonly printedAt: string;
  readonly holder: { readonly name: string; readonly of: string };
};

/** The booklet as an accessible PDF: who it is of, who printed it and until when, and what the person lets be seen. */
export async function bookletPdf(booklet: Booklet, language: Language): Promise<Buffer> {
  const t = translatorOf(language).in('consents');
  const format = formatOf(language);
  const { profile } = booklet;
  const title = profile.name
    ? `${profile.name.given} ${profile.name.family}`
    : t('profile.nameless', { sign: profile.sign ?? '' });
  const said = (text: string, quiet = true): Block => ({ kind: 'paragraph', text, quiet });
  const blocks: Block[] = [
    said(t('booklet.number', { number: booklet.number })),
    said(
      t('booklet.holder', {
        name: booklet.holder.name,
        of: booklet.holder.of,
        instant: format.instant(booklet.printedAt),
      }),
    ),
    said(t('booklet.until', { day: format.day(booklet.until) })),
  ];
  if (profile.visible.length === 0) blocks.push(said(t('profile.nothing'), false));
  const part = (text: string, items: readonly string[] | undefined) => {
    if (items && items.length > 0) blocks.push({ kind: 'heading', level: 2, text }, { kind: 'list', items });
  };
  part(
    capital(t('field.contact')),
    [profile.contact?.phone, profile.contact?.email].filter((row) => row !== undefined),
  );
  part(capital(t('field.municipality')), profile.municipality && [profile.municipality.name.text]);
  part(
    t('profile.skills'),
    profile.skills?.map(
      (skill) =>
        `${skill.name.text} – ${t(`profile.level.${skill.level}`)}, ${t(`profile.evidence.${skill.evidence}`)}`,
    ),
  );
  part(
    t('profile.occupations'),
    profile.occupations?.map(
      (occupation) =>
        `${occupation.name.text}, ${occupation.years < 1 ? t('profile.under-year') : t('profile.years', { count: Math.floor(occupation.years) })}`,
    ),
  );
  part(
    capital(t('field.education')),
    profile.education && [
      [t(`profile.education-level.${profile.education.level}`), profile.education.field]
        .filter(Boolean)
        .join(', '),
    ],
  );
  part(
    capital(t('field.languages')),
    profile.languages?.map(
      (row) => `${languageName(row.language, language)}: ${row.native ? t('profile.native') : row.cefr}`,
    ),
  );
  part(
    capital(t('field.licences')),
    profile.licences?.map(
      (licence) =>
        `${licence.name.text}${licence.validTo ? ` (${t('profile.valid-to', { day: format.day(licence.validTo) })})` : ''}`,
    ),
  );
  part(
    capital(t('field.wishes')),
    profile.wishes && [
      ...profile.wishes.occupations.map((occupation) => occupation.name.text),
      ...profile.wishes.workingTimes.map((time) => t(`profile.time.${time}`)),
      ...(profile.wishes.earliestStart
        ? [`${t('profile.wish-start')}: ${format.day(profile.wishes.earliestStart)}`]
        : []),
    ],
  );
  part(
    capital(t('field.travel-area')),
    profile.travelArea && [format.list(profile.travelArea.map((row) => row.name.text))],
  );
  return toPdf({
    title,
    language,
    day: dayInFinland(new Date(booklet.printedAt)),
    footer: t('booklet.title'),
    blocks,
  });
}
