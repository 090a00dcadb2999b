import { introductionWords, nameOf, silentFirst } from '../introductions/words.ts';
import type { Desk, DeskInput, DeskNeed } from './index.ts';

/** The employer: whom to answer about. The business adviser: employers that keep silent. (The own adviser's is a duty.) */
export const desk: Desk = {
  roles: ['employer', 'business'],
  needs: (input) => (input.viewer.role === 'employer' ? unanswered(input) : silent(input)),
};

async function unanswered({ services, t, format }: DeskInput): Promise<DeskNeed[]> {
  const list = await services.introductions.ofCompany({});
  if (!list.ok) return [];
  return list.value.introductions
    .filter((one) => one.state === 'waiting' || one.state === 'interview')
    .map((one): DeskNeed => {
      const words = introductionWords(t, format, one, 'employer');
      return {
        key: one.introductionId,
        to: `/employer/introductions/${one.introductionId}`,
        title: nameOf(t, one),
        what: words.sentence,
        why: t('introductions:employer.answer-why', {
          vacancy: one.vacancy,
          day: format.day(one.introducedOn),
        }),
        clock: words.clock,
        late: words.kind === 'late',
        act: t(one.interviewAhead ? 'introductions:act-open' : 'introductions:employer.answer-act'),
      };
    });
}

async function silent({ services, t, format }: DeskInput): Promise<DeskNeed[]> {
  const list = await services.introductions.ofOrganisation({});
  if (!list.ok) return [];
  return silentFirst(list.value.introductions)
    .filter((one) => one.turn.holder === 'adviser')
    .slice(0, 8)
    .map((one) => ({
      key: one.introductionId,
      to: `/companies/${one.companyId}`,
      title: one.company,
      what: t('introductions:desk.silent-what', { company: one.company }),
      why: t('introductions:desk.silent-why', { who: nameOf(t, one), vacancy: one.vacancy }),
      clock: introductionWords(t, format, one, 'services').clock,
      late: true,
      act: t('introductions:desk.silent-act'),
    }));
}
