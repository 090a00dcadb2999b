import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submission } from '#web/forms/index.server.ts';
import type { HomeDone, HomeInput, HomeTask, HomeTasks, HomeTime } from '#web/home/index.ts';
import { headingOf } from './words.ts';

const markRead = defineForm('governance.noteRead', {
  id: 'read',
  hidden: ['receiverId'],
  act: 'read-mark',
});

/** Decisions to be read; meetings that are ahead; for a body's secretary what waits for the call or for what was decided. */
export const homeTasks: HomeTasks = {
  read: async (input) => {
    const [bodies, read] = [await meetings(input), await reading(input)];
    return { times: bodies.times, tasks: [...bodies.tasks, ...read.tasks], done: read.done };
  },
  presses: [
    {
      show: (context) => showForm(context, markRead),
      submission: () => submission({ form: markRead, done: { say: 'governance:read-noted' } }),
    },
  ],
};

async function reading({
  services,
  may,
  t,
  format,
}: HomeInput): Promise<{ tasks: HomeTask[]; done: HomeDone | undefined }> {
  if (!may('to-read:use')) return { tasks: [], done: undefined };
  const list = await services.governance.toRead({});
  if (!list.ok) return { tasks: [], done: undefined };
  const { reading: all } = list.value;
  const read = all.filter((row) => row.readAt !== undefined);
  return {
    tasks: all
      .filter((row) => row.readAt === undefined)
      .map((row) => ({
        key: row.receiverId,
        to: `/items/${row.itemId}`,
        title: headingOf(row),
        what: t('governance:home.read-what'),
        why: t('governance:home.read-why'),
        clock: t('governance:sent-on', { day: format.dayOf(row.sentAt) }),
        act: t('governance:home.read-act'),
        press: { form: markRead.id, hidden: { receiverId: row.receiverId } },
      })),
    done:
      read.length === 0
        ? undefined
        : {
            key: 'read',
            summary: t('governance:home.read-already', { count: read.length }),
            rows: read.map((row) => ({
              key: row.receiverId,
              to: `/items/${row.itemId}`,
              words: headingOf(row),
              clock: format.instant(row.readAt!),
            })),
          },
  };
}

async function meetings({
  services,
  viewer,
  may,
  t,
  format,
}: HomeInput): Promise<{ tasks: HomeTask[]; times: HomeTime[] }> {
  if (!may('bodies:read')) return { tasks: [], times: [] };
  const list = await services.governance.bodies({ limit: 500 });
  if (!list.ok) return { tasks: [], times: [] };
  const { rows: bodies } = list.value;
  return {
    times: bodies.flatMap(({ names, next }) =>
      next === undefined
        ? []
        : [
            {
              key: next.meetingId,
              to: `/meetings/${next.meetingId}`,
              day: next.heldOn,
              at: next.beginsAt,
              what: t('governance:home.meeting', { body: textIn(names, viewer.language) }),
              place: next.place,
            },
          ],
    ),
    tasks: bodies
      .filter((body) => body.keeps)
      .flatMap((body) =>
        body.waiting.map(
          (meeting): HomeTask => ({
            key: meeting.meetingId,
            to: `/meetings/${meeting.meetingId}`,
            title: textIn(body.names, viewer.language),
            what: t(meeting.ahead ? 'governance:home.meeting-what' : 'governance:home.held-what', {
              day: format.day(meeting.heldOn),
            }),
            why: t('governance:home.meeting-why'),
            late: !meeting.ahead,
            act: t('governance:home.meeting-act'),
          }),
        ),
      ),
  };
}
