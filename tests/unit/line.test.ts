import { describe, expect, it } from 'vitest';
import type { CallThread } from '../../src/threads/call-thread.ts';
import type { Call, Outcome } from '../../src/threads/calls.ts';
import { lineOf } from '../../src/threads/line.ts';

/** One that does nothing by itself: what it was given, and when it has nothing to do, is told by the test. */
function threadOf(name: string) {
  const given: string[] = [];
  const answers: ((outcome: Outcome) => void)[] = [];
  const idles: PromiseWithResolvers<void>[] = [];
  const thread: CallThread = {
    call({ args }) {
      given.push(String(args[0]));
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      answers.push(resolve);
      return promise;
    },
    idle() {
      const idle = Promise.withResolvers<void>();
      idles.push(idle);
      return idle.promise;
    },
    close: async () => {
      given.push('close');
      return { value: name };
    },
  };
  return {
    thread,
    given,
    answer: (value: string) => answers.shift()!({ value }),
    becomeIdle: () => idles.shift()!.resolve(),
    breakDown: () => idles.shift()!.reject(new Error('The thread broke.')),
  };
}

const call = (words: string): Call => ({ method: 'ask', args: [words] });
const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

describe('a line of calls', () => {
  it('gives each call to a thread that has nothing to do, and the next to the one that first has nothing again', async () => {
    const line = lineOf();
    const [one, other] = [threadOf('one'), threadOf('other')];
    line.add(one.thread);
    line.add(other.thread);
    for (const words of ['first', 'second', 'third', 'fourth']) void line.call(call(words));
    await settled();
    expect([other.given, one.given]).toEqual([['first'], ['second']]);
    one.becomeIdle();
    await settled();
    expect([other.given, one.given]).toEqual([['first'], ['second', 'third']]);
    other.becomeIdle();
    await settled();
    expect([other.given, one.given]).toEqual([
      ['first', 'fourth'],
      ['second', 'third'],
    ]);
  });

  it('lets a thread take the next call while one that it has waits for a model', async () => {
    const line = lineOf();
    const one = threadOf('one');
    line.add(one.thread);
    const slow = line.call(call('of a model'));
    const quick = line.call(call('of words'));
    await settled();
    expect(one.given).toEqual(['of a model']);
    one.becomeIdle();
    await settled();
    expect(one.given).toEqual(['of a model', 'of words']);
    one.answer('prose');
    one.answer('quotes');
    expect(await Promise.all([slow, quick])).toEqual([{ value: 'prose' }, { value: 'quotes' }]);
  });

  it('waits for a thread where there is none yet', async () => {
    const line = lineOf();
    const answered = line.call(call('early'));
    const one = threadOf('one');
    line.add(one.thread);
    await settled();
    one.answer('said');
    expect(await answered).toEqual({ value: 'said' });
  });

  it('gives calls again to a thread that broke', async () => {
    const line = lineOf();
    const one = threadOf('one');
    line.add(one.thread);
    void line.call(call('too much'));
    await settled();
    one.breakDown();
    void line.call(call('next'));
    await settled();
    expect(one.given).toEqual(['too much', 'next']);
  });

  it('closes every thread once all in line were given to one', async () => {
    const line = lineOf();
    const [one, other] = [threadOf('one'), threadOf('other')];
    line.add(one.thread);
    line.add(other.thread);
    for (const words of ['first', 'second', 'third']) void line.call(call(words));
    const closed = line.close();
    await settled();
    other.becomeIdle();
    await settled();
    expect(other.given).toEqual(['first', 'third']);
    one.becomeIdle();
    other.becomeIdle();
    expect(await closed).toEqual(expect.arrayContaining([{ value: 'one' }, { value: 'other' }]));
    expect([one.given.at(-1), other.given.at(-1)]).toEqual(['close', 'close']);
  });
});
