import { createHash, hkdfSync } from 'node:crypto';

/** The key under which viewers are named to the database: two halves of 64 bytes, for the inner and the outer hash. */
export type ViewerKey = Buffer;

/** The viewers' key of an installation, made from its secret; the database is given the same by `giveViewerKey`. */
export function viewerKeyOf(secret: string): ViewerKey {
  return Buffer.from(hkdfSync('sha256', secret, '', 'viewers of the database', 128));
}

/** What `access.enter` asks for: a nested hash (NMAC with SHA-256) of the mark of the transaction and the viewer. */
export function signViewer(key: ViewerKey, mark: string, viewer: string): Buffer {
  const inner = createHash('sha256').update(key.subarray(0, 64)).update(`${mark}|${viewer}`).digest();
  return createHash('sha256').update(key.subarray(64)).update(inner).digest();
}
