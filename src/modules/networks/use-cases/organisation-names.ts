import type { ViewerContext } from '#access';
import { letters } from '#kernel/letters.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { organisationsOfAllTimes } from '../db/organisations.db.ts';

/** Is there another organisation of today with one of these names? */
export async function nameTaken(
  context: ViewerContext,
  names: LocalisedText,
  but?: string,
): Promise<boolean> {
  const wanted = new Set(Object.values(names).map((name) => letters(name)));
  return (await organisationsOfAllTimes(context)).some(
    (one) =>
      one.id !== but &&
      (one.validTo === undefined || one.validTo >= context.today) &&
      Object.values(one.names).some((name) => wanted.has(letters(name))),
  );
}
