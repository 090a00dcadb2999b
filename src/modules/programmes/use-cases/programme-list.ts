import { z } from 'zod';
import { holds } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { findVersionOn, listProgrammes } from '../db/programmes.db.ts';
import { boardPeriods, lateReports } from '../domain/board.ts';
import { checkProgramme } from '../domain/check.ts';
import { programmeKinds, programmeSorts } from '../domain/codes.ts';
import { countParts } from '../domain/content.ts';
import { readsProgrammes } from '../policies.ts';
import { pictureOn } from './picture.ts';
import { nameOf } from './programme-board.ts';

/** All programmes with what is due in each. */
export const programmeList = defineUseCase({
  name: 'programmes.list',
  purpose: 'steering',
  input: listInput({ sorts: programmeSorts, filters: { kind: z.enum(programmeKinds) } }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'programmes and their promises, nobody’s data' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const list = [];
    for (const programme of await listProgrammes(context)) {
      const picture = await pictureOn(context, programme.programmeId, context.today);
      const version = picture?.version ?? (await findVersionOn(context, programme.programmeId, '9999-12-31'));
      if (!version) continue;
      const { content } = version;
      const next =
        picture && boardPeriods(picture, context.today).find(({ dueOn }) => dueOn >= context.today);
      list.push({
        programmeId: programme.programmeId,
        kind: programme.kind,
        name: content.name,
        language: content.language,
        owner: await nameOf(context, programme.organisationId),
        validFrom: content.validFrom,
        validTo: content.validTo,
        reviewOn: content.reviewOn,
        ended: content.validTo !== undefined && content.validTo < context.today,
        counts: countParts(content),
        findings: checkProgramme(content, context.today).length,
        late: picture ? lateReports(picture, context.today).length : 0,
        nextDueOn: next?.dueOn,
      });
    }
    const page = pageFromRows(
      list,
      {
        name: 'programmes',
        id: ({ programmeId }) => programmeId,
        sorts: {
          name: ({ name }) => [name],
          valid: ({ validFrom, name }) => [validFrom, name],
          late: ({ late, name }) => [late, name],
        },
        sort: 'name',
        search: ({ name, owner }) => [name, owner],
        filters: { kind: ({ kind }, kinds) => kinds.includes(kind) },
      },
      asked,
    );
    return page.ok ? ok({ ...page.value, actions: { begin: holds(context, 'programmes:begin') } }) : page;
  },
});
