import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newId } from '#kernel/ids.ts';
import { type Role, roles, type Viewer } from '#kernel/viewer.ts';
import { modules } from '#server/modules.ts';
import { openTestApp, type TestApp } from '#test/fixtures/app.ts';
import { settlePeople } from '#test/fixtures/consents.ts';
import { type AnyUseCase, answerTo, changedRows, rowsOf, withEyes } from '#test/fixtures/refusals.ts';
import { simplestInput } from '#test/fixtures/simplest-input.ts';
import { walkUseCases } from '../../scripts/access-rules.ts';
import { serviceGroupCodes } from '../../src/modules/networks/domain/services.ts';

const useCases = Object.values(modules).flatMap((door) =>
  Object.values(door as unknown as Record<string, AnyUseCase>),
);

/** What the plainest input cannot know: names, codes and files that have a form. */
const known = {
  names: { fi: 'Nimi' },
  titles: { fi: 'Otsikko' },
  texts: { fi: 'Teksti' },
  questions: { fi: 'Kysymys' },
  answers: { fi: 'Vastaus' },
  groups: [serviceGroupCodes[0]],
  targetGroups: ['jobseekers'],
  text: 'Mistä saan apua?',
  period: '2026-2',
  municipalityCode: '491',
  nativeLanguage: 'fi',
  familyName: 'Keksitty',
  identified: 'by-birth-date',
  birthDate: '1990-01-01',
  businessId: '2296962-1',
  phone: '+358 40 000 0000',
  language: 'fi',
  bytes: new TextEncoder().encode('kuukausi;laji\n2024-01;palkat\n'),
  content: new TextEncoder().encode('%PDF-1.4'),
};

/** What the use case did is taken back also when it was done. */
const takenBack = (useCase: AnyUseCase): AnyUseCase => ({
  ...useCase,
  run: async (context, input, read) => {
    const result = await useCase.run(context, input, read);
    return result.ok ? { ok: false, error: { code: '(done)' } } : result;
  },
});

/**
 * Every use case is asked for what is not there, by somebody whom its policy lets through where there is such a one: it
 * answers by a refusal of its own, never by a fault, gives the viewer's eyes back, and leaves no row.
 */
describe('what is asked of something that is not there', () => {
  let app: TestApp;
  let viewers: Record<Role, Viewer>;
  let given: Record<string, unknown>;
  beforeAll(async () => {
    app = await openTestApp('embedded');
    const people = await settlePeople(app);
    const { ids } = people;
    given = { ...known, clientId: ids.client };
    const bound: Partial<Record<Role, Viewer>> = {
      client: people.client,
      business: people.adviser,
      employer: people.employer,
    };
    viewers = Object.fromEntries(
      roles.map((role) => [role, bound[role] ?? { ...people.expert, role }]),
    ) as Record<Role, Viewer>;
  });
  afterAll(() => app.close());

  it('is refused in words of the use case, never by a fault, and leaves nothing', async () => {
    const walked = new Map((await walkUseCases()).map((walk) => [walk.name, walk.answers]));
    const before = await rowsOf(app);
    const lines: string[] = [];
    for (const useCase of useCases) {
      const answers = walked.get(useCase.name)!;
      const [role] = (['always', 'rows', 'tied'] as const).flatMap((answer) =>
        [...roles, 'public' as const].filter((each) => answers[each] === answer),
      );
      if (role === undefined) continue;
      const viewer = role === 'public' ? { ...viewers.client, role } : viewers[role];
      for (const [what, more] of Object.entries({ '': {}, cut: { after: 'cut', cursor: 'cut' } })) {
        const plain = simplestInput(useCase.input as z.ZodType, newId(), given);
        const input = simplestInput(useCase.input as z.ZodType, newId(), { ...given, ...more });
        if (
          what !== '' &&
          JSON.stringify(Object.keys(input as object)) === JSON.stringify(Object.keys(plain as object))
        )
          continue;
        const said = await answerTo(app, viewer, withEyes(takenBack(useCase)), input);
        lines.push([`${useCase.name}${what && ` (${what})`}`, role, said].join('\t'));
      }
    }
    expect(lines.filter((line) => line.includes('\tfault: '))).toEqual([]);
    expect(changedRows(before, await rowsOf(app))).toEqual([]);
    expect(
      lines.filter((line) => !/\t(?:done|\(done\)|invalid-input|not-permitted)/.test(line)).length,
    ).toBeGreaterThan(200);
  });
});
