import { describe, expect, it } from 'vitest';
import { safeReturn } from '#kernel/return-address.ts';
import { readSettings, SettingsError } from './config.ts';
import { doubts, inWords, refusedSettings } from './start-checks.ts';
import { sameToken, visitorCsrf } from './tokens.ts';

const good = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://polku_service:Kx9-vahva@db.example/polku',
  DATABASE_OWNER_URL: 'postgres://polku_owner:Qw7-vahva@db.example/polku',
  OIDC_ISSUER: 'https://id.example',
  OIDC_CLIENT_ID: 'polku',
  OIDC_CLIENT_SECRET: 'Zt5-vahva-salaisuus',
  POLKU_SECRET: 'a-secret-of-thirty-two-characters!',
  PUBLIC_URL: 'https://polku.example/',
};
const without = (name: keyof typeof good) => ({ ...good, [name]: undefined });

describe('settings', () => {
  it('start a demonstration with nothing given', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({ production: false, demonstration: true, port: 3000 });
    expect(refusedSettings(settings)).toEqual([]);
  });

  it('are doubted where all visitors would have the one address of a proxy', () => {
    expect(doubts(readSettings({}))).toEqual([]);
    expect(doubts(readSettings({ PUBLIC_URL: 'https://polku.example' })).join()).toContain(
      'POLKU_TRUST_PROXY',
    );
    expect(doubts(readSettings({ PUBLIC_URL: 'https://polku.example', POLKU_TRUST_PROXY: '1' }))).toEqual([]);
  });

  it('take an empty variable as absent, and cut the last slash of the address', () => {
    expect(readSettings({ DATABASE_URL: '', PUBLIC_URL: 'https://polku.example/' })).toMatchObject({
      database: { url: undefined },
      publicUrl: 'https://polku.example',
    });
  });

  it.each([
    [{ PORT: 'three' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID'],
    [{ POLKU_ACCEPT: 'everything' }, 'POLKU_ACCEPT'],
    [{ POLKU_SECRET: 'short' }, 'POLKU_SECRET'],
  ])('name the variable that cannot be used: %o', (environment, name) => {
    expect(() => readSettings(environment)).toThrow(SettingsError);
    expect(() => readSettings(environment)).toThrow(name);
  });
});

describe('production', () => {
  it.each([
    ['everything in order', good, []],
    ['no server', without('DATABASE_URL'), ['embedded-database']],
    ['no server, accepted', { ...without('DATABASE_URL'), POLKU_ACCEPT: 'embedded-database' }, []],
    [
      'another thing accepted',
      { ...without('DATABASE_URL'), POLKU_ACCEPT: 'default-secrets' },
      ['embedded-database'],
    ],
    ['no identity provider', without('OIDC_ISSUER'), ['demonstration-identities']],
    [
      'no identity provider, accepted',
      { ...without('OIDC_ISSUER'), POLKU_ACCEPT: 'demonstration-identities' },
      [],
    ],
    ['no secret', without('POLKU_SECRET'), ['default-secrets']],
    ['a short secret', { ...good, POLKU_SECRET: 'only-twenty-letters' }, ['default-secrets']],
    ['a known client secret', { ...good, OIDC_CLIENT_SECRET: 'change-me' }, ['default-secrets']],
    [
      'a known password of the database',
      { ...good, DATABASE_URL: 'postgres://app:polku@db.example/polku' },
      ['default-secrets'],
    ],
    [
      'a known password of the owner',
      { ...good, DATABASE_OWNER_URL: 'postgres://owner:postgres@db.example/polku' },
      ['default-secrets'],
    ],
    ['no address', without('PUBLIC_URL'), ['public-url']],
    ['an address without encryption', { ...good, PUBLIC_URL: 'http://polku.example' }, ['insecure']],
    ['an address of this machine', { ...good, PUBLIC_URL: 'http://localhost:3000' }, []],
    [
      'nothing at all',
      { NODE_ENV: 'production' },
      ['embedded-database', 'demonstration-identities', 'default-secrets', 'public-url'],
    ],
  ])('%s', (_name, environment, codes) => {
    expect(refusedSettings(readSettings(environment)).map((refusal) => refusal.code)).toEqual(codes);
  });

  it('says how to accept by name what can be accepted', () => {
    const words = inWords(refusedSettings(readSettings({ NODE_ENV: 'production' })));
    expect(words).toContain('POLKU_ACCEPT=embedded-database,demonstration-identities,default-secrets');
    expect(words).not.toContain('public-url');
  });
});

describe('addresses to go back to', () => {
  it.each([
    ['/clients?search=a#b', '/clients?search=a#b'],
    ['https://evil.example/', '/'],
    ['//evil.example/', '/'],
    ['/\\evil.example/', '/'],
    ['/\t/evil.example', '/'],
    ['/sign-in', '/'],
    ['/kirjaudu-ulos', '/'],
    ['clients', '/'],
    [undefined, '/'],
    [['/a', '/b'], '/'],
  ])('%s goes to %s', (given, wanted) => {
    expect(safeReturn(given)).toBe(wanted);
  });
});

describe('tokens of forms', () => {
  it('fit themselves alone', () => {
    const token = visitorCsrf('secret', 'visitor');
    expect(sameToken(token, token)).toBe(true);
    expect(sameToken(visitorCsrf('secret', 'other'), token)).toBe(false);
    expect(sameToken(visitorCsrf('another', 'visitor'), token)).toBe(false);
    expect(sameToken('', '')).toBe(false);
    expect(sameToken(undefined, token)).toBe(false);
  });
});
