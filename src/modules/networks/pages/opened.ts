import type { PageData } from '#web/context.ts';

/** A service as its page is given it. */
export type OpenedService = Extract<
  Awaited<ReturnType<PageData['services']['networks']['openService']>>,
  { ok: true }
>['value'];
