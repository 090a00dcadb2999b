import { z } from 'zod';
import { may } from '#access';
import { denialsFrom } from '#audit';
import { addDays, type Day } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { officialNames } from '../db/accounts.db.ts';
import { bookletNumber, bookletsToDestroy } from '../db/disclosures.db.ts';
import { questionsTo } from '../db/questions.db.ts';
import { isLate } from '../domain/destruction.ts';

/** How many days a question about a look stands on the officer's first page. */
const questionDays = 30;

/**
 * What the data protection officer looks at first: tries that were denied today and yesterday, the questions that people
 * have put to the officer about a look (newest first), and the booklets and copies whose destruction has been asked for
 * and not confirmed (oldest first). Persons are ids.
 */
export const toWatch = defineUseCase({
  name: 'consents.to-watch',
  purpose: 'supervision',
  input: z.object({}),
  policy: may('log:search'),
  audit: { kind: 'none', why: 'counts, numbers of papers, and questions put to the viewer; persons are ids' },
  refusals: [],
  async run(context) {
    const yesterday = addDays(context.today, -1);
    const denials = await denialsFrom(context, yesterday);
    const denied = (day: Day) => ({ day, count: denials.get(day) ?? 0 });
    const booklets = await bookletsToDestroy(context);
    const holders = await officialNames(
      context,
      booklets.flatMap(({ holderId }) => holderId ?? []),
    );
    return ok({
      denied: { today: denied(context.today), yesterday: denied(yesterday) },
      questionDays,
      questions: await questionsTo(context, addDays(context.today, -questionDays)),
      booklets: booklets.map((row) => ({
        id: row.id,
        number: bookletNumber(row.id),
        form: row.form as 'print' | 'api',
        clientId: row.clientId ?? undefined,
        askedAt: row.destructionAskedAt!,
        late: isLate(row.destructionAskedAt!, context.today),
        holder: row.holderId === null ? undefined : holders.get(row.holderId),
      })),
    });
  },
});
