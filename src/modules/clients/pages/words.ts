import type { clients } from '#clients';
import type { OutputOf } from '#use-case';
import type { Format } from '#web/i18n/format.ts';
import type { Language } from '#web/language.ts';

type Opened = OutputOf<(typeof clients)['openClient']>;
export type Duty = Opened['duties'][number];
export type PathStep = Opened['path'][number];

/** Gives the text of a key with its namespace before a colon. */
type T = (key: string, places?: Readonly<Record<string, unknown>>) => string;

/** A duty in words: what, by which day, why, and how far the day is. */
export type DutyWords = {
  readonly what: string;
  /** "Työnhakukeskustelu viimeistään 14.12.2026" */
  readonly sentence: string;
  /** "3 kk täyttyy, laki 380/2023" */
  readonly why: string;
  /** "26 päivää", "2 päivää myöhässä" */
  readonly clock: string;
  readonly late: boolean;
};

/** Says a duty in the language of `t`. */
export function dutyWords(t: T, format: Format, duty: Duty): DutyWords {
  const { details } = duty;
  const own = typeof details.what === 'string' ? details.what : undefined;
  const company = typeof details.company === 'string' ? details.company : t('clients:an-employer');
  const what = own ?? t(`clients:duty.${duty.kind}`, { company });
  const late = duty.nearness === 'overdue';
  return {
    what,
    sentence: t(late ? 'clients:was-due' : 'clients:due-by', { what, day: format.day(duty.dueOn) }),
    why: whyOf(t, duty, company),
    clock: clockOf(t, duty),
    late,
  };
}

function whyOf(t: T, duty: Duty, company: string): string {
  const { details, rule } = duty;
  if (duty.kind === 'initial-interview' && rule?.workingDays !== undefined)
    return t('clients:why.initial-interview', { workingDays: rule.workingDays });
  if (duty.kind === 'job-search-meeting' && rule?.months !== undefined)
    return t('clients:why.job-search-meeting', { months: rule.months });
  if (duty.kind === 'outcome-follow-up')
    return t('clients:why.outcome-follow-up', { months: details.months });
  if (duty.kind === 'employer-silent')
    return t('clients:why.employer-silent', { company, vacancy: details.vacancy ?? '' });
  if (duty.kind === 'skills-mapping' && details.why === 'pilot') return t('clients:why.pilot');
  if (duty.kind === 'consent-ending') return t('clients:why.consent-ending');
  return t('clients:why.agreed');
}

function clockOf(t: T, duty: Duty): string {
  if (duty.daysLeft === 0) return t('clients:today');
  if (duty.daysLeft < 0) return t('clients:days-late', { count: -duty.daysLeft });
  return t('clients:days-left', { count: duty.daysLeft });
}

/** The text in the wanted language, or in another when it has none. */
export function textIn(
  text: Readonly<Partial<Record<Language, string | undefined>>> | undefined,
  language: Language,
): string {
  return text?.[language] || text?.fi || text?.sv || text?.en || '';
}

/** A step of a path in words, for its place on a lane. */
export function stepWords(t: T, language: Language, step: PathStep): string {
  const { details } = step;
  const inner = (kind: string, value: unknown) =>
    typeof value === 'string' ? t(`clients:${kind}.${value}`) : '';
  if (step.kind.startsWith('duty')) {
    const what = typeof details.what === 'string' ? details.what : undefined;
    const company = typeof details.company === 'string' ? details.company : t('clients:an-employer');
    const words = what ?? t(`clients:duty.${String(details.task)}`, { company });
    return step.kind === 'duty-missed' ? t('clients:step.duty-missed', { what: words }) : words;
  }
  return t(`clients:step.${step.kind}`, {
    company: step.companyName ?? t('clients:an-employer'),
    organisation: textIn(step.organisation, language),
    name: typeof details.name === 'string' ? details.name : '',
    outcome: inner('outcome', details.outcome),
    plan: inner('plan', details.plan),
    pilot: textIn(details as Record<Language, string>, language),
  });
}
