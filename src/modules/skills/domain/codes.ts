/** When one can work, and how much. */
export const workingTimes = [
  'full-time',
  'part-time',
  'day',
  'evening',
  'night',
  'weekend',
  'shift',
  'remote',
] as const;
