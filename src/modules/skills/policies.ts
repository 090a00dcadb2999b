import { readsPerson, writesPerson } from '#access';
import type { PartName } from './domain/parts.ts';

/** Opens the whole mapping with its history: the person and the workers with a relation, never receivers of a profile. */
export const opensMapping = readsPerson('mapping-history');

/** Who keeps which part of a mapping; the same names as the fields that a person can share. */
export const writesSkills = writesPerson('skills');
export const writesLanguages = writesPerson('languages');
export const writesLicences = writesPerson('licences');
export const writesWishes = writesPerson('wishes');
export const writesTravelArea = writesPerson('travel-area');

/** The field of consent that a part belongs to. */
export const fieldOf = {
  skill: 'skills',
  occupation: 'skills',
  mapping: 'skills',
  language: 'languages',
  licence: 'licences',
  wish: 'wishes',
  'travel-area': 'travel-area',
} as const satisfies Record<PartName, string>;
