import { createHash } from 'node:crypto';

export const sha256Of = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');
