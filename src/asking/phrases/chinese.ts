/** Ways to ask in Chinese, whose characters are read as words of their own. */
import type { WaysToAsk } from './ways-to-ask.ts';

export const chinese: WaysToAsk = {
  lists: {
    greeting: '你好|您好|大家好|早上好|下午好|晚上好',
    thanks: '谢谢|多谢|感谢',
    you: '你|您',
  },
  numbers: '一 两/二 三 四 五 六 七 八 九 十',
  tongues: {
    en: '英语|英文',
    fr: '法语|法文',
    es: '西班牙语|西班牙文',
    ru: '俄语|俄文',
    zh: '中文|汉语',
    ar: '阿拉伯语|阿拉伯文',
  },

  smallTalk: {
    greeting: '^ {greeting} [啊|呀|吗] $',
    thanks: '^ {thanks} [{you}|你们|了|啦] $',
    goodbye: '^ (再见|拜拜) $',
    help: `
      ^ (帮助|帮忙|请帮忙) $
      ^ {you} (能|会|可以) 做 (什么|啥|些什么) $
      ^ {you} 是谁 $`,
    stop: '^ (停|停止|够了|闭嘴) [吧] $',
    praise: '^ (好|好的|是|不|对|明白了|知道了|很好) $',
  },
  courtesy: `
    ^ {greeting}
    ^ {thanks}
    ^ (请问|请告诉我|麻烦 {you}|{you} 能告诉我|我想知道|告诉我)
    ^ 请`,
  audience: '为 <(我|我们) [的] (部长|老板|大使|代表团)>',
  forms: {
    table: '(用|以|做成|列成) [一个|一张] 表格 [的形式]',
    points: '(用|分) <{number}> (点|个要点) [来]',
    sentences: '用 <{number}> 句话 [说明|总结|概括|说说|说]',
    paragraphs: '用 <{number}> 段 [话]',
    everything: '^ [给我] 所有 (关于|提到)',
    whole: '(完整发言|全文|逐字)',
    quote: '^ (给我|找) [<{number}>] (一句|句|一段|段) (引语|引文|原话)',
    short: '(简单地说|简要|简短地)',
    translation: `
      ^ [把] 翻译
      (译成|翻译成|翻成) <{tongue}>
      用 <{tongue}>`,
  },
  looksUp: '^ (谁|哪位) 说过 [:] !(什么|$)',
  opensQuotation: '(说|说过|写道|表示) $',
  asksOfQuotation: '(谁说的|是谁说|对吗|是真的吗|说过吗)',

  subjects: {
    participants: `
      (谁|哪些人|哪些人士) (参加了|出席了|参与了|发言了|发了言) [会议|这次会议|讨论] $
      (与会者|发言人|参会者) (有谁|是谁|名单|有哪些)`,
    moderator: '(谁 主持|主持人 是谁|谁是 (主席|主持人))',
    summary: '(总结|概括|摘要|概述) [一下] [这次|本次|这个|本场] (会议|会|讨论|论坛) [内容]',
    'action items': '(哪些决定|什么决定|哪些承诺|下一步)',
    disagreements: '(分歧|不同意见)',
    agreements: '(共识|一致意见)',
    time: '会议 [是] (什么时候|何时|哪天)',
  },
  who: '^ (谁|哪位|有谁|哪些人)',
  number: '(多少|几个|几家|几年|什么时候|何时|哪一年|百分之几)',
  list: '^ (列出|有哪些)',
  asksFor: {
    mention: `
      (提到|提及|谈到|说到|讲到) … (吗|没有)
      (有没有|有) 人 (提到|谈到|说到|讲到)
      谁 (提到|提及)`,
    commitments: '(承诺|保证)',
    figures: '(哪些|什么) (数字|数据)',
    parts: '(哪|是哪|什么是) <{number}> (个|项) (要素|原则|要点|挑战|部分|原因)',
    against: '谁 (反对|不同意)',
  },
  each: '每 (个|位) (发言人|与会者)',
  yesNo: `
    吗 $
    (有没有|是否|是不是)`,
  remarks: '(发言|讲话)',
  compares: '(比较|对比|有什么不同|区别)',
  between: '(比较|对比)',
  followsOn: '^ (那么|那|还有|另外)',
  somebodyBefore: '(他|她|他们|她们)',
  somethingBefore: '(这个|那个|此事) $',
  asksMore: '^ [那] (为什么|怎么|何时|多少)',
  somebodyElse: '(还有谁|别人|其他人)',
  corrects: '^ (不|不是) , [我是说|我的意思是|我指的是]',
  wasNot: '(不是|而不是) …4 $',
  goesOn: {
    open: '^ (打开|展开|显示) [第] <#> [条|个] $',
    more: '^ (更多|继续|还有吗|还有呢) $',
    before: '在此之前 (说|讲) 了什么',
    after: '(之后|接下来) (说|讲) 了什么',
  },
  frame: `
    (时说了什么|说了什么|说过什么|说什么|怎么说|怎么看|谈到了|提到了|讲到了|谈到|提到|讲到|认为|时说)
    (什么|哪些|关于|对于|如何|谁|哪位|有人|有没有人|有没有|是否|吗)
    (有多少|多少|的看法|的观点|的立场|看法)
    ^ (比较|对比)
    (请|给我|列出|总结|概括|说明|发言)`,
};
