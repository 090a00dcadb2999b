export * from './change-requirements.ts';
export * from './employer-needs.ts';
export * from './move-vacancy.ts';
export * from './note-hidden-job.ts';
export * from './of-company.ts';
export * from './open-jobs.ts';
export * from './open-vacancy.ts';
export * from './pipeline.ts';
