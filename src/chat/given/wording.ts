/** What is said of answers that have changed since they were given. `day`: `30 November 2026`. */

export const changedOn = (day: string) => `Changed on ${day}, after this was answered:`;
export const checkedOn = (day: string) => `Checked again on ${day}, since the record has changed.`;
export const takenBackOn = (day: string) =>
  `Taken back on ${day}: a session that this answer rested on is no longer open here. Please ask again.`;
export const titleOfNews = 'An answer you were given has changed';
