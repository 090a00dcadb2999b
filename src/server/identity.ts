import { sql } from 'kysely';
import * as openid from 'openid-client';
import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { hashOf, newToken } from './tokens.ts';

/** The identity provider as sign-in needs it. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Reaches the provider by another way than its public address (the local one, over loopback). */
  readonly fetch?: typeof fetch;
  /** True when the provider shall always ask who, even of somebody whom it remembers. */
  readonly alwaysAsk: boolean;
}

/** Why a sign-in did not succeed; each has its words on the page. */
export type SignInFailure = 'attempt-lost' | 'provider-refused' | 'provider-unreachable';

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

const attemptMinutes = 10;

/** The client side of OpenID Connect: authorization code with PKCE, state and nonce (RFC 7636, OIDC Core 3.1). */
export function identityClient(provider: () => IdentityProvider) {
  let known: Promise<openid.Configuration> | undefined;

  /** What the provider says of itself; asked once, and again after a failure. */
  async function configuration(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret, fetch: reach } = provider();
    known ??= openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...(issuer.startsWith('http:') ? { execute: [openid.allowInsecureRequests] } : {}),
      ...(reach ? { [openid.customFetch]: reach as openid.CustomFetch } : {}),
      timeout: 10,
    });
    try {
      return await known;
    } catch (error) {
      known = undefined;
      throw error;
    }
  }

  return {
    /** The address of the provider to which the browser goes, with what must come back unchanged. */
    async begin(
      redirectUri: string,
      language: string,
    ): Promise<{ to: string; attempt: Omit<Attempt, 'returnTo'> }> {
      const config = await configuration();
      const codeVerifier = openid.randomPKCECodeVerifier();
      const attempt = { state: openid.randomState(), nonce: openid.randomNonce(), codeVerifier };
      const to = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(provider().alwaysAsk ? { prompt: 'login' } : {}),
      });
      return { to: to.href, attempt };
    },

    /**
     * Exchanges what the browser brought back for the subject.
     * @throws SignInFailed
     */
    async complete(
      returned: URL,
      attempt: Attempt,
    ): Promise<{ subject: string; assurance: string | undefined }> {
      const config = await configuration();
      try {
        const tokens = await openid.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: attempt.state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new SignInFailed('provider-refused');
        const { acr } = claims;
        return { subject: claims.sub, assurance: typeof acr === 'string' ? acr : undefined };
      } catch (error) {
        if (error instanceof SignInFailed) throw error;
        throw new SignInFailed('provider-refused', error);
      }
    },

    /** Where the browser goes so that the provider forgets it too; undefined when the provider has no such place. */
    async endAddress(returnTo: string): Promise<string | undefined> {
      if (provider().alwaysAsk) return undefined;
      try {
        const config = await configuration();
        if (!config.serverMetadata().end_session_endpoint) return undefined;
        return openid.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo }).href;
      } catch {
        return undefined;
      }
    },
  };
}
export type IdentityClient = ReturnType<typeof identityClient>;

/** A sign-in that the user must be told about in words. */
export class SignInFailed extends Error {
  readonly failure: SignInFailure;
  constructor(failure: SignInFailure, cause?: unknown) {
    super(failure, { cause });
    this.failure = failure;
  }
}

/** Keeps a sign-in that is under way; returns the token for the browser's cookie. */
export async function keepAttempt(app: App, attempt: Attempt): Promise<string> {
  const token = newToken();
  await inTransactionAs(app, systemViewer, 'administration', async ({ db, now }) => {
    await db
      .insertInto('access.sign_in_attempt')
      .values({
        token_hash: hashOf(token),
        state: attempt.state,
        nonce: attempt.nonce,
        code_verifier: attempt.codeVerifier,
        return_to: attempt.returnTo,
        created_at: now.toISOString(),
        expires_at: new Date(now.getTime() + attemptMinutes * 60_000).toISOString(),
      })
      .execute();
  });
  return token;
}

/** Takes the attempt of this browser out: it can be used once. */
export async function takeAttempt(app: App, token: string): Promise<Attempt | undefined> {
  return inTransactionAs(app, systemViewer, 'administration', async ({ db, now }) => {
    const { rows } = await sql<Attempt>`
      delete from access.sign_in_attempt where token_hash = ${hashOf(token)} and expires_at > ${now.toISOString()}
      returning state, nonce, code_verifier as "codeVerifier", return_to as "returnTo"`.execute(db);
    return rows[0];
  });
}
