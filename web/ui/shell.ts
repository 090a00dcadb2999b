import { useRouteLoaderData } from 'react-router';
import type { Notice } from '../context.ts';
import type { Place } from '../navigation.ts';

/** What the frame of every page shows, from the root loader. */
export type Shell = {
  readonly viewer:
    | { readonly name: string; readonly role: string; readonly organisationName?: string | undefined }
    | undefined;
  readonly csrf: string;
  readonly demonstration: boolean;
  readonly areaName: string | undefined;
  readonly notices: readonly Notice[];
  readonly places: readonly Place[];
  /** Are the one-key shortcuts on? */
  readonly shortcuts: boolean;
};

/** The frame's data; absent only when the frame itself could not be read. */
export function useShell(): Shell | undefined {
  return useRouteLoaderData('root') as Shell | undefined;
}
