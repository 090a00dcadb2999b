import { sql } from 'kysely';
import type { Handle } from '#access';
import { newId } from '#kernel/ids.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import type { Audience, AudienceKind, BulletinState } from '../domain/codes.ts';

export interface Bulletin {
  bulletinId: string;
  titles: LocalisedText;
  texts: LocalisedText;
  state: BulletinState;
  authorId: string;
  changedAt: string;
  version: number;
  askedAt?: string;
  returnedWhy?: string;
  approvedBy?: string;
  publishedAt?: string;
}

const all = (handle: Handle) => handle.db.selectFrom('outreach.bulletin').selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

const bulletin = (row: Row): Bulletin => ({
  bulletinId: row.id,
  titles: row.titles,
  texts: row.texts,
  state: row.state as BulletinState,
  authorId: row.author_id,
  changedAt: row.changed_at,
  version: row.version,
  ...(row.asked_at === null ? {} : { askedAt: row.asked_at }),
  ...(row.returned_why === null ? {} : { returnedWhy: row.returned_why }),
  ...(row.approved_by === null ? {} : { approvedBy: row.approved_by }),
  ...(row.published_at === null ? {} : { publishedAt: row.published_at }),
});

const containing = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** Bulletins open to the viewer: those not out yet first, then the newest; with words, those that have them. */
export async function listBulletins(
  handle: Handle,
  of: { words?: string | undefined; state?: BulletinState | undefined; publicOnly?: boolean } = {},
): Promise<Bulletin[]> {
  const rows = await all(handle)
    .$if(of.state !== undefined, (query) => query.where('state', '=', of.state!))
    .$if(of.words !== undefined, (query) =>
      query.where(sql`titles::text || texts::text`, 'ilike', containing(of.words!)),
    )
    .$if(of.publicOnly === true, (query) => query.where(sql<boolean>`outreach.is_public(id)`, '=', true))
    .orderBy((by) => by.case().when('state', '=', 'published').then(1).else(0).end())
    .orderBy((by) => by.fn.coalesce('published_at', 'changed_at'), 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map(bulletin);
}

/** One bulletin, if the viewer may see it. */
export async function findBulletin(handle: Handle, bulletinId: string): Promise<Bulletin | undefined> {
  const row = await all(handle).where('id', '=', bulletinId).executeTakeFirst();
  return row && bulletin(row);
}

/** Begins a bulletin; the viewer is its author. */
export async function addBulletin(
  handle: Handle,
  draft: { titles: LocalisedText; texts: LocalisedText },
): Promise<string> {
  const id = newId();
  const now = handle.now.toISOString();
  await handle.db
    .insertInto('outreach.bulletin')
    .values({
      id,
      titles: JSON.stringify(draft.titles),
      texts: JSON.stringify(draft.texts),
      state: 'draft',
      author_id: handle.viewer.accountId!,
      made_at: now,
      changed_at: now,
      version: 1,
    })
    .execute();
  return id;
}

/** Changes the words: the viewer becomes the author, and an approval that was asked for is asked for anew. */
export async function rewriteBulletin(
  handle: Handle,
  bulletinId: string,
  draft: { titles: LocalisedText; texts: LocalisedText },
): Promise<void> {
  await handle.db
    .updateTable('outreach.bulletin')
    .set((by) => ({
      titles: JSON.stringify(draft.titles),
      texts: JSON.stringify(draft.texts),
      state: 'draft',
      author_id: handle.viewer.accountId!,
      changed_at: handle.now.toISOString(),
      version: by('version', '+', 1),
      asked_at: null,
    }))
    .where('id', '=', bulletinId)
    .execute();
}

/** Moves a bulletin on. */
export async function moveBulletin(
  handle: Handle,
  bulletinId: string,
  to: { state: 'waiting' } | { state: 'draft'; why: string } | { state: 'published' },
): Promise<void> {
  const now = handle.now.toISOString();
  await handle.db
    .updateTable('outreach.bulletin')
    .set({
      state: to.state,
      ...(to.state === 'waiting' ? { asked_at: now, returned_why: null } : {}),
      ...(to.state === 'draft' ? { asked_at: null, returned_why: to.why } : {}),
      ...(to.state === 'published' ? { approved_by: handle.viewer.accountId!, published_at: now } : {}),
    })
    .where('id', '=', bulletinId)
    .execute();
}

/** Takes a draft away with all that hangs on it. */
export async function removeBulletin(handle: Handle, bulletinId: string): Promise<void> {
  for (const table of ['outreach.audience', 'outreach.remark', 'outreach.contributor'] as const)
    await handle.db.deleteFrom(table).where('bulletin_id', '=', bulletinId).execute();
  await handle.db.deleteFrom('outreach.bulletin').where('id', '=', bulletinId).execute();
}

/** To whom it goes. */
export async function audiencesOf(handle: Handle, bulletinId: string): Promise<Audience[]> {
  const rows = await handle.db
    .selectFrom('outreach.audience')
    .select(['kind', 'value'])
    .where('bulletin_id', '=', bulletinId)
    .orderBy('kind')
    .orderBy('value')
    .execute();
  return rows.map((row) => ({ kind: row.kind as AudienceKind, value: row.value }));
}

/** Keeps to whom it goes, in the place of what stood there. */
export async function setAudiences(
  handle: Handle,
  bulletinId: string,
  audiences: readonly Audience[],
): Promise<void> {
  await handle.db.deleteFrom('outreach.audience').where('bulletin_id', '=', bulletinId).execute();
  if (audiences.length === 0) return;
  await handle.db
    .insertInto('outreach.audience')
    .values(audiences.map((one) => ({ bulletin_id: bulletinId, kind: one.kind, value: one.value })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Contributor {
  accountId: string;
  name: string;
  part: 'writer' | 'expert';
}

/** Who has had a hand in it, and who has been asked. */
export async function contributorsOf(handle: Handle, bulletinId: string): Promise<Contributor[]> {
  const rows = await handle.db
    .selectFrom('outreach.contributor as part')
    .innerJoin('access.account as account', 'account.id', 'part.account_id')
    .select(['part.account_id', 'account.name', 'part.part'])
    .where('part.bulletin_id', '=', bulletinId)
    .orderBy('part.part', 'desc')
    .orderBy(sql`account.name collate kernel_finnish`)
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    part: row.part as 'writer' | 'expert',
  }));
}

/** Notes that somebody writes in it, or is asked as an expert. */
export async function addContributor(
  handle: Handle,
  bulletinId: string,
  accountId: string,
  part: 'writer' | 'expert',
): Promise<void> {
  await handle.db
    .insertInto('outreach.contributor')
    .values({ bulletin_id: bulletinId, account_id: accountId, part })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What has been said of a draft, the oldest first. */
export async function remarksOf(
  handle: Handle,
  bulletinId: string,
): Promise<{ remarkId: string; name: string; at: string; text: string }[]> {
  const rows = await handle.db
    .selectFrom('outreach.remark as remark')
    .innerJoin('access.account as account', 'account.id', 'remark.account_id')
    .select(['remark.id', 'account.name', 'remark.at', 'remark.text'])
    .where('remark.bulletin_id', '=', bulletinId)
    .orderBy('remark.at')
    .execute();
  return rows.map((row) => ({ remarkId: row.id, name: row.name, at: row.at, text: row.text }));
}

/** Adds a remark of the viewer. */
export async function addRemark(handle: Handle, bulletinId: string, text: string): Promise<void> {
  await handle.db
    .insertInto('outreach.remark')
    .values({
      id: newId(),
      bulletin_id: bulletinId,
      account_id: handle.viewer.accountId!,
      at: handle.now.toISOString(),
      text,
    })
    .execute();
}

/**
 * The accounts that the audiences reach today, with the language of each: people in a role, of an organisation, or of the
 * organisations that serve a municipality. The public and the media have none. Asked with the house's eyes.
 */
export async function accountsOf(
  handle: Handle,
  audiences: readonly Audience[],
): Promise<{ accountId: string; language: 'fi' | 'sv' | 'en' }[]> {
  const valuesOf = (kind: AudienceKind) =>
    audiences.filter((one) => one.kind === kind).map((one) => one.value);
  const [inRoles, ofOrganisations, ofMunicipalities] = [
    valuesOf('role'),
    valuesOf('organisation'),
    valuesOf('municipality'),
  ];
  if (inRoles.length + ofOrganisations.length + ofMunicipalities.length === 0) return [];
  const { rows } = await sql<{ id: string; language: 'fi' | 'sv' | 'en' }>`
    select distinct a.id, a.language from access.account a
      join access.role_assignment r on r.account_id = a.id
     where a.disabled_at is null and ${handle.today}::date between r.valid_from and coalesce(r.valid_to, 'infinity')
       and (r.role = any (${inRoles}::text[])
         or r.organisation_id::text = any (${ofOrganisations}::text[])
         or (r.role <> 'client' and r.organisation_id in (
              select o.id from networks.organisation o where o.municipality_code = any (${ofMunicipalities}::text[]))))
     order by a.id`.execute(handle.db);
  return rows.map((row) => ({ accountId: row.id, language: row.language }));
}

/** Notes in the log of sending to whom it went; those who have it already are passed over. */
export async function addDeliveries(
  handle: Handle,
  bulletinId: string,
  accountIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < accountIds.length; from += 1_000)
    await handle.db
      .insertInto('outreach.delivery')
      .values(
        accountIds.slice(from, from + 1_000).map((account_id) => ({
          bulletin_id: bulletinId,
          account_id,
          sent_at: handle.now.toISOString(),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** How many were sent a bulletin and how many have read it. Asked with the house's eyes. */
export async function deliveriesOf(
  handle: Handle,
  bulletinId: string,
): Promise<{ sent: number; read: number }> {
  return handle.db
    .selectFrom('outreach.delivery')
    .select((by) => [by.fn.countAll<number>().as('sent'), by.fn.count<number>('read_at').as('read')])
    .where('bulletin_id', '=', bulletinId)
    .executeTakeFirstOrThrow();
}

/** Marks a bulletin as read by the viewer, the first time only. */
export async function markBulletinRead(handle: Handle, bulletinId: string): Promise<void> {
  await handle.db
    .updateTable('outreach.delivery')
    .set({ read_at: handle.now.toISOString() })
    .where('bulletin_id', '=', bulletinId)
    .where('account_id', '=', handle.viewer.accountId ?? null)
    .where('read_at', 'is', null)
    .execute();
}

/** Names of accounts by id, as far as the handle may see them. */
export async function namesOfAccounts(
  handle: Handle,
  ids: readonly (string | undefined)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== undefined);
  if (wanted.length === 0) return new Map();
  const rows = await handle.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Accounts that hold one of these roles today. Asked with the house's eyes. */
export async function accountsInRoles(
  handle: Handle,
  roles: readonly string[],
): Promise<{ accountId: string; name: string }[]> {
  const rows = await handle.db
    .selectFrom('access.account as account')
    .innerJoin('access.role_assignment as held', 'held.account_id', 'account.id')
    .select(['account.id', 'account.name'])
    .distinct()
    .where('account.disabled_at', 'is', null)
    .where('held.role', 'in', roles)
    .where('held.valid_from', '<=', handle.today)
    .where((is) => is.or([is('held.valid_to', 'is', null), is('held.valid_to', '>=', handle.today)]))
    .orderBy('account.name')
    .execute();
  return rows.map((row) => ({ accountId: row.id, name: row.name }));
}
