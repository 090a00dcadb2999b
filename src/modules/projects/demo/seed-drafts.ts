import { draft000 } from './seed-000.ts';
import { draft001, draft001Together } from './seed-001.ts';
import { draft002 } from './seed-002.ts';
import { draft003 } from './seed-003.ts';

/** The five projects of the source documents (requirements A16.4), written down by hand; nobody is named. */
export const seedDrafts = {
  '000': draft000,
  '001': draft001,
  '001-together': draft001Together,
  '002': draft002,
  '003': draft003,
} as const;
