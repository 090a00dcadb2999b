import { keepsPerson, readsPerson } from '#access';
import type { PartName } from './domain/parts.ts';

/** Opens the whole mapping with its history: the person and the workers with a relation, never receivers of a profile. */
export const opensMapping = readsPerson('mapping-history');

/** Who keeps which part of a mapping; the same names as the fields that a person can share. */
export const keepsSkills = keepsPerson('skills');
export const keepsLanguages = keepsPerson('languages');
export const keepsLicences = keepsPerson('licences');
export const keepsWishes = keepsPerson('wishes');
export const keepsTravelArea = keepsPerson('travel-area');

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
