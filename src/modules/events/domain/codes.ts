/** What an event is for (requirements A7). */
export const eventKinds = ['regional', 'occupation', 'virtual', 'school', 'information', 'forum'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ['planned', 'held', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

export const costKinds = ['venue', 'publicity', 'speakers', 'catering', 'travel', 'other'] as const;
export type CostKind = (typeof costKinds)[number];

export const eventLanguages = ['fi', 'sv', 'en', 'other'] as const;
export type EventLanguage = (typeof eventLanguages)[number];

/** By what events are put in order. */
export const eventSorts = ['when', 'name', 'kind', 'state'] as const;
