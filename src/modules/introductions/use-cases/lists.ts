import { holds, isSelf, type ViewerContext } from '#access';
import { namesOf } from '#clients';
import { companyNames } from '#companies';
import { aliasesOf } from '#consents';
import { dayInFinland } from '#kernel/clock.ts';
import type { Day } from '#kernel/days.ts';
import { vacancyBriefs } from '#vacancies';
import type { Introduction } from '../db/introductions.db.ts';
import { mayMove, turnOf } from '../domain/introduction.ts';

/** An introduction as a page shows it: names where they are open to the viewer, and whose turn it is. */
export async function shown(context: ViewerContext, list: readonly Introduction[]) {
  const clientIds = list.map((each) => each.clientId);
  const [names, aliases, companies, vacancies] = [
    await namesOf(context, clientIds),
    await aliasesOf(context, clientIds),
    await companyNames(
      context,
      list.map((each) => each.companyId),
    ),
    await vacancyBriefs(
      context,
      list.map((each) => each.vacancyId),
    ),
  ];
  return list.map((each) => ({
    ...each,
    /** Absent when the person has not shared the name; the alias stands for it. */
    name: names.get(each.clientId)?.full,
    alias: aliases.get(each.clientId),
    company: companies.get(each.companyId) ?? '',
    vacancy: vacancies.get(each.vacancyId)?.title ?? '',
    turn: turnOf(each.state, turnSince(each, context.today), context.today),
    interviewAhead: each.state === 'interview' && (each.interviewOn ?? '') >= context.today,
    actions: {
      interview: holds(context, 'introductions:answer') && mayMove(each.state, 'interview'),
      hire: holds(context, 'introductions:answer') && mayMove(each.state, 'hired'),
      decline: holds(context, 'introductions:answer') && mayMove(each.state, 'not-chosen'),
      undoHire: holds(context, 'introductions:write') && each.state === 'hired',
      withdraw: isSelf(context.viewer) && mayMove(each.state, 'withdrawn'),
    },
  }));
}

/** From which day the holder of the turn has had it: an interview that is over turns it to the employer on its own day. */
function turnSince(introduction: Introduction, today: Day): Day {
  const moved = dayInFinland(new Date(introduction.stateSince));
  return introduction.state === 'interview' &&
    introduction.interviewOn &&
    introduction.interviewOn > moved &&
    introduction.interviewOn < today
    ? introduction.interviewOn
    : moved;
}
