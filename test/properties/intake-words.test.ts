import { expect, test } from 'vitest';
import { inWords } from '#test/fixtures/words.ts';
import { forms } from '../../src/modules/intake/domain/forms.ts';

test('each part that a document usually has is called by a word ', () => {
  const keys = [
    ...new Set(
      Object.values(forms).flatMap(({ rules }) =>
        rules.filter((rule) => rule.expected).map(({ key }) => key),
      ),
    ),
  ].sort();
  const words = inWords('fi');
  for (const key of keys) expect(words(`intake:usual.${key}`)).not.toBe('');
});
