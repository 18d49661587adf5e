/** Sentences that carry neither topic nor frame; nothing in them is a meeting, a plan, a cost or a quarrel. */
export const fillersEn: readonly string[] = [
  'A light rain fell on {city} during the day.',
  'This report was written in {city} and read over by two colleagues.',
  '{expert} has followed the subject for many years.',
  'The weather in {city} was mild for the season.',
  'Photographers had come early and stood in the garden.',
  'It was {day}, and the cafes near the station in {city} were full.',
  '{expertName} was born in {prefecture} and studied law.',
  'A passer-by in a gray coat carried an umbrella.',
  'A photograph taken on {day} shows a row of bicycles.',
  'The flags in front of the building in {city} hung still.',
  'The evening news showed the pictures twice.',
  'A recording can be heard on the radio on {day} evening.',
  'The map that goes with this article was drawn by hand.',
  '{expertName} grew up as the child of two teachers.',
  'Traffic in the center of {city} moved slowly in the afternoon.',
  '{expertName} likes to take the train, a former classmate said.',
];

/** Quoted speech that carries neither topic nor frame. */
export const quotesEn: readonly string[] = [
  '“I slept well and had a good breakfast,” {usAide} told reporters.',
  '“It has been a long day,” {jpAide} said.',
  '“I heard it on the radio like everybody else,” said {expert}.',
  '“I am on my way home now,” {usAide} said.',
  '“I have been to {city} many times and always enjoy it,” said {expert}.',
  '“I took the early train,” said {jpAide}.',
];

/** Remarks on an event that was reported some days before. */
export const followUpsEn: readonly string[] = [
  'The news had first come out earlier in the week.',
  'It was in the news for the second time within days.',
  'First reports had come out some days before.',
];
