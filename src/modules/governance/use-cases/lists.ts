import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBody } from '../db/bodies.db.ts';
import { addEntry, addList, dropEntry, dropList, type ListEntry, listsOf } from '../db/lists.db.ts';
import { addReceiver, receiversOf } from '../db/receivers.db.ts';
import { keepsBody, keepsGovernance } from '../policies.ts';
import { maybe, words } from './inputs.ts';
import { keptItem } from './kept.ts';

const why = 'who is told of decisions, by position; an account is an official or a trustee';

/** Is the receiver among these already: by account, or by the same position and organisation? */
export const isAmong = (those: readonly ListEntry[], entry: ListEntry): boolean =>
  those.some(
    (one) =>
      (entry.accountId !== undefined && one.accountId === entry.accountId) ||
      (one.position === entry.position && one.organisation === entry.organisation),
  );

/** Keeps a distribution list with a body: empty, or with those who are on the list of an item (COM-08). */
export const keepList = defineUseCase({
  name: 'governance.keep-list',
  purpose: 'steering',
  input: z.object({ bodyId: Id, name: words(200), fromItemId: Id.optional() }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'list-there-already'],
  async run(handle, { bodyId, name, fromItemId }) {
    if (!(await findBody(handle, bodyId))) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, bodyId))) return err({ code: 'not-secretary' });
    if ((await listsOf(handle, bodyId)).some((one) => one.name === name))
      return err({ code: 'list-there-already', field: 'name' });
    const entries = fromItemId === undefined ? [] : await receiversOf(handle, fromItemId);
    return ok({ listId: await addList(handle, { bodyId, name, entries }) });
  },
});

/** Puts a receiver on a list of a body, takes one off, or takes the whole list away. */
export const changeList = defineUseCase({
  name: 'governance.change-list',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    listId: Id,
    change: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('add'),
        position: words(300),
        organisation: maybe(200),
        accountId: Id.optional(),
      }),
      z.object({ kind: z.literal('drop'), entryId: Id }),
      z.object({ kind: z.literal('remove') }),
    ]),
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'on-the-list'],
  async run(handle, { bodyId, listId, change }) {
    if (!(await findBody(handle, bodyId))) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, bodyId))) return err({ code: 'not-secretary' });
    const list = (await listsOf(handle, bodyId)).find((one) => one.listId === listId);
    if (!list) return err({ code: 'not-found' });
    if (change.kind === 'remove') await dropList(handle, listId);
    else if (change.kind === 'drop') await dropEntry(handle, listId, change.entryId);
    else {
      if (isAmong(list.entries, change)) return err({ code: 'on-the-list', field: 'position' });
      await addEntry(handle, listId, list.entries.length + 1, change);
    }
    return ok();
  },
});

/**
 * Puts everybody of a body's list on the distribution of an item, those excepted who are there already. The rows are the
 * item's own from then on: a later change of the list changes no mark of sending or reading.
 */
export const useList = defineUseCase({
  name: 'governance.use-list',
  purpose: 'steering',
  input: z.object({ itemId: Id, listId: Id }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'all-on-the-list'],
  async run(handle, { itemId, listId }) {
    const kept = await keptItem(handle, itemId);
    if (!kept.ok) return kept;
    const list = (await listsOf(handle, kept.value.item.bodyId)).find((one) => one.listId === listId);
    if (!list) return err({ code: 'not-found' });
    const there = await receiversOf(handle, itemId);
    const added = list.entries.filter((one) => !isAmong(there, one));
    if (added.length === 0) return err({ code: 'all-on-the-list' });
    for (const { position, organisation, accountId } of added)
      await addReceiver(handle, { itemId, position, organisation, accountId });
    return ok({ added: added.length });
  },
});
