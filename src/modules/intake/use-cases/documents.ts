import { z } from 'zod';
import { documentKinds } from '../domain/codes.ts';

export const DocumentKind = z.enum(documentKinds);

/** Why the log of persons has no entry. */
export const noPersonalData = {
  kind: 'none',
  why: 'documents of projects, boards and programmes; officials stand in them in their office',
} as const;
