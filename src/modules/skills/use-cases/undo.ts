import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changesOfAct } from '../db/changes.db.ts';
import { findState } from '../db/parts.db.ts';
import { fingerprint } from '../domain/fingerprint.ts';
import { reversed } from '../domain/history.ts';
import { sameState } from '../domain/parts.ts';
import { writesSkills } from '../policies.ts';
import { latestAuthor, openAct, writePart, writesAll } from './write-part.ts';

/**
 * Takes back everything that was done in one act, whoever did it, when nothing of it has been changed since. The
 * taking back is a change with its own author.
 */
export const undo = defineUseCase({
  name: 'skills.undo',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, actId: Id }),
  policy: writesSkills,
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['act-not-found', 'changed-meanwhile', 'already-there', 'may-not-undo'],
  async run(context, { clientId, actId }) {
    const act = await openAct(context, clientId, actId);
    const changes = await changesOfAct(context, clientId, actId);
    if (changes.length === 0) return err({ code: 'act-not-found' });
    const parts = changes.map((change) => change.part);
    if (!(await writesAll(context, clientId, parts))) return err({ code: 'may-not-undo' });
    for (const { part, subject, before, after } of reversed(changes)) {
      const standing = await findState(context, clientId, part, subject);
      if (!sameState(standing, before)) {
        return err({
          code: 'changed-meanwhile',
          details: await latestAuthor(context, clientId, part, subject),
        });
      }
      const seen = standing === undefined ? undefined : fingerprint(standing);
      const kept = await writePart(context, act, { part, subject, next: after, seen });
      if (!kept.ok)
        return err({ code: kept.error.code === 'already-there' ? 'already-there' : 'changed-meanwhile' });
    }
    return ok({ changes: changes.length });
  },
});
