import naughty from 'big-list-of-naughty-strings';
import { expect, test } from 'vitest';
import { isMailAddress } from '../../../demo/receiver/domain/mailAddress';

const LIST = naughty as readonly string[]; // the package is a JSON file with texts

test.each([
  'sanne@voorbeeldzorg.nl',
  'sanne.de-wit+support@mail.voorbeeldzorg.example',
  "o'neill@voorbeeldzorg.nl",
  'a@b.nl',
  'a@xn--bcher-kva.example',
  `${'a'.repeat(64)}@b.nl`,
])('is an address: %s', (address) => expect(isMailAddress(address)).toBe(true));

test.each([
  'a@b.nl\r\nBcc: iedereen@elders.example',
  'a@b.nl\nRCPT TO:<b@elders.example>',
  'a@b.nl\n',
  '\ra@b.nl',
  'a@b.nl,c@elders.example',
  'a@b.nl;c@elders.example',
  'a@b.nl c@elders.example',
  '<a@b.nl>',
  'Sanne <a@b.nl>',
  'a@b.nl> SIZE=1',
  '"a b"@b.nl',
  '"a@elders.example"@b.nl',
  'a(comment)@b.nl',
  'a%elders.example@b.nl',
  'elders.example!a@b.nl',
  '@elders.example:a@b.nl',
  'a@@b.nl',
  'a@b',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@-b.nl',
  'a@b-.nl',
  '.a@b.nl',
  'a..b@b.nl',
  'a@b..nl',
  'a@b.nl.',
  'á@b.nl',
  'a@ü.nl',
  'a\u0000@b.nl',
  `${'a'.repeat(65)}@b.nl`,
  `a@${'b'.repeat(250)}.nl`,
  '',
  '@',
])('is none: %j', (address) => expect(isMailAddress(address)).toBe(false));

test('is nothing that is not a text, and no naughty string, alone or around an address', () => {
  expect([undefined, null, 1, {}, ['a@b.nl'], { address: 'a@b.nl' }].some(isMailAddress)).toBe(false);
  expect(LIST.length).toBeGreaterThan(400);
  expect(LIST.filter(isMailAddress)).toEqual([]);
  const plain = /^[\w.#$&'*+/=?^`{|}~-]*$/;
  for (const text of LIST.filter((one) => !plain.test(one)))
    expect(isMailAddress(`${text}a@b.nl`) || isMailAddress(`a@b.nl${text}`), text).toBe(false);
});
