export const sizeClasses = ['1-4', '5-9', '10-19', '20-49', '50-249', '250+', 'unknown'] as const;
/** What work done with a company is called; only such work makes it "helped" (requirements JOB-16, JOB-17). */
export const actionKinds = [
  'recruitment-help',
  'job-description',
  'training-plan',
  'international-recruitment',
  'location',
  'growth',
  'other',
] as const;
export const visitChannels = ['on-site', 'phone', 'remote'] as const;
