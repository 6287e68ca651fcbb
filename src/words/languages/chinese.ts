/** Words and sentences of Chinese. */
import type { Language } from './language-words.ts';

export const chinese: Language = {
  replies: {
    reportSays: '人工智能撰写的报告称：',
    notAnswered: '会上的发言没有回答这个问题。',
    colon: '：',
    unknownSpeaker: '身份不明的发言者',
    translated: '由模型翻译，未经核对',
    modelsWords: '模型的表述：',
  },
};
