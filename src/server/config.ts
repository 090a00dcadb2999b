import { join, resolve } from 'node:path';
import { z } from 'zod';

/** What production refuses unless it is accepted by this name in POLKU_ACCEPT. */
export const acceptances = ['embedded-database', 'demonstration-identities', 'default-secrets'] as const;
export type Acceptance = (typeof acceptances)[number];

/** The secret used when none is given. Everybody can read it here, so production refuses it. */
export const defaultSecret = 'polku-demonstration-secret';

/** Requests a minute from one address at the most. */
export interface Rates {
  readonly pages: number;
  readonly signIn: number;
  readonly api: number;
}

/** Everything that differs between one installation and another. */
export interface Settings {
  readonly production: boolean;
  /** True without an outer identity provider: people are invented and anybody may act as anybody. */
  readonly demonstration: boolean;
  readonly database: {
    readonly url?: string | undefined;
    readonly ownerUrl?: string | undefined;
    readonly reportsUrl?: string | undefined;
    readonly connections: number;
  };
  /** Folder of everything that this process writes: the embedded database, backups, mail, the anchor. */
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  /** The address that browsers use; without it http://localhost and the port. */
  readonly publicUrl?: string | undefined;
  /** Which proxies may tell the visitor's address: false, `loopback`, a list of addresses, or a number of hops. */
  readonly trustProxy: boolean | string | number;
  readonly identity?:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly scopes: readonly string[];
        readonly groupsClaim: string;
        readonly trustsEmail: boolean;
        /** Levels of identification of which one is required; none: whatever the provider gives. */
        readonly acr: readonly string[];
        /** The claim that names a person for good. Another than `sub` is kept only under the key. */
        readonly subjectClaim: string;
        readonly subjectKey: string | undefined;
      }
    | undefined;
  readonly secret: string;
  readonly session: { readonly idleMinutes: number; readonly absoluteHours: number };
  readonly accept: readonly Acceptance[];
  readonly anchorFile: string;
  readonly mailFolder: string;
  /** The mail server that takes the letters; without it they are laid into the folder and leave no machine. */
  readonly smtp?:
    | { readonly url: string; readonly from: { readonly name: string; readonly address: string } }
    | undefined;
  /** Number from which the demonstration area is made; undefined leaves the database empty. */
  readonly seed: number | undefined;
  readonly areaName?: string | undefined;
  readonly logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug';
  readonly rates: Rates;
  /** Of the memory that the process may use, the part beyond which it says it is not ready. */
  readonly memoryShare: number;
  /** Where metrics and traces go (OTLP over HTTP), and how often; undefined: nowhere. */
  readonly telemetry?:
    | {
        readonly endpoint: string;
        readonly service: string;
        readonly everyMs: number;
        /** Part of the requests of which a trace is kept. */
        readonly share: number;
      }
    | undefined;
  /** Where the log is streamed for a security centre: `file:`, `syslog+tcp:` or `syslog+tls:`. */
  readonly auditStream?: string | undefined;
  /** Whether Finnish is read with Voikko where this machine has it. */
  readonly voikko: boolean;
}

/** A setting that cannot be understood; the message names it and says what is wanted. */
export class SettingsError extends Error {}

const number = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);
const address = z.url({ protocol: /^https?$/ });
const database = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');

const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''));

const Environment = z
  .object({
    NODE_ENV: z.string().optional(),
    DATABASE_URL: database.optional(),
    DATABASE_OWNER_URL: database.optional(),
    DATABASE_REPORTS_URL: database.optional(),
    DATABASE_CONNECTIONS: number(10, 1, 200),
    PORT: number(3000, 0, 65_535),
    HOST: z.string().default('localhost'),
    PUBLIC_URL: address.optional(),
    POLKU_TRUST_PROXY: z.string().default('false'),
    POLKU_DATA: z.string().default('./data'),
    POLKU_SECRET: z.string().min(16, 'must have at least 16 characters').default(defaultSecret),
    POLKU_ACCEPT: z
      .string()
      .default('')
      .transform((text) => text.split(',').flatMap((name) => (name.trim() ? [name.trim()] : [])))
      .pipe(z.array(z.enum(acceptances, { error: `may name only ${acceptances.join(', ')}` }))),
    POLKU_AUDIT_ANCHOR: z.string().optional(),
    POLKU_MAIL_FOLDER: z.string().optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtps:// or smtp://' }).optional(),
    MAIL_FROM: z.email().optional(),
    POLKU_SEED: number(20_260, 0, 2 ** 31 - 1),
    POLKU_EMPTY: z.enum(['yes', 'no']).default('no'),
    POLKU_AREA_NAME: z.string().optional(),
    POLKU_LOG: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).optional(),
    POLKU_MEMORY_SHARE: z.coerce.number().min(0.1).max(1).default(0.9),
    POLKU_VOIKKO: z.enum(['auto', 'no']).default('auto'),
    OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
    OTEL_SERVICE_NAME: z.string().default('polku'),
    OTEL_METRIC_EXPORT_INTERVAL: number(60_000, 100, 3_600_000),
    OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(0.1),
    POLKU_AUDIT_STREAM: z
      .url({
        protocol: /^(file|syslog\+(tcp|tls))$/,
        error: 'must be file:///folder/name, syslog+tcp://host:port or syslog+tls://host:port',
      })
      .optional(),
    OIDC_ISSUER: address.optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_SCOPES: words.default(['email']).transform((scopes) => scopes.filter((scope) => scope !== 'openid')),
    OIDC_GROUPS_CLAIM: z.string().default('groups'),
    OIDC_TRUSTS_EMAIL: z.enum(['yes', 'no']).default('no'),
    OIDC_ACR: words.default([]),
    OIDC_SUBJECT_CLAIM: z.string().default('sub'),
    OIDC_SUBJECT_KEY: z.string().min(32, 'must have at least 32 characters').optional(),
    SESSION_IDLE_MINUTES: number(30, 1, 24 * 60),
    SESSION_ABSOLUTE_HOURS: number(10, 1, 7 * 24),
    RATE_PAGES: number(1_200, 1, 1_000_000),
    RATE_SIGN_IN: number(60, 1, 1_000_000),
    RATE_API: number(600, 1, 1_000_000),
  })
  .superRefine((given, context) => {
    if (given.SMTP_URL && !given.MAIL_FROM)
      context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'is needed with SMTP_URL' });
    if (given.OIDC_ISSUER && !given.OIDC_CLIENT_ID)
      context.addIssue({ code: 'custom', path: ['OIDC_CLIENT_ID'], message: 'is needed with OIDC_ISSUER' });
    if (given.OIDC_SUBJECT_CLAIM !== 'sub' && !given.OIDC_SUBJECT_KEY)
      context.addIssue({
        code: 'custom',
        path: ['OIDC_SUBJECT_KEY'],
        message: 'is needed with OIDC_SUBJECT_CLAIM: under it the claim is kept',
      });
    if (given.OIDC_ISSUER && !given.OIDC_CLIENT_SECRET)
      context.addIssue({
        code: 'custom',
        path: ['OIDC_CLIENT_SECRET'],
        message: 'is needed with OIDC_ISSUER',
      });
  });

/**
 * Reads the settings; the only place in the house that knows the environment.
 * @throws SettingsError when a value cannot be understood, naming each
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path[0]?.toString()}: ${issue.message}`);
    throw new SettingsError(`These settings cannot be used:\n${lines.join('\n')}`);
  }
  const given = parsed.data;
  const production = given.NODE_ENV === 'production';
  const folder = resolve(given.POLKU_DATA);
  return {
    production,
    demonstration: given.OIDC_ISSUER === undefined,
    database: {
      url: given.DATABASE_URL,
      ownerUrl: given.DATABASE_OWNER_URL,
      reportsUrl: given.DATABASE_REPORTS_URL,
      connections: given.DATABASE_CONNECTIONS,
    },
    folder,
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    trustProxy: trusted(given.POLKU_TRUST_PROXY),
    identity: given.OIDC_ISSUER
      ? {
          issuer: given.OIDC_ISSUER,
          clientId: given.OIDC_CLIENT_ID ?? '',
          clientSecret: given.OIDC_CLIENT_SECRET ?? '',
          scopes: given.OIDC_SCOPES,
          groupsClaim: given.OIDC_GROUPS_CLAIM,
          trustsEmail: given.OIDC_TRUSTS_EMAIL === 'yes',
          acr: given.OIDC_ACR,
          subjectClaim: given.OIDC_SUBJECT_CLAIM,
          subjectKey: given.OIDC_SUBJECT_KEY,
        }
      : undefined,
    secret: given.POLKU_SECRET,
    session: { idleMinutes: given.SESSION_IDLE_MINUTES, absoluteHours: given.SESSION_ABSOLUTE_HOURS },
    accept: given.POLKU_ACCEPT,
    anchorFile: resolve(given.POLKU_AUDIT_ANCHOR ?? join(folder, 'audit-anchor.txt')),
    smtp:
      given.SMTP_URL === undefined
        ? undefined
        : {
            url: given.SMTP_URL,
            from: { name: given.POLKU_AREA_NAME ?? 'Polku', address: given.MAIL_FROM ?? '' },
          },
    mailFolder: resolve(given.POLKU_MAIL_FOLDER ?? join(folder, 'mail')),
    seed: given.POLKU_EMPTY === 'yes' ? undefined : given.POLKU_SEED,
    areaName: given.POLKU_AREA_NAME,
    logLevel: given.POLKU_LOG ?? (production ? 'info' : 'warn'),
    rates: { pages: given.RATE_PAGES, signIn: given.RATE_SIGN_IN, api: given.RATE_API },
    memoryShare: given.POLKU_MEMORY_SHARE,
    telemetry: given.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          endpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, ''),
          service: given.OTEL_SERVICE_NAME,
          everyMs: given.OTEL_METRIC_EXPORT_INTERVAL,
          share: given.OTEL_TRACES_SAMPLER_ARG,
        }
      : undefined,
    auditStream: given.POLKU_AUDIT_STREAM,
    voikko: given.POLKU_VOIKKO === 'auto',
  };
}

function trusted(text: string): boolean | string | number {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}
