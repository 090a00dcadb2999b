import { useRouteLoaderData } from 'react-router';
import type { Notice } from '../context.ts';
import type { moreOf, Place } from '../navigation.ts';

/** A sentence left by the page before, in the language of the page. */
export type ShownNotice = {
  readonly kind: Notice['kind'];
  readonly text: string;
  readonly sent?: string | undefined;
};

/** What the frame of every page shows, from the root loader. */
export type Shell = {
  readonly viewer:
    | {
        readonly id: string;
        readonly name: string;
        readonly role: string;
        readonly organisationName?: string | undefined;
      }
    | undefined;
  readonly csrf: string;
  /** A session that nobody uses ends after this. */
  readonly idleMinutes: number;
  readonly demonstration: boolean;
  readonly areaName: string | undefined;
  readonly notices: readonly ShownNotice[];
  readonly places: readonly Place[];
  /** What else the viewer may read, by group. */
  readonly more: ReturnType<typeof moreOf>;
  /** The viewer's own guide, a visitor's without one. */
  readonly guide: string;
  /** Are the one-key shortcuts on? */
  readonly shortcuts: boolean;
};

/** The frame's data; absent only when the frame itself could not be read. */
export function useShell(): Shell | undefined {
  return useRouteLoaderData('root') as Shell | undefined;
}
