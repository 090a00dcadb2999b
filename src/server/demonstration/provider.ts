import { createHash, generateKeyPairSync } from 'node:crypto';
import Provider, { type Adapter, type AdapterPayload, type JWKS } from 'oidc-provider';

/** Where the local identity provider is mounted. */
export const mountedAt = '/demonstration-identity';
export const clientId = 'polku';

/**
 * An OpenID Connect provider in this process, in which nobody needs a password: only for the demonstration area, where
 * every person is invented. Its keys and memory live as long as the process.
 */
export function demonstrationProvider(
  publicUrl: string,
  clientSecret: string,
  claimsOf: (subject: string) => Promise<Record<string, unknown>>,
): Provider {
  const provider = new Provider(publicUrl + mountedAt, {
    adapter: MemoryOfProcess,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${publicUrl}/sign-in/return`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: newKeys(),
    cookies: {
      keys: [createHash('sha256').update(`${clientSecret} cookies`).digest('base64url')],
      names: {
        session: 'demonstration-session',
        interaction: 'demonstration-choice',
        resume: 'demonstration-resume',
      },
    },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      IdToken: 300,
      Interaction: 3600,
      Session: 3600,
      Grant: 3600,
    },
    interactions: { url: (_context, interaction) => `${mountedAt}/personas/${interaction.uid}` },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'] },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, ...(await claimsOf(subject)) }),
    }),
    // Nobody is asked to agree: the one client is this service itself.
    loadExistingGrant: async (context) => {
      const { provider: own, session, client } = context.oidc;
      const grant = new own.Grant({
        accountId: session?.accountId ?? '',
        clientId: client?.clientId ?? '',
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'text';
      context.body = `${out.error}: ${out.error_description ?? ''}`;
    },
  });
  // The mount tells the public host and scheme itself, whatever way the request came.
  provider.proxy = true;
  return provider;
}

function newKeys(): JWKS {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] } as JWKS;
}

interface Kept {
  payload: AdapterPayload;
  until: number;
}
const memory = new Map<string, Kept>();
const most = 5_000;

/** What the provider remembers, until it grows old or the process ends. */
class MemoryOfProcess implements Adapter {
  readonly model: string;
  constructor(model: string) {
    this.model = model;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const now = Date.now();
    if (memory.size >= most) for (const [key, kept] of memory) if (kept.until < now) memory.delete(key);
    for (const key of memory.keys()) {
      if (memory.size < most) break;
      memory.delete(key);
    }
    memory.set(`${this.model} ${id}`, { payload, until: now + (expiresIn || 3_600) * 1_000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = memory.get(`${this.model} ${id}`);
    return kept && kept.until > Date.now() ? kept.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    for (const [key, kept] of memory)
      if (key.startsWith(`${this.model} `) && kept.payload.uid === uid && kept.until > Date.now())
        return kept.payload;
    return undefined;
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async consume(id: string): Promise<void> {
    const kept = memory.get(`${this.model} ${id}`);
    if (kept) kept.payload.consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    memory.delete(`${this.model} ${id}`);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, kept] of memory) if (kept.payload.grantId === grantId) memory.delete(key);
  }
}
