/** What an event is for (requirements A7). */
export const eventKinds = ['regional', 'occupation', 'virtual', 'school', 'information', 'forum'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ['planned', 'held', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];

export const costKinds = ['venue', 'publicity', 'speakers', 'catering', 'travel', 'other'] as const;
export type CostKind = (typeof costKinds)[number];

export const eventLanguages = ['fi', 'sv', 'en', 'other'] as const;
export type EventLanguage = (typeof eventLanguages)[number];

/** Who organises: class O of the matrix. */
export const eventKeepers = ['business', 'project', 'area-manager'] as const;

/** Who records a client that came; the case decides whom (class L). */
export const presenceKeepers = ['expert', 'youth', 'joint-emp'] as const;
