import { z } from 'zod';
import type { ViewerContext } from '#access';
import { readsProjects } from '#projects';

export const Kind = z.enum(['project', 'pilot']);

/** May the viewer read which project it is? Class M of the matrix: others are told that there is one, and no more. */
export const readsProjectNames = async (context: ViewerContext): Promise<boolean> =>
  (await readsProjects(context, undefined)).permit;
