/**
 * Notices that only inform: nothing is asked of the receiver and no right of anybody's depends on them, so they may be left
 * out of the receiver's mail. On the own page they stand always. Every other notice goes by mail whenever an address is
 * known.
 */
export const informingNotices = [
  'bulletin-published',
  'client-was-introduced',
  'client-invited-to-pilot',
  'clients-introduction-interview',
  'clients-introduction-hired',
  'clients-introduction-not-chosen',
  'consent-given',
  'job-interested',
  'job-not-for-me',
  'question-came',
  'question-answered',
  'goal-report-due',
  'proposal-made',
  'proposal-accepted',
  'proposal-declined',
] as const;
export type InformingNotice = (typeof informingNotices)[number];
