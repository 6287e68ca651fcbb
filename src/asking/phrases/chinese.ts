/** Ways to ask in Chinese, whose characters are read as words of their own. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const chinese: WaysToAsk = {
  who: '^ (谁|哪位)',
  frame: `
    (说了什么|说过什么|说什么|怎么说|怎么看|谈到|提到|讲到|认为|时说)
    (什么|哪些|关于|对于|如何)`,
};
