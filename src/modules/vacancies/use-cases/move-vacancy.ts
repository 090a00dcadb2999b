import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findVacancy, insertStep, updateVacancy } from '../db/vacancies.db.ts';
import { movesFrom, states, validUntil } from '../domain/states.ts';
import { mayWriteNeed, writesNeeds } from '../policies.ts';

/**
 * Moves a need to another state, with author and instant (JOB-01). To the same state, or to confirmed, means that it was
 * verified today; a published one becomes open to everybody.
 */
export const moveVacancy = defineUseCase({
  name: 'vacancies.move',
  purpose: 'business-service',
  input: z.object({ vacancyId: Id, to: z.enum(states), note: z.string().trim().max(500).optional() }),
  policy: writesNeeds,
  audit: { kind: 'none', why: 'A need of a company; no person is spoken of.' },
  refusals: ['vacancy-not-found', 'not-own-need', 'move-not-open'],
  async run(context, { vacancyId, to, note }) {
    const row = await findVacancy(context, vacancyId);
    if (!row) return err({ code: 'vacancy-not-found' });
    if (!mayWriteNeed(context, row.companyId)) return err({ code: 'not-own-need' });
    if (!movesFrom(row.state).includes(to))
      return err({ code: 'move-not-open', details: { from: row.state, to } });
    const verifies = to === 'confirmed' || to === 'published';
    await updateVacancy(context, vacancyId, {
      state: to,
      ...(to === 'published' ? { openness: 'open' } : {}),
      ...(verifies ? { verified_on: context.today, read_from_words: false } : {}),
      ...(verifies && row.validTo < validUntil(context.today, row.startsOn)
        ? { valid_to: validUntil(context.today, row.startsOn) }
        : {}),
    });
    await insertStep(context, vacancyId, to, note || undefined);
    return ok({ vacancyId, state: to });
  },
});
