import { expect, test } from 'vitest';
import { isLikeAnother } from './contact.ts';

const name = 'Keksitty Yhteys';

test.each([
  ['nobody of the name', { name }, [{ name: 'Toinen Yhteys' }], false],
  ['two without details', { name }, [{ name, position: null }], true],
  ['the name written otherwise', { name: ' keksitty  YHTEYS' }, [{ name }], true],
  ['nothing told of the new one', { name }, [{ name, position: 'Johtaja' }], true],
  [
    'the same details',
    { name, position: 'johtaja' },
    [{ name, position: 'Johtaja', phone: '+358401' }],
    true,
  ],
  ['a detail of its own', { name, position: 'Johtaja' }, [{ name }], false],
  ['another detail', { name, phone: '+358402' }, [{ name, phone: '+358401' }], false],
  [
    'told from one and not from the other',
    { name, position: 'b' },
    [{ name }, { name, position: 'b' }],
    true,
  ],
])('a contact person like another: %s', (_, added, there, like) => {
  expect(isLikeAnother(added, there)).toBe(like);
});
