import type { Role } from '#kernel/viewer.ts';
import type { Purpose } from './viewer-context.ts';

/**
 * Why each role may look at a person at all: what stands first is the purpose of whatever it does, the others are told when
 * the use case declares them. The person reads it in the log, so a reading by an expert is never "own matters", whoever the
 * use case was made for. Roles that no person's data is open to have what their work is.
 */
const purposesOfRole: Readonly<Record<Role, readonly [Purpose, ...Purpose[]]>> = {
  client: ['own-data'],
  expert: ['employment-service', 'pilot'],
  'joint-emp': ['employment-service', 'pilot'],
  'joint-sote': ['employment-service', 'pilot'],
  'joint-kela': ['employment-service', 'pilot'],
  youth: ['employment-service', 'pilot'],
  'immigrant-adviser': ['employment-service', 'pilot'],
  business: ['business-service', 'recruitment', 'pilot'],
  employer: ['recruitment'],
  agency: ['recruitment'],
  school: ['employment-service', 'pilot'],
  provider: ['employment-service', 'pilot'],
  'area-manager': ['steering', 'employment-service', 'supervision', 'pilot'],
  'decision-maker': ['steering'],
  board: ['steering'],
  project: ['pilot', 'steering'],
  controller: ['steering', 'supervision'],
  funder: ['steering', 'supervision'],
  comms: ['steering'],
  analyst: ['steering', 'pilot'],
  dpo: ['supervision'],
  'access-admin': ['administration'],
  operator: ['upkeep', 'administration'],
};

/** The purpose for which somebody in this role does what is declared for another purpose. The house says its own. */
export function purposeFor(declared: Purpose, role: Role | 'system' | 'public'): Purpose {
  if (role === 'system' || role === 'public') return declared;
  const own = purposesOfRole[role];
  return own.includes(declared) ? declared : own[0];
}

/** Can somebody in this role have this purpose? */
export const mayHavePurpose = (role: Role, purpose: Purpose): boolean =>
  purposesOfRole[role].includes(purpose);
