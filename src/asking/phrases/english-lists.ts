/** Words that several English phrases choose from, here and where answers are made. */
export const englishLists = {
  feeling: 'worry|worries|fear(s)|alarm|doubt(s)|optimism|hope(s)|enthusiasm|scepticism|skepticism|unease',
  onceMore: '(next|again|the next time)',
  onward: '[and|so|but|ok|okay|now|then]',
  thanks: 'thanks|thank you|thx|many thanks|cheers',
  whichSpeaker: 'who|which [of] [the|these|our] (speaker(s)|participant(s)|panellist(s)|panelist(s)|people|person)',
};
