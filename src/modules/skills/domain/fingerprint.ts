import { createHash } from 'node:crypto';
import { canonical, type PartState } from './parts.ts';

/**
 * Names a state in 16 characters. A page carries it in its form (`seen`), so that saving over something that somebody
 * else has changed meanwhile is noticed.
 */
export function fingerprint(state: PartState): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(state)))
    .digest('base64url')
    .slice(0, 16);
}
