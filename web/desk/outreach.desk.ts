import { textIn } from '../clients/words.ts';
import type { Desk, DeskInput, DeskNeed } from './index.ts';

/** Questions to answer or to share out, and what waits for an approver. */
export const desk: Desk = {
  roles: ['comms', 'area-manager', 'board', 'project', 'expert', 'business', 'youth', 'immigrant-adviser'],
  needs: async (input) => [...(await asked(input)), ...(await approving(input))],
};

async function asked({ services, viewer, t, format }: DeskInput): Promise<DeskNeed[]> {
  const list = await services.outreach.questions({ state: 'open' });
  if (!list.ok) return [];
  const shares = list.value.actions.share;
  return list.value.questions
    .filter((one) => one.ownerId === viewer.userId || (one.ownerId === undefined && shares))
    .slice(0, 8)
    .map((one) => {
      const topic = t(`outreach:topic.${one.topic}`);
      const mine = one.ownerId === viewer.userId;
      return {
        key: one.questionId,
        to: `/questions/${one.questionId}`,
        title: t('outreach:question'),
        what: t(one.late ? 'outreach:desk.late-what' : 'outreach:desk.wait-what', { topic }),
        why: t(mine ? 'outreach:desk.mine-why' : 'outreach:desk.nobody-why'),
        clock: t(one.late ? 'outreach:late-since' : 'outreach:due-by', { day: format.day(one.dueOn) }),
        late: one.late,
        act: t(mine ? 'outreach:desk.answer-act' : 'outreach:desk.share-act'),
      };
    });
}

async function approving({ services, viewer, t, format }: DeskInput): Promise<DeskNeed[]> {
  if (!['comms', 'area-manager', 'board'].includes(viewer.role)) return [];
  const list = await services.outreach.bulletins({ state: 'waiting' });
  if (!list.ok) return [];
  return list.value.bulletins
    .filter((one) => one.authorId !== viewer.userId)
    .slice(0, 5)
    .map((one) => ({
      key: one.bulletinId,
      to: `/bulletins/${one.bulletinId}`,
      title: textIn(one.titles, viewer.language),
      what: t('outreach:desk.approve-what'),
      why: t('outreach:desk.approve-why'),
      clock: format.dayOf(one.changedAt),
      act: t('outreach:desk.approve-act'),
    }));
}
