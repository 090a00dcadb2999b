import { inRole, type Policy, some, system } from '#access';
import type { Role } from '#kernel/viewer.ts';

/**
 * Who brings documents in: the project manager, the controller, the board's secretary and the area manager. What a
 * document becomes is kept by the rules of the room that receives it, and `mayKeep` says them here in one place.
 */
const here = ['project', 'controller', 'board', 'area-manager'] as const satisfies readonly Role[];
export const intakeRoles: readonly Role[] = here;
export const worksHere: Policy<unknown> = some(system, inRole(...here));

/** Whose roles keep what a document becomes (requirements.md D3, class M; the policies of the rooms). */
const keepers: Readonly<Record<'projects' | 'governance' | 'programmes', readonly Role[]>> = {
  projects: ['project', 'controller'],
  governance: ['board', 'project'],
  programmes: ['board', 'area-manager'],
};

/** May a viewer of this role keep what a document becomes in that room? */
export function mayKeep(room: keyof typeof keepers, role: Role | 'system' | 'public'): boolean {
  return role === 'system' || (keepers[room] as readonly string[]).includes(role);
}
