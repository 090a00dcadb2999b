export * from './add-contact.ts';
export * from './add-note.ts';
export * from './hand-over.ts';
export * from './log-action.ts';
export * from './open-company.ts';
export * from './register-company.ts';
export * from './search-companies.ts';
