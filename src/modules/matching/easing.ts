import type { ViewerContext } from '#access';
import { type ChangeView, changeViews, chosenChanges, type EasingView, easingViews } from './change-views.ts';
import type { Need } from './domain/profile.ts';
import { easings, type PeopleChange, peopleChange } from './domain/steps.ts';
import type { Matcher } from './matcher.ts';

/** Easings told, of those counted. */
const easingsTold = 5;

/** What a need could ask less of, in numbers of people; for those who may open them. */
export interface NeedEasing {
  readonly steps: readonly EasingView[];
  /** Everything of the need that could be otherwise. */
  readonly choices: readonly ChangeView[];
  /** With what was chosen. */
  readonly whatIf?: ({ readonly changes: readonly ChangeView[] } & PeopleChange) | undefined;
}

/** The easings of a need among the people who share with an organisation, and what was chosen to be tried. */
export async function easingOf(
  context: ViewerContext,
  matcher: Matcher,
  need: Need,
  asked: { receiverOrganisationId: string; changes: readonly string[] },
): Promise<NeedEasing> {
  const among = { kind: 'receivers', organisationId: asked.receiverOrganisationId } as const;
  const before = await matcher.countFor(need, asked);
  const steps = await matcher.stepsForNeed(need, among, easingsTold);
  const chosen = chosenChanges(asked.changes).filter(({ side }) => side === 'need');
  const { people } =
    chosen.length > 0 ? await matcher.whatIf({ changes: chosen, counted: { need, among } }) : {};
  return {
    steps: (await easingViews(context, steps, before.fitting)).filter(({ gain }) => gain > 0),
    choices: await changeViews(context, easings(need)),
    whatIf: people && {
      changes: await changeViews(context, chosen),
      ...peopleChange(people.before.fitting, people.after.fitting),
    },
  };
}
