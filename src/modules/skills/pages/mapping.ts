import type { UseCaseFormProps } from '#web/ui/index.ts';
import type { loadMapping } from './mapping-forms.server.ts';

/** What every section of the page is given: the mapping, and the forms that the viewer may send. */
export type PartProps = Awaited<ReturnType<typeof loadMapping>> & {
  readonly result: UseCaseFormProps['result'];
};
