import { conceptsLike } from '#modules/vocabulary/pages/concepts-like.server.ts';
import { translatorOf } from '#web/i18n/server.ts';
import type { SentForm } from '#web/page.ts';
import type { MappingPlace } from './place.ts';

/** Chosen among what a typed skill may mean: none of the vocabulary, the person's own wording. */
const own = 'own-words';

/** What a typed skill may mean in the vocabulary; it may also stay in the person's own words. */
export const skillsLike =
  ({ services, language }: MappingPlace['given']) =>
  async (text: string) => [
    ...(await conceptsLike(services, 'skill')(text)),
    { id: own, label: translatorOf(language).t('skills:keep-own-words', { text }) },
  ];

/** A new skill: of the vocabulary, or as it was typed. */
export const wordsOf = <Skill extends { readonly uri?: string | undefined }>(
  skill: Skill,
  { values }: SentForm,
): Skill => (skill.uri === own ? { ...skill, uri: undefined, ownWords: String(values.skill) } : skill);
