import type { Services } from '#server/services.ts';
import type { PageViewer } from '../context.ts';
import { type Format, formatOf } from '../i18n/format.ts';
import { translatorOf } from '../i18n/server.ts';

/** A row of "what needs me now": all of it in words of the viewer's language. */
export type DeskNeed = {
  readonly key: string;
  readonly to: string;
  /** Who or what. */
  readonly title: string;
  /** What is waited for, as a sentence. */
  readonly what: string;
  /** Why it is here. */
  readonly why: string;
  /** Since when, or until when, in words. */
  readonly clock?: string | undefined;
  readonly late?: boolean | undefined;
  /** The words of the one button that moves it on. */
  readonly act: string;
};

/** What a desk is given. `t` takes a key with its namespace before a colon. */
export type DeskInput = {
  readonly services: Services;
  readonly viewer: PageViewer;
  readonly t: (key: string, places?: Readonly<Record<string, unknown>>) => string;
  readonly format: Format;
};

/** One feature's part of the first page: for which roles, and what waits, the most urgent first. */
export type Desk = {
  readonly roles: readonly string[];
  readonly needs: (input: DeskInput) => Promise<readonly DeskNeed[]>;
};

const desks = Object.values(import.meta.glob<Desk>('./*.desk.ts', { eager: true, import: 'desk' }));

/** Everything that needs this viewer now; what is late comes first, the desks' own order stays otherwise. */
export async function needsOf(services: Services, viewer: PageViewer): Promise<DeskNeed[]> {
  const translator = translatorOf(viewer.language);
  const input: DeskInput = {
    services,
    viewer,
    t: (key, places) => String(translator.t(key, { ...places })),
    format: formatOf(viewer.language),
  };
  const mine = desks.filter((desk) => desk.roles.includes(viewer.role));
  const found = (await Promise.all(mine.map((desk) => desk.needs(input)))).flat();
  return [...found.filter((need) => need.late === true), ...found.filter((need) => need.late !== true)];
}
