import { expect, test } from 'vitest';
import en from '#web/i18n/en/intake.json' with { type: 'json' };
import fi from '#web/i18n/fi/intake.json' with { type: 'json' };
import sv from '#web/i18n/sv/intake.json' with { type: 'json' };
import { forms } from '../../src/modules/intake/domain/forms.ts';

test('each part that a document usually has is called by a word in each language', () => {
  const keys = [
    ...new Set(
      Object.values(forms).flatMap(({ rules }) =>
        rules.filter((rule) => rule.expected).map(({ key }) => key),
      ),
    ),
  ].sort();
  for (const { usual } of [fi, sv, en]) expect(keys.filter((key) => !(key in usual))).toEqual([]);
});
