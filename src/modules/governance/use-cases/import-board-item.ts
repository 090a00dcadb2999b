import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addItemFromDraft, findBodyByName, findItemLike } from '../db/items.db.ts';
import { BoardItemDraft } from '../domain/draft.ts';
import { canonical, findingsOf } from '../domain/reading.ts';

/**
 * Keeps an item of a municipal board as it was read from its document (GOV-01, ARE-10). A dry run looks and changes
 * nothing. The same content again, under any file name, is the item that is there already; another content with the same
 * body, day and section is refused, because somebody has to choose between the two.
 */
export const importBoardItem = defineUseCase({
  name: 'governance.import-board-item',
  purpose: 'steering',
  input: z.object({ draft: BoardItemDraft, dryRun: z.boolean().default(false) }),
  policy: may('bodies:found'),
  audit: { kind: 'none', why: 'a public document of a municipality; officials stand in it in their office' },
  refusals: ['item-differs'],
  async run(context, { draft, dryRun }) {
    const { name: _file, ...source } = draft.source;
    const hash = createHash('sha256')
      .update(canonical({ ...draft, source }))
      .digest('hex');
    return actingAsSystem(context, 'a body that nobody keeps here yet has no secretary', async (system) => {
      const bodyId = await findBodyByName(system, draft.body.name, draft.municipality?.value);
      const there = await findItemLike(system, {
        hash,
        bodyId,
        day: draft.meetingOn.value,
        section: draft.section?.value,
      });
      if (there && !there.same)
        return err({
          code: 'item-differs',
          details: { itemId: there.itemId, section: draft.section?.value },
        });
      const kept = there || dryRun ? undefined : await addItemFromDraft(system, draft, hash, bodyId);
      return ok({
        /** Absent in a dry run of an item that is not there yet. */
        itemId: there?.itemId ?? kept?.itemId,
        alreadyThere: there !== undefined,
        newBody: bodyId === undefined,
        /** The topmost of what was new; the rest lies under it. */
        made: kept && { table: `governance.${kept.made}` as const, id: kept.madeId },
        findings: findingsOf(draft),
        counts: {
          parts: draft.parts.length,
          outcomes: draft.outcomes.length,
          money: draft.money.length,
          commitments: draft.commitments.length,
          receivers: draft.distribution.length,
          attachments: draft.attachments.length,
        },
      });
    });
  },
});
