import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rolesWith } from '#access';
import { roles } from '#kernel/viewer.ts';
import { accessRulesPage, doorsTable, type Walked, walkUseCases } from '../../scripts/access-rules.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the policies of all use cases', () => {
  let walked: Walked[];
  beforeAll(async () => {
    walked = await walkUseCases();
  });
  const letThrough = (walk: Walked) =>
    roles.filter((role) => walk.answers[role] === 'always' || walk.answers[role] === 'rows');
  const isPublic = (walk: Walked) => walk.answers.public === 'always';

  it('are walked one and all', () => {
    expect(walked.length).toBeGreaterThan(250);
    expect(new Set(walked.map((walk) => walk.name)).size).toBe(walked.length);
    for (const walk of walked) expect(walk.policy, walk.name).not.toBe('see the code');
  });

  it('answer every role as the reviewed table of doors says', async () => {
    const lines = (text: string) => text.split('\n').filter((line) => line !== '');
    const [said, found] = [lines(read('./doors.txt')), lines(await doorsTable())];
    expect(found.filter((line) => !said.includes(line))).toEqual([]);
    expect(said.filter((line) => !found.includes(line))).toEqual([]);
  });

  it('let the public at public things only', () => {
    const purposes = walked.filter(isPublic).map((walk) => [walk.name, walk.audit]);
    for (const [name, audit] of purposes) expect(audit, name).toBe('none');
    expect(purposes.map(([name]) => name)).toContain('vacancies.open-jobs');
  });

  it('ask for a condition wherever one named person’s data is changed', () => {
    const nobodysYet = ['clients.register', 'clients.reopen-case'];
    /** Whose work it is, not what stands in the file. */
    const dividesWork = [
      'clients.hand-over',
      'clients.undo-hand-over',
      'clients.set-absence',
      'clients.end-absence',
    ];
    for (const walk of walked.filter(
      ({ name, audit, purpose }) =>
        audit === 'changes' && purpose === 'employment-service' && !nobodysYet.includes(name),
    ))
      expect({ name: walk.name, alone: letThrough(walk) }).toEqual({
        name: walk.name,
        alone: dividesWork.includes(walk.name) ? rolesWith('caseload:manage') : [],
      });
  });

  it('stand on the page docs/access-rules.md as they are; `npm run docs` makes it anew', async () => {
    expect(read('../../docs/access-rules.md')).toBe(await accessRulesPage());
  });
});
