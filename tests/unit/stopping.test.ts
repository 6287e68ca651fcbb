/** The program ends part by part, and is not held up by one that does not end. */
import { expect, it } from 'vitest';
import { endAll } from '../../src/operations/stopping.ts';

it('ends each part in its turn, also after one that fails', async () => {
  const ended: string[] = [];
  const fails = () => {
    throw new Error('no');
  };
  const { isInTime, failures } = await endAll([() => ended.push('one'), fails, async () => ended.push('two')], 10_000);
  expect({ isInTime, ended, failures }).toEqual({ isInTime: true, ended: ['one', 'two'], failures: [new Error('no')] });
});

it('says so where a part does not end in time', async () => {
  const never = new Promise(() => {});
  expect(await endAll([() => never], 20)).toEqual({ isInTime: false, failures: [] });
});
