import type { Services } from '#server/services.ts';

/** What a use case of the room gives. */
export type Value<K extends keyof Services['projects']> = Extract<
  Awaited<ReturnType<Services['projects'][K]>>,
  { ok: true }
>['value'];

/** One project as the server gives it. */
export type Opened = Value<'openProject'>;
/** Its indicators, planned against actual. */
export type Indicators = Value<'openIndicators'>['indicators'];
export type Portfolio = Value<'portfolio'>;
export type PortfolioItem = Portfolio['rows'][number];
