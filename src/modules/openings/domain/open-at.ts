/** Is what lasts from one instant to another in force now? It ends at its last instant. */
export const isOpenAt = (
  { from, endsAt }: { readonly from: string; readonly endsAt: string },
  now: Date,
): boolean => Date.parse(from) <= now.getTime() && now.getTime() < Date.parse(endsAt);
