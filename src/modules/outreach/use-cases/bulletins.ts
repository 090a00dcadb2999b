import { z } from 'zod';
import { actingAsSystem, anybody, type Handle } from '#access';
import { Id } from '#kernel/ids.ts';
import { inLanguage, type LocalisedText, missingLanguages } from '#kernel/localised.ts';
import { personalDataIn } from '#kernel/personal-data.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import {
  accountsInRoles,
  accountsOf,
  addBulletin,
  addContributor,
  addDeliveries,
  addRemark,
  audiencesOf,
  type Bulletin,
  contributorsOf,
  deliveriesOf,
  findBulletin,
  listBulletins,
  markBulletinRead,
  moveBulletin,
  namesOfAccounts,
  remarksOf,
  removeBulletin,
  rewriteBulletin,
  setAudiences,
} from '../db/bulletins.db.ts';
import { audienceKinds, audienceRoles, bulletinStates } from '../domain/codes.ts';
import { readabilityIn } from '../domain/readability.ts';
import { answersOut, approvesOut, isApprover, isWriter, writesOut } from '../policies.ts';
import { allWords, maybe, texts, words } from './inputs.ts';

const why = 'words for an audience and the officials who wrote them';

/** Bulletins that the viewer may see: drafts of those who write and approve, and those sent to the viewer or to all. */
export const bulletins = defineUseCase({
  name: 'outreach.bulletins',
  purpose: 'public-information',
  input: z
    .object({ words: maybe(100), state: z.enum(bulletinStates).optional() })
    .default({ words: undefined }),
  policy: anybody,
  audit: { kind: 'none', why },
  refusals: [],
  async run(handle, input) {
    const found = await listBulletins(handle, input);
    const names = await namesOfAccounts(
      handle,
      found.map((one) => one.authorId),
    );
    return ok({
      bulletins: found.map((one) => ({ ...one, author: names.get(one.authorId) })),
      actions: { write: isWriter(handle.viewer.role), approve: isApprover(handle.viewer.role) },
    });
  },
});

/** Public bulletins, for anybody; nothing of who wrote them. */
export const publicBulletins = defineUseCase({
  name: 'outreach.public-bulletins',
  purpose: 'public-information',
  input: z.object({ words: maybe(100) }).default({ words: undefined }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: [],
  async run(handle, input) {
    const found = await listBulletins(handle, { words: input.words, state: 'published', publicOnly: true });
    return ok({
      bulletins: found.map(({ bulletinId, titles, texts: body, publishedAt }) => ({
        bulletinId,
        titles,
        texts: body,
        publishedAt,
        readability: readabilityIn(body),
      })),
    });
  },
});

/** One bulletin; reading it is marked for the one it was sent to. Those who make it see how plain it is and what to check. */
export const openBulletin = defineUseCase({
  name: 'outreach.open-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id }),
  policy: anybody,
  audit: { kind: 'none', why },
  refusals: ['not-found'],
  async run(handle, { bulletinId }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    const { viewer } = handle;
    if (bulletin.state === 'published' && viewer.accountId) await markBulletinRead(handle, bulletinId);
    const contributors = viewer.accountId ? await contributorsOf(handle, bulletinId) : [];
    const asked = contributors.some((one) => one.accountId === viewer.accountId);
    const making = isWriter(viewer.role) || isApprover(viewer.role) || asked;
    const wrote = wroteIt(bulletin, contributors, viewer.accountId);
    const open = bulletin.state !== 'published';
    const names = making
      ? await namesOfAccounts(handle, [bulletin.authorId, bulletin.approvedBy])
      : new Map<string, string>();
    const audiences = making ? await audiencesOf(handle, bulletinId) : [];
    const { sent, read } =
      making && !open
        ? await actingAsSystem(handle, 'how many, never who', (house) => deliveriesOf(house, bulletinId))
        : { sent: 0, read: 0 };
    const { titles, texts: body, state, publishedAt } = bulletin;
    return ok({
      bulletin: { bulletinId, titles, texts: body, state, publishedAt, version: bulletin.version },
      readability: readabilityIn(body),
      making: making
        ? {
            author: names.get(bulletin.authorId),
            approver: bulletin.approvedBy && names.get(bulletin.approvedBy),
            changedAt: bulletin.changedAt,
            returnedWhy: bulletin.returnedWhy,
            audiences,
            reach:
              audiences.length === 0 || !open
                ? undefined
                : (
                    await actingAsSystem(handle, 'how many, never who', (house) =>
                      accountsOf(house, audiences),
                    )
                  ).length,
            contributors,
            remarks: await remarksOf(handle, bulletinId),
            checks: checksOf(bulletin),
            delivered: { sent, read },
          }
        : undefined,
      experts:
        open && isWriter(viewer.role)
          ? await accountsInRoles(handle, ['expert', 'business', 'youth', 'project', 'area-manager', 'board'])
          : [],
      actions: {
        write: open && isWriter(viewer.role),
        remark: open && making,
        ask: state === 'draft' && isWriter(viewer.role) && audiences.length > 0,
        approve: state === 'waiting' && isApprover(viewer.role) && !wrote,
        /** Why an approver may not approve: an own text. */
        ownWords: state === 'waiting' && isApprover(viewer.role) && wrote,
        remove: state === 'draft' && isWriter(viewer.role),
      },
    });
  },
});

const wroteIt = (
  bulletin: Bulletin,
  contributors: readonly { accountId: string; part: string }[],
  accountId: string | undefined,
) =>
  bulletin.authorId === accountId ||
  contributors.some((one) => one.part === 'writer' && one.accountId === accountId);

/** What the writer and the approver look at before it goes out. */
function checksOf({ titles, texts: body }: { titles: LocalisedText; texts: LocalisedText }) {
  return {
    missing: [...new Set([...missingLanguages(titles), ...missingLanguages(body)])],
    personal: personalDataIn(allWords(titles, body)),
    readability: readabilityIn(body),
  };
}

const Content = { titles: texts(200), texts: texts(20_000) };
const AudienceInput = z
  .object({ kind: z.enum(audienceKinds), value: z.string().trim().max(100).default('') })
  .refine(
    ({ kind, value }) =>
      kind === 'public' || kind === 'media'
        ? value === ''
        : kind === 'role'
          ? (audienceRoles as readonly string[]).includes(value)
          : value !== '',
    { error: 'no-such-audience' },
  );

/** Begins a bulletin, or changes one that is not out. A change takes an approval that was asked for back to a draft. */
export const saveBulletin = defineUseCase({
  name: 'outreach.save-bulletin',
  purpose: 'public-information',
  input: z.object({
    bulletinId: Id.optional(),
    /** The version that was read before writing: a change of somebody else in between is not lost. */
    version: z.coerce.number().int().optional(),
    ...Content,
    audiences: z.array(AudienceInput).max(100),
  }),
  policy: writesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'published-already', 'changed-meanwhile'],
  async run(handle, { bulletinId, version, audiences, ...content }) {
    let id = bulletinId;
    if (id === undefined) id = await addBulletin(handle, content);
    else {
      const before = await findBulletin(handle, id);
      if (!before) return err({ code: 'not-found' });
      if (before.state === 'published') return err({ code: 'published-already' });
      if (version !== undefined && version !== before.version) return err({ code: 'changed-meanwhile' });
      await rewriteBulletin(handle, id, content);
    }
    await addContributor(handle, id, handle.viewer.accountId!, 'writer');
    await setAudiences(handle, id, audiences);
    return ok({ bulletinId: id });
  },
});

/** Asks somebody who knows the matter to look at a draft (COM-09). */
export const askExpert = defineUseCase({
  name: 'outreach.ask-expert',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id, accountId: Id }),
  policy: writesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'published-already'],
  async run(handle, { bulletinId, accountId }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state === 'published') return err({ code: 'published-already' });
    await addContributor(handle, bulletinId, accountId, 'expert');
    await notify(handle, {
      accountId,
      kind: 'bulletin-expert-asked',
      params: { title: inLanguage(bulletin.titles, 'fi').text },
      link: `/bulletins/${bulletinId}`,
    });
    return ok();
  },
});

/** Says something of a draft: a writer, an expert who was asked, or an approver. */
export const remarkBulletin = defineUseCase({
  name: 'outreach.remark-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id, text: words(2_000) }),
  policy: answersOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'published-already', 'not-asked'],
  async run(handle, { bulletinId, text }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state === 'published') return err({ code: 'published-already' });
    const asked = (await contributorsOf(handle, bulletinId)).some(
      (one) => one.accountId === handle.viewer.accountId,
    );
    const { role } = handle.viewer;
    if (!asked && !isWriter(role) && !isApprover(role)) return err({ code: 'not-asked' });
    await addRemark(handle, bulletinId, text);
    return ok();
  },
});

/** Asks for approval. An identity code in the words is never let further; approvers who did not write are told. */
export const askApproval = defineUseCase({
  name: 'outreach.ask-approval',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id }),
  policy: writesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'asked-already', 'audience-missing', 'identity-code-in-text'],
  async run(handle, { bulletinId }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'draft') return err({ code: 'asked-already' });
    if ((await audiencesOf(handle, bulletinId)).length === 0) return err({ code: 'audience-missing' });
    if (checksOf(bulletin).personal.some((one) => one.kind === 'identity-code'))
      return err({ code: 'identity-code-in-text' });
    await moveBulletin(handle, bulletinId, { state: 'waiting' });
    await tellApprovers(handle, bulletin, await contributorsOf(handle, bulletinId));
    return ok();
  },
});

async function tellApprovers(
  handle: Handle,
  bulletin: Bulletin,
  contributors: readonly { accountId: string; part: string }[],
): Promise<void> {
  const approvers = await accountsInRoles(handle, ['comms', 'area-manager', 'board']);
  await notify(
    handle,
    ...approvers
      .filter((one) => !wroteIt(bulletin, contributors, one.accountId))
      .map((one) => ({
        accountId: one.accountId,
        kind: 'bulletin-to-approve',
        params: { title: inLanguage(bulletin.titles, 'fi').text },
        link: `/bulletins/${bulletin.bulletinId}`,
      })),
  );
}

/**
 * Approves and sends: nothing goes out without an approver who did not write it. A phone number or an address of e-mail in
 * the words is confirmed by the approver; an identity code is never let out.
 */
export const approveBulletin = defineUseCase({
  name: 'outreach.approve-bulletin',
  purpose: 'public-information',
  input: z.object({
    bulletinId: Id,
    /** The version that was read: what has changed since is read again. */
    version: z.coerce.number().int(),
    confirmed: z.boolean().default(false),
  }),
  policy: approvesOut,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-waiting',
    'own-words',
    'changed-meanwhile',
    'identity-code-in-text',
    'personal-data-unconfirmed',
  ],
  async run(handle, { bulletinId, version, confirmed }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'waiting') return err({ code: 'not-waiting' });
    if (bulletin.version !== version) return err({ code: 'changed-meanwhile' });
    const contributors = await contributorsOf(handle, bulletinId);
    if (wroteIt(bulletin, contributors, handle.viewer.accountId)) return err({ code: 'own-words' });
    const { personal } = checksOf(bulletin);
    if (personal.some((one) => one.kind === 'identity-code')) return err({ code: 'identity-code-in-text' });
    if (personal.length > 0 && !confirmed)
      return err({ code: 'personal-data-unconfirmed', field: 'confirmed' });
    await moveBulletin(handle, bulletinId, { state: 'published' });
    const sent = await actingAsSystem(handle, 'a bulletin is delivered to its audience', async (house) => {
      const receivers = await accountsOf(house, await audiencesOf(house, bulletinId));
      await addDeliveries(
        house,
        bulletinId,
        receivers.map((one) => one.accountId),
      );
      await notify(
        house,
        ...receivers.map(({ accountId, language }) => ({
          accountId,
          kind: 'bulletin-published',
          params: { title: inLanguage(bulletin.titles, language).text },
          link: `/bulletins/${bulletinId}`,
        })),
      );
      return receivers.length;
    });
    return ok({ sent });
  },
});

/** Gives a bulletin back to its writers, with the reason. */
export const returnBulletin = defineUseCase({
  name: 'outreach.return-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id, why: words(1_000) }),
  policy: approvesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-waiting'],
  async run(handle, { bulletinId, why: reason }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'waiting') return err({ code: 'not-waiting' });
    await moveBulletin(handle, bulletinId, { state: 'draft', why: reason });
    if (bulletin.authorId !== handle.viewer.accountId)
      await notify(handle, {
        accountId: bulletin.authorId,
        kind: 'bulletin-returned',
        params: { title: inLanguage(bulletin.titles, 'fi').text, why: reason },
        link: `/bulletins/${bulletinId}`,
      });
    return ok();
  },
});

/** Takes a draft away. What has been out stays. */
export const removeBulletinDraft = defineUseCase({
  name: 'outreach.remove-bulletin',
  purpose: 'public-information',
  input: z.object({ bulletinId: Id }),
  policy: writesOut,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-a-draft'],
  async run(handle, { bulletinId }) {
    const bulletin = await findBulletin(handle, bulletinId);
    if (!bulletin) return err({ code: 'not-found' });
    if (bulletin.state !== 'draft') return err({ code: 'not-a-draft' });
    await removeBulletin(handle, bulletinId);
    return ok();
  },
});
