import { can, may, type Right } from '#access';
import type { Viewer } from '#kernel/viewer.ts';

/** Who brings documents in. What a document becomes is written by the rights of the room that receives it. */
export const worksHere = may('intake:write');

const writes = {
  projects: 'projects:start',
  governance: 'bodies:found',
  programmes: 'programmes:begin',
} as const satisfies Record<string, Right>;

/** May a viewer of this role write what a document becomes in that room? */
export const mayWriteIn = (room: keyof typeof writes, role: Viewer['role']): boolean =>
  role === 'system' || can(role, writes[room]);
