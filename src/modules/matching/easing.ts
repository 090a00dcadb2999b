import type { ViewerContext } from '#access';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { type ChangeView, changeViews, chosenChanges, type EasingView, easingViews } from './change-views.ts';
import type { Need } from './domain/profile.ts';
import { easings, type SafeChange, safeChange } from './domain/steps.ts';
import type { Matcher } from './matcher.ts';

/** Easings told, of those counted. */
const easingsTold = 5;

/** What a need could ask less of, in numbers of people that may be told. */
export interface NeedEasing {
  readonly steps: readonly EasingView[];
  /** Everything of the need that could be otherwise. */
  readonly choices: readonly ChangeView[];
  /** With what was chosen. */
  readonly whatIf?: ({ readonly changes: readonly ChangeView[] } & SafeChange) | undefined;
  readonly limit: number;
}

/** The easings of a need among the people who share with an organisation, and what was chosen to be tried. */
export async function easingOf(
  context: ViewerContext,
  matcher: Matcher,
  need: Need,
  asked: { receiverOrganisationId: string; changes: readonly string[] },
): Promise<NeedEasing> {
  const limit = smallNumberLimitOn(context.today);
  const among = { kind: 'receivers', organisationId: asked.receiverOrganisationId } as const;
  const before = await matcher.countFor(need, asked);
  const steps = await matcher.stepsForNeed(need, among, easingsTold);
  const chosen = chosenChanges(asked.changes).filter(({ side }) => side === 'need');
  const { people } =
    chosen.length > 0 ? await matcher.whatIf({ changes: chosen, counted: { need, among } }) : {};
  return {
    // An easing of which nothing may be told would only say that somebody is there.
    steps: (await easingViews(context, steps, before.fitting, limit)).filter(
      ({ gain, after }) => (gain.kind === 'number' && gain.value > 0) || after.kind === 'number',
    ),
    choices: await changeViews(context, easings(need)),
    whatIf: people && {
      changes: await changeViews(context, chosen),
      ...safeChange(people.before.fitting, people.after.fitting, limit),
    },
    limit,
  };
}
