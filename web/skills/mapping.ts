import type { Services } from '#server/services.ts';
import type { MappingResult } from './mapping-act.ts';

/** The mapping as its use case gives it. */
export type Mapping = Extract<
  Awaited<ReturnType<Services['skills']['openMapping']>>,
  { readonly ok: true }
>['value'];

/** What every section of the page is given. */
export type PartProps = {
  readonly mapping: Mapping;
  readonly here: string;
  readonly result: MappingResult | undefined;
};
