export * from './list-of-events.ts';
export * from './move-event.ts';
export * from './note-aftermath.ts';
export * from './note-company.ts';
export * from './note-person.ts';
export * from './open-event.ts';
export * from './save-costs.ts';
export * from './save-event.ts';
