import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

/** A secret that nobody can guess (256 bits); its beginning lets a scanner of published code recognise it. */
export const newSecret = (): string => `polku_${crypto.randomBytes(32).toString('base64url')}`;

/** What the database keeps of a token. */
export const tokenHash = (token: string): Buffer => crypto.createHash('sha256').update(token).digest();

// OWASP's first recommendation for Argon2id: 19 MiB, two passes.
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const length = 32;

/** Hashes a secret with Argon2id and a salt of its own: `argon2id$m=19456,t=2,p=1$salt$hash`. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = crypto.randomBytes(16);
  const hash = await derive(secret, salt, cost);
  const form = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return ['argon2id', form, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Does the secret belong to the hash? A hash of another form fits nothing. */
export async function fitsSecret(secret: string, stored: string): Promise<boolean> {
  const [kind, form = '', salt = '', hash = ''] = stored.split('$');
  const [, memory, passes, parallelism] = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(form) ?? [];
  if (kind !== 'argon2id' || parallelism === undefined) return false;
  const wanted = Buffer.from(hash, 'base64url');
  const found = await derive(secret, Buffer.from(salt, 'base64url'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return wanted.length === found.length && crypto.timingSafeEqual(wanted, found);
}

/** Takes as long as a real comparison, so that an unknown client id cannot be told from a known one. */
export async function compareWithNothing(secret: string): Promise<false> {
  await derive(secret, Buffer.alloc(16), cost);
  return false;
}

type Cost = { memory: number; passes: number; parallelism: number };
const argon2 = promisify(crypto.argon2);

async function derive(secret: string, nonce: Buffer, by: Cost): Promise<Buffer> {
  return argon2('argon2id', { message: secret, nonce, tagLength: length, ...by });
}
