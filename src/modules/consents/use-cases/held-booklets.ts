import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { bookletNumber, bookletsHeld } from '../db/disclosures.db.ts';
import { receivesProfiles } from '../policies.ts';

/** The booklets that the viewer has printed and not confirmed destroyed, by number, and copies to be destroyed in the viewer’s systems; those asked for first. */
export const heldBooklets = defineUseCase({
  name: 'consents.held-booklets',
  purpose: 'recruitment',
  input: z.object({}),
  policy: receivesProfiles,
  audit: { kind: 'none', why: 'numbers of own papers; nobody is named' },
  refusals: [],
  async run(context) {
    const held = await bookletsHeld(context);
    return ok(
      held.map((row) => ({
        id: row.id,
        form: row.form as 'print' | 'api',
        number: bookletNumber(row.id),
        printedAt: row.disclosedAt,
        destructionAskedAt: row.destructionAskedAt ?? undefined,
      })),
    );
  },
});
