import { createRemoteJWKSet, jwtVerify } from 'jose';
import { sql } from 'kysely';
import * as openid from 'openid-client';
import { type App, inTransactionAs } from '#access';
import { systemViewer } from '#kernel/viewer.ts';
import { hashOf, namelessSubject, newToken } from './tokens.ts';

/** The identity provider as sign-in needs it. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Reaches the provider by another way than its public address (the local one, over loopback). */
  readonly fetch?: typeof fetch;
  /** The claim that lists the groups of the directory. */
  readonly groupsClaim: string;
  /** Scopes asked besides `openid`. */
  readonly scopes: readonly string[];
  /** True when an address counts as the person's own although the provider does not say that it has checked it. */
  readonly trustsEmail: boolean;
  /** Levels of identification of which one is required; none: whatever the provider gives. */
  readonly acr: readonly string[];
  /** The claim that names a person for good. Another than `sub` is kept only under the key. */
  readonly subjectClaim: string;
  readonly subjectKey: string | undefined;
  /** True when the provider shall always ask who, even of somebody whom it remembers. */
  readonly alwaysAsk: boolean;
}

/** Why a sign-in did not succeed; each has its words on the page. */
export type SignInFailure =
  | 'attempt-lost'
  | 'provider-refused'
  | 'provider-unreachable'
  | 'assurance-too-low';

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

/** Who has identified. */
export interface Identification {
  readonly subject: string;
  /** An address that the provider vouches for. */
  readonly email: string | undefined;
  readonly assurance: string | undefined;
  /** Groups of the directory, as the provider tells them now. */
  readonly groups: readonly string[];
  /** The provider says that there are more groups than it tells. */
  readonly groupsLeftOut: boolean;
  /** What the provider calls its own session, by which it may end ours. */
  readonly providerSession: string | undefined;
  /**
   * Asks the provider again for the groups, while it lets us; throws when it does not any more, and NoLongerVouched when it
   * says that it does not stand by this sign-in any more.
   */
  readonly reread: (() => Promise<readonly string[]>) | undefined;
}

/** The provider has taken its word of a sign-in back: the person is gone, or the session was ended there. */
export class NoLongerVouched extends Error {}

const attemptMinutes = 10;
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** The client side of OpenID Connect: authorization code with PKCE, state and nonce (RFC 7636, OIDC Core 3.1). */
export function identityClient(provider: () => IdentityProvider) {
  let known: Promise<openid.Configuration> | undefined;
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;

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

  /** By the token that the provider gives for later (`offline_access`); each answer may bring the next one. */
  function rereadByToken(config: openid.Configuration, first: string): () => Promise<readonly string[]> {
    let token = first;
    return async () => {
      try {
        const renewed = await openid.refreshTokenGrant(config, token);
        token = renewed.refresh_token ?? token;
        const claims = renewed.claims();
        const { groupsClaim } = provider();
        if (claims?.[groupsClaim] !== undefined) return groupsOf(claims[groupsClaim]);
        if (!config.serverMetadata().userinfo_endpoint) return [];
        const told = await openid.fetchUserInfo(config, renewed.access_token, openid.skipSubjectCheck);
        return groupsOf(told[groupsClaim]);
      } catch (error) {
        if (error instanceof openid.ResponseBodyError && error.error === 'invalid_grant')
          throw new NoLongerVouched('the provider does not stand by the sign-in any more', { cause: error });
        throw error;
      }
    };
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
        scope: ['openid', ...provider().scopes].join(' '),
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: language,
        ...(provider().acr.length > 0 ? { acr_values: provider().acr.join(' ') } : {}),
        ...(provider().alwaysAsk ? { prompt: 'login' } : {}),
      });
      return { to: to.href, attempt };
    },

    /**
     * Exchanges what the browser brought back for who it is. What the token of identity does not tell (address, groups)
     * is asked at the provider's userinfo, when it has one.
     * @throws SignInFailed
     */
    async complete(returned: URL, attempt: Attempt): Promise<Identification> {
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
        const { acr, sub } = claims;
        const { groupsClaim, trustsEmail, acr: required } = provider();
        if (required.length > 0 && !required.includes(String(acr)))
          throw new SignInFailed('assurance-too-low');
        const userinfo = async (): Promise<Record<string, unknown>> =>
          config.serverMetadata().userinfo_endpoint
            ? await openid.fetchUserInfo(config, tokens.access_token, sub)
            : {};
        const missing = claims[groupsClaim] === undefined || claims.email === undefined;
        const told: Record<string, unknown> = { ...(missing ? await userinfo() : {}), ...claims };
        const email = told.email_verified === true || trustsEmail ? told.email : undefined;
        return {
          subject: subjectOf(told, provider()),
          email: typeof email === 'string' ? email : undefined,
          assurance: typeof acr === 'string' ? acr : undefined,
          groups: groupsOf(told[groupsClaim]),
          groupsLeftOut: Object.hasOwn(Object(told._claim_names), groupsClaim),
          providerSession: typeof claims.sid === 'string' ? claims.sid : undefined,
          reread: tokens.refresh_token
            ? rereadByToken(config, tokens.refresh_token)
            : config.serverMetadata().userinfo_endpoint
              ? async () => groupsOf((await userinfo())[groupsClaim])
              : undefined,
        };
      } catch (error) {
        if (error instanceof SignInFailed) throw error;
        throw new SignInFailed('provider-refused', error);
      }
    },

    /**
     * What the provider says has ended, in a token that it sends by itself (OpenID Connect Back-Channel Logout 1.0).
     * @throws when the token is not the provider's, not for us, old, or no word of an ending
     */
    async endedByProvider(
      token: string,
    ): Promise<{ session: string | undefined; subject: string | undefined }> {
      const { issuer, jwks_uri: at } = (await configuration()).serverMetadata();
      keys ??= createRemoteJWKSet(new URL(at ?? ''));
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience: provider().clientId,
        requiredClaims: ['iat', 'jti', 'events'],
        maxTokenAge: 120,
        clockTolerance: 30,
      });
      const { sid, sub, events, nonce } = payload;
      const named = provider().subjectClaim === 'sub' ? sub : undefined;
      if (!Object.hasOwn(Object(events), logoutEvent) || nonce !== undefined || (sid ?? named) === undefined)
        throw new Error('the token ends nothing');
      return { session: typeof sid === 'string' ? sid : undefined, subject: named };
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
/** By what the account is found. @throws SignInFailed when the provider does not say it */
function subjectOf(told: Record<string, unknown>, { subjectClaim, subjectKey }: IdentityProvider): string {
  const named = told[subjectClaim];
  if (typeof named !== 'string' || named === '')
    throw new SignInFailed('provider-refused', new Error(`the provider did not tell ${subjectClaim}`));
  return subjectKey === undefined || subjectClaim === 'sub' ? named : namelessSubject(subjectKey, named);
}

/** The names in a claim of groups: a list, or one name. Without the claim there are none. */
function groupsOf(claim: unknown): string[] {
  const list = Array.isArray(claim) ? claim : [claim];
  return list.filter((name): name is string => typeof name === 'string' && name !== '');
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
