/** Sentences that carry neither topic nor frame. */
export const fillersEn: readonly string[] = [
  'Reporters were given a two-page summary in the afternoon.',
  'A light rain fell on {city} during the day.',
  'This report is based on conversations with six people and on published papers.',
  '{usName} took office last spring, and {jpName} a year before.',
  'The press conference lasted forty minutes and was held in both languages.',
  'An interpreter sat between the two tables.',
  'Officials of both countries spoke on condition that their names not be used.',
  'The document carries {day}’s date and fills eleven pages.',
  'Photographs were taken in the garden before the doors were closed.',
  'Questions from reporters were answered in the order in which they had been sent in.',
  'The spokesperson will speak to the press again at the end of the week.',
  'The calendar for {month} was published on the same day.',
  'Both delegations flew home in the evening.',
  'An earlier version of the agenda had listed the items in a different order.',
  'The room had been booked for the whole day.',
  'A transcript will be posted online within two days.',
  'The correspondent of this outlet attended in person.',
  'Tea was served at four, and the session went on until six.',
];

/** Quoted speech that carries neither topic nor frame. */
export const quotesEn: readonly string[] = [
  '“We had a long day and a useful conversation,” {usName} told reporters.',
  '“I thank everyone who prepared these papers,” {jpName} said.',
  '“I will report to my colleagues tomorrow morning,” {jpName} said.',
  '“There were many questions, and we went through them one after the other,” said {jpAide}.',
  '“The hall was full, and people listened closely,” said {expert}.',
  '“I have been to {city} many times and always enjoy it,” {usName} said.',
];

/** Remarks on an event that was reported some days before. */
export const followUpsEn: readonly string[] = [
  'The news first emerged earlier in the week.',
  'It was the second announcement on the matter within days.',
  'Since the first report, several offices have published papers of their own.',
];
