import { z } from 'zod';
import { may, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import {
  addBulletin,
  addContributor,
  findBulletin,
  rewriteBulletin,
  setAudiences,
} from '../db/bulletins.db.ts';
import { type Audience, openAudiences } from '../domain/codes.ts';
import { texts } from './inputs.ts';
import { why } from './why.ts';

const Content = { titles: texts(200), texts: texts(20_000) };

/** To whom it goes, by the kinds of audience. */
const Audiences = z.object({
  open: z.array(z.enum(openAudiences)).default([]),
  role: z.array(z.enum(rolesWith('bulletins:receive'))).default([]),
  organisation: z.array(Id).max(100).default([]),
  municipality: z.array(z.string().trim().min(1).max(10)).max(100).default([]),
});

const audiencesFrom = ({ open, ...named }: z.infer<typeof Audiences>): Audience[] => [
  ...open.map((kind) => ({ kind, value: '' })),
  ...(['role', 'organisation', 'municipality'] as const).flatMap((kind) =>
    named[kind].map((value) => ({ kind, value })),
  ),
];

/** Begins a bulletin, or changes one that is not out. A change takes an approval that was asked for back to a draft. */
export const saveBulletin = defineUseCase({
  name: 'outreach.save-bulletin',
  purpose: 'public-information',
  input: z.object({
    bulletinId: Id.optional(),
    /** The version that is changed: over another one nothing is written. */
    version: z.int().optional(),
    ...Content,
    audiences: Audiences.prefault({}),
  }),
  policy: may('bulletins:write'),
  audit: { kind: 'none', why: why.bulletins },
  refusals: ['not-found', 'published-already', 'written-meanwhile'],
  async run(context, { bulletinId, version, audiences, ...content }) {
    let id = bulletinId;
    if (id === undefined) id = await addBulletin(context, content);
    else {
      const before = await findBulletin(context, id);
      if (!before) return err({ code: 'not-found' });
      if (before.state === 'published') return err({ code: 'published-already' });
      if (version !== undefined && before.version !== version) return err({ code: 'written-meanwhile' });
      await rewriteBulletin(context, id, content);
    }
    await addContributor(context, id, context.viewer.accountId!, 'writer');
    await setAudiences(context, id, audiencesFrom(audiences));
    return ok({ bulletinId: id });
  },
});
