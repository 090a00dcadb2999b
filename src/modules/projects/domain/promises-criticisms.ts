import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { part, type ValueOf } from '#kernel/parts.ts';
import { funderChecks } from './codes.ts';

/**
 * What a funder said no to, as items that can be answered (requirements A15). Each is tied to the check that makes it
 * true or untrue of a plan; what no check knows is `other` and needs an answer with evidence all the same.
 */
export type FunderCheck = (typeof funderChecks)[number];

export const criticisms = part(
  'projects.criticism',
  {
    id: Id,
    check: z.enum(funderChecks),
    /** The funder's own words. */
    text: z.string(),
    answer: z.string().optional(),
    /** Ids of things of the plan that answer it. */
    evidence: z.array(z.string()).default([]),
    answeredOn: Day.optional(),
    source: z.string().optional(),
  },
  { check: 'check_code', text: 'words' },
);
export type Criticism = ValueOf<typeof criticisms>;
export type RejectionItem = Omit<Criticism, 'answeredOn' | 'source'>;

/** Words by which a criticism is known. A sentence may hold several: 003:201 says three in its first one. */
const patterns: readonly (readonly [FunderCheck, RegExp])[] = [
  ['FND-01', /lisäarvoa?\b.*olemassa olev\w* (?:työllisyys|elinkeino|palvelu)/i],
  ['FND-02', /lisäarvoa?\b.*uudistuksen valmisteluun/i],
  ['FND-03', /lisäarvoa?\b.*kansainväli\w+ rekrytoinnin/i],
  ['FND-04', /tavoitteet? \w*\s*(?:ovat|on|jäävät|jää)\s+(?:\w+\s+)?(?:yleis|epäselv|epämääräis)/i],
  ['FND-05', /pilot\w*.*ei tuo.*lisäarvoa/i],
  ['FND-06', /(?:kv-|kansainväli\w+ )?rekrytointiosaamisen.*(?:vähäi|jää|puutteelli)/i],
  ['FND-07', /(?:indikaattor|mittar)\w* painottu/i],
  ['FND-08', /ei ole.*kuvattu.*yritys\w*.*(?:kehittämistoimin|toimenpitei)/i],
  ['FND-09', /(?:yhtey|yhteyttä|yhteydestä)\w*.*(?:indikaattor|mittar)\w*.*(?:ei ole|epäselv|puuttu)/i],
];

/**
 * A funder's reasons, sentence by sentence, as criticisms: one for each check that a sentence speaks of, and `other` for a
 * sentence that no check knows. The words stay as they are.
 */
export function readCriticisms(text: string): { check: FunderCheck; text: string }[] {
  return sentencesOf(text).flatMap((sentence) => {
    const checks = patterns.filter(([, pattern]) => pattern.test(sentence)).map(([check]) => check);
    return (checks.length === 0 ? (['other'] as const) : checks).map((check) => ({ check, text: sentence }));
  });
}

/** Sentences end at a full stop, a question mark or a shout before a capital letter; "mm. yhteistyön" does not end one. */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((sentence) => sentence !== '');
}
