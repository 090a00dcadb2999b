import { sql } from 'kysely';
import { rolesWith, type ViewerContext } from '#access';
import { addRow, dropRows, setRows } from '#db/table-rows.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { inOrder } from '#lists';
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

const all = (context: ViewerContext) => context.db.selectFrom('outreach.bulletin').selectAll();
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

/** Bulletins open to the viewer; for the public page only those that everybody may read. */
export async function listBulletins(
  context: ViewerContext,
  of: { state?: BulletinState | undefined; publicOnly?: boolean } = {},
): Promise<Bulletin[]> {
  const rows = await all(context)
    .$if(of.state !== undefined, (query) => query.where('state', '=', of.state!))
    .$if(of.publicOnly === true, (query) => query.where(sql<boolean>`outreach.is_public(id)`, '=', true))
    .orderBy('id')
    .execute();
  return rows.map(bulletin);
}

/** One bulletin, if the viewer may see it. */
export async function findBulletin(
  context: ViewerContext,
  bulletinId: string,
): Promise<Bulletin | undefined> {
  const row = await all(context).where('id', '=', bulletinId).executeTakeFirst();
  return row && bulletin(row);
}

/** Begins a bulletin; the viewer is its author. */
export async function addBulletin(
  context: ViewerContext,
  draft: { titles: LocalisedText; texts: LocalisedText },
): Promise<string> {
  const now = context.now.toISOString();
  return addRow(context.db, 'outreach.bulletin', {
    titles: JSON.stringify(draft.titles),
    texts: JSON.stringify(draft.texts),
    state: 'draft',
    author_id: context.viewer.accountId!,
    made_at: now,
    changed_at: now,
    version: 1,
  });
}

/** Changes the words: the viewer becomes the author, and an approval that was asked for is asked for anew. */
export async function rewriteBulletin(
  context: ViewerContext,
  bulletinId: string,
  draft: { titles: LocalisedText; texts: LocalisedText },
): Promise<void> {
  await context.db
    .updateTable('outreach.bulletin')
    .set((by) => ({
      titles: JSON.stringify(draft.titles),
      texts: JSON.stringify(draft.texts),
      state: 'draft',
      author_id: context.viewer.accountId!,
      changed_at: context.now.toISOString(),
      version: by('version', '+', 1),
      asked_at: null,
    }))
    .where('id', '=', bulletinId)
    .execute();
}

/** Moves a bulletin on. */
export async function moveBulletin(
  context: ViewerContext,
  bulletinId: string,
  to: { state: 'waiting' } | { state: 'draft'; why: string } | { state: 'published' },
): Promise<void> {
  const now = context.now.toISOString();
  await setRows(context.db, 'outreach.bulletin', bulletinId, {
    state: to.state,
    ...(to.state === 'waiting' ? { asked_at: now, returned_why: null } : {}),
    ...(to.state === 'draft' ? { asked_at: null, returned_why: to.why } : {}),
    ...(to.state === 'published' ? { approved_by: context.viewer.accountId!, published_at: now } : {}),
  });
}

/** Takes a draft away with all that hangs on it. */
export async function removeBulletin(context: ViewerContext, bulletinId: string): Promise<void> {
  for (const table of ['outreach.audience', 'outreach.remark', 'outreach.contributor'] as const)
    await dropRows(context.db, table, { bulletin_id: bulletinId });
  await dropRows(context.db, 'outreach.bulletin', bulletinId);
}

/** To whom it goes. */
export async function audiencesOf(context: ViewerContext, bulletinId: string): Promise<Audience[]> {
  const rows = await context.db
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
  context: ViewerContext,
  bulletinId: string,
  audiences: readonly Audience[],
): Promise<void> {
  await dropRows(context.db, 'outreach.audience', { bulletin_id: bulletinId });
  if (audiences.length === 0) return;
  await context.db
    .insertInto('outreach.audience')
    .values(
      audiences.map((audience) => ({ bulletin_id: bulletinId, kind: audience.kind, value: audience.value })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface Contributor {
  accountId: string;
  name: string;
  part: 'writer' | 'expert';
}

/** Who has had a hand in it, and who has been asked. */
export async function contributorsOf(context: ViewerContext, bulletinId: string): Promise<Contributor[]> {
  const rows = await context.db
    .selectFrom('outreach.contributor as part')
    .innerJoin('access.account as account', 'account.id', 'part.account_id')
    .select(['part.account_id', 'account.name', 'part.part'])
    .where('part.bulletin_id', '=', bulletinId)
    .orderBy('part.part', 'desc')
    .orderBy(inOrder('account.name'))
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    part: row.part as 'writer' | 'expert',
  }));
}

/** Notes that somebody writes in it, or is asked as an expert. */
export async function addContributor(
  context: ViewerContext,
  bulletinId: string,
  accountId: string,
  part: 'writer' | 'expert',
): Promise<void> {
  await context.db
    .insertInto('outreach.contributor')
    .values({ bulletin_id: bulletinId, account_id: accountId, part })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What has been said of a draft, the oldest first. */
export async function remarksOf(
  context: ViewerContext,
  bulletinId: string,
): Promise<{ remarkId: string; name: string; at: string; text: string }[]> {
  const rows = await context.db
    .selectFrom('outreach.remark as remark')
    .innerJoin('access.account as account', 'account.id', 'remark.account_id')
    .select(['remark.id', 'account.name', 'remark.at', 'remark.text'])
    .where('remark.bulletin_id', '=', bulletinId)
    .orderBy('remark.at')
    .execute();
  return rows.map((row) => ({ remarkId: row.id, name: row.name, at: row.at, text: row.text }));
}

/** Adds a remark of the viewer. */
export async function addRemark(context: ViewerContext, bulletinId: string, text: string): Promise<void> {
  await addRow(context.db, 'outreach.remark', {
    bulletin_id: bulletinId,
    account_id: context.viewer.accountId!,
    at: context.now.toISOString(),
    text,
  });
}

/**
 * The accounts that the audiences reach today, with the language of each: people in a role, of an organisation, or of the
 * organisations that serve a municipality. The public and the media have none. Asked with the house's eyes.
 */
export async function accountsOf(
  context: ViewerContext,
  audiences: readonly Audience[],
): Promise<{ accountId: string; language: 'fi' | 'sv' | 'en' }[]> {
  const valuesOf = (kind: AudienceKind) =>
    audiences.filter((audience) => audience.kind === kind).map((audience) => audience.value);
  const [inRoles, ofOrganisations, ofMunicipalities] = [
    valuesOf('role'),
    valuesOf('organisation'),
    valuesOf('municipality'),
  ];
  if (inRoles.length + ofOrganisations.length + ofMunicipalities.length === 0) return [];
  const { rows } = await sql<{ id: string; language: 'fi' | 'sv' | 'en' }>`
    select distinct a.id, a.language from access.account a
      join access.role_assignment r on r.account_id = a.id
     where a.disabled_at is null and ${context.today}::date between r.valid_from and coalesce(r.valid_to, 'infinity')
       and (r.role = any (${inRoles}::text[])
         or r.organisation_id::text = any (${ofOrganisations}::text[])
         or (r.role <> all (${[...rolesWith('own-page:use')]}::text[]) and r.organisation_id in (
              select o.id from networks.organisation o where o.municipality_code = any (${ofMunicipalities}::text[]))))
     order by a.id`.execute(context.db);
  return rows.map((row) => ({ accountId: row.id, language: row.language }));
}

/** Notes in the log of sending to whom it went; those who have it already are passed over. */
export async function addDeliveries(
  context: ViewerContext,
  bulletinId: string,
  accountIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < accountIds.length; from += 1_000)
    await context.db
      .insertInto('outreach.delivery')
      .values(
        accountIds.slice(from, from + 1_000).map((account_id) => ({
          bulletin_id: bulletinId,
          account_id,
          sent_at: context.now.toISOString(),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** How many were sent a bulletin and how many have read it. Asked with the house's eyes. */
export async function deliveriesOf(
  context: ViewerContext,
  bulletinId: string,
): Promise<{ sent: number; read: number }> {
  return context.db
    .selectFrom('outreach.delivery')
    .select((by) => [by.fn.countAll<number>().as('sent'), by.fn.count<number>('read_at').as('read')])
    .where('bulletin_id', '=', bulletinId)
    .executeTakeFirstOrThrow();
}

/** Marks a bulletin as read by the viewer, the first time only. */
export async function markBulletinRead(context: ViewerContext, bulletinId: string): Promise<void> {
  await context.db
    .updateTable('outreach.delivery')
    .set({ read_at: context.now.toISOString() })
    .where('bulletin_id', '=', bulletinId)
    .where('account_id', '=', context.viewer.accountId ?? null)
    .where('read_at', 'is', null)
    .execute();
}

/** Names of accounts by id, as far as the handle may see them. */
export async function namesOfAccounts(
  context: ViewerContext,
  ids: readonly (string | undefined)[],
): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== undefined);
  if (wanted.length === 0) return new Map();
  const rows = await context.db
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
