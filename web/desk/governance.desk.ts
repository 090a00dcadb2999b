import { textIn } from '../clients/words.ts';
import { headingOf } from '../governance/words.ts';
import type { Desk, DeskInput, DeskNeed } from './index.ts';

/** Decisions to be read; for a body's secretary the meetings that wait for the call or for what was decided. */
export const desk: Desk = {
  roles: [
    'expert',
    'business',
    'youth',
    'immigrant-adviser',
    'area-manager',
    'decision-maker',
    'board',
    'project',
    'comms',
    'controller',
  ],
  needs: async (input) => [...(await meetings(input)), ...(await reading(input))],
};

async function reading({ services, t, format }: DeskInput): Promise<DeskNeed[]> {
  const list = await services.governance.toRead({});
  if (!list.ok) return [];
  return list.value.reading
    .filter((one) => one.readAt === undefined)
    .slice(0, 8)
    .map((one) => ({
      key: one.receiverId,
      to: `/items/${one.itemId}`,
      title: headingOf(one),
      what: t('governance:desk.read-what'),
      why: t('governance:desk.read-why'),
      clock: t('governance:sent-on', { day: format.dayOf(one.sentAt) }),
      act: t('governance:desk.read-act'),
    }));
}

async function meetings({ services, viewer, t, format }: DeskInput): Promise<DeskNeed[]> {
  if (viewer.role !== 'board' && viewer.role !== 'project') return [];
  const list = await services.governance.bodies({});
  if (!list.ok) return [];
  return list.value.bodies
    .filter((one) => one.keeps)
    .flatMap((one) =>
      one.waiting.map(
        (meeting): DeskNeed => ({
          key: meeting.meetingId,
          to: `/meetings/${meeting.meetingId}`,
          title: textIn(one.names, viewer.language),
          what: t(meeting.ahead ? 'governance:desk.meeting-what' : 'governance:desk.held-what', {
            day: format.day(meeting.heldOn),
          }),
          why: t('governance:desk.meeting-why'),
          late: !meeting.ahead,
          act: t('governance:desk.meeting-act'),
        }),
      ),
    );
}
