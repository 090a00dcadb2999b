import { expect, it } from 'vitest';
import { draftsOf, readDocument } from '#intake';
import { promisesOf } from '../../src/modules/projects/domain/promises-from-draft.ts';
import { isReady, reasonsOf } from '../../src/modules/projects/domain/promises-readiness.ts';
import { textOf } from '../fixtures/intake/documents.ts';

it('document 003, read from its own text, cannot be called ready for any of the funder’s reasons', () => {
  const { drafts } = draftsOf(readDocument(textOf('proposal-003'), 'selection-proposal'), 'proposal-003.txt');
  const draft = drafts.flatMap((drafted) => (drafted.room === 'projects' ? [drafted.draft] : []))[0]!;
  let last = 0;
  const promises = promisesOf(draft, () => {
    last += 1;
    return `thing-${last}`;
  });
  expect(isReady(promises)).toBe(false);
  const checks = new Set(reasonsOf(promises).map(({ check }) => check));
  for (let number = 1; number <= 10; number += 1)
    expect([...checks]).toContain(`FND-${String(number).padStart(2, '0')}`);
});
