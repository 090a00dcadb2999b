/** The seven target groups of NET-12 (000:31-37): of services, events and projects alike; overlaps are found by them. */
export const targetGroupCodes = [
  'jobseekers',
  'companies',
  'entrepreneur-organisations',
  'services',
  'wellbeing',
  'education',
  'municipalities',
] as const;
export type TargetGroupCode = (typeof targetGroupCodes)[number];

/** In the order in which they are tried: "yrittäjäjärjestöt" before "yritykset". */
const patterns: readonly (readonly [TargetGroupCode, RegExp])[] = [
  ['entrepreneur-organisations', /yrittäjäjärjest|företagarorganis|entrepreneurs?' org/i],
  ['jobseekers', /työnhakij|työttöm|osaajat|arbetssökande|jobseeker/i],
  ['wellbeing', /hyvinvointialue|välfärdsområde|wellbeing/i],
  ['education', /koulutusorganis|oppilaito|utbildning|education/i],
  ['services', /palvelujen tuottaj|elinkeinopalvelu|TE-palvelu|ELY-kesku|sysselsättningstjänst/i],
  ['municipalities', /\bkunnat\b|kuntaorganis|kommuner|municipalit/i],
  ['companies', /yrityk|yrityst|företag|compan/i],
];

/** The group that the words speak of; undefined when they speak of none. A person may say otherwise. */
export function groupOf(words: string): TargetGroupCode | undefined {
  return patterns.find(([, pattern]) => pattern.test(words))?.[0];
}
