import { defineForm } from '#web/forms/index.server.ts';

/** What was confirmed row by row; the page places the rows. */
export const confirm = defineForm('skills.confirmRows', {
  id: 'confirm',
  fixed: ['clientId'],
  fields: {
    occupations: { row: { uri: { label: 'occupation' }, years: { label: 'years-label' } } },
    skills: { row: { uri: { label: 'skill' }, level: { label: 'level' } } },
    evidence: {
      as: 'select',
      label: 'evidence-of-all',
      words: 'evidence.',
      choices: ['own-word', 'work', 'education', 'certificate', 'hobby'],
    },
  },
  act: 'confirm-act',
});

/** The usual answer of one who has learned at work. */
export const beginning = { evidence: 'work' };

/** Where one goes when the rows have been kept. */
export const added = (here: string) => (value: { readonly added: number }) => ({
  to: here,
  say: 'skills:added-many',
  values: { count: value.added },
});
