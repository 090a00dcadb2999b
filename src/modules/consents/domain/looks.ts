/** One entry of the log about a person, without anybody else in it. */
export interface Look {
  id: string;
  at: string;
  day: string;
  by: 'self' | 'system' | 'other';
  /** The same number is the same official within one answer; who it is is not told. */
  official: string;
  role: string;
  organisation?: string | undefined;
  action: string;
  purpose: string;
  outcome: 'permitted' | 'denied' | 'refused';
  reason?: string | undefined;
  fields?: string[] | undefined;
  stated?: { cause: string; words: string } | undefined;
}

export interface LookGroup extends Omit<Look, 'official'> {
  times: number;
}

/** Puts together what the same official did in the same way on the same day, newest first, so that the log reads like a diary. */
export function groupLooks(looks: readonly Look[]): LookGroup[] {
  const groups = new Map<string, LookGroup>();
  for (const { official, ...look } of looks) {
    const key = [
      look.day,
      official,
      look.role,
      look.organisation,
      look.action,
      look.purpose,
      look.outcome,
      look.reason,
      look.fields?.join(),
      look.stated?.words,
    ].join('|');
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { ...look, times: 1 });
  }
  return [...groups.values()];
}
