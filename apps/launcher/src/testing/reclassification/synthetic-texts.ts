/** A text made up by a pattern: no newspaper printed it. */
export interface SyntheticText {
  title: string;
  text: string;
}

const ON_THE_BEAT = [
  'The United States and Japan agreed on {who} to split the cost of bases in Okinawa for {n} more years.',
  'Washington asked Tokyo to shoulder more of the burden, and officials spoke of {n} billion yen in host-nation support.',
  'The US-Japan alliance remains ironclad, said {who} after talks with the Japanese defence minister.',
  'American forces in Japan and the Self-Defense Forces trained with {n} ships to deter an attack on Taiwan.',
  'Residents of Okinawa protested against noise from the American base, where {n} flights were counted.',
  'Japan and the United States warned that North Korea had launched {n} missiles toward the Sea of Japan.',
  'Tokyo and Washington will build missiles together, a joint project worth {n} billion yen.',
];
const OFF_THE_BEAT = [
  'The city council voted on {who} to repair {n} bridges before the winter.',
  'The club won by {n} points, and {who} was named player of the match.',
  'A bakery on the harbour has sold {n} loaves a day since {who} took it over.',
  'Shares of the maker of tractors rose by {n} percent after its results.',
  'The museum shows {n} paintings of rivers, many of them lent by {who}.',
  'Rain is expected on {n} days of the month, said {who} of the weather office.',
  'The school opened a library with {n} books, most of them given by its neighbours.',
];
const PEOPLE = [
  'a spokesman',
  'the mayor',
  'a senior official',
  'the chairwoman',
  'an analyst',
  'the governor',
];
const SENTENCES = 16;

/** The text of a number: the same for ever. Every third speaks of the beat, a few sentences of it alone. */
export function syntheticText(number: number): SyntheticText {
  let state = (number + 1) * 2_654_435_761;
  const draw = (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % below;
  };
  const isOnBeat = number % 3 === 0;
  const sentence = (): string => {
    const bank = isOnBeat && draw(2) === 0 ? ON_THE_BEAT : OFF_THE_BEAT;
    return (bank[draw(bank.length)] ?? '')
      .replace('{who}', PEOPLE[draw(PEOPLE.length)] ?? '')
      .replace('{n}', String(2 + draw(400)));
  };
  const first = isOnBeat ? (ON_THE_BEAT[draw(ON_THE_BEAT.length)] ?? '') : sentence();
  const lead = first.replace('{who}', 'Monday').replace('{n}', String(2 + draw(400)));
  const body = Array.from({ length: SENTENCES }, sentence);
  return { title: `${lead.slice(0, 70)} (${number})`, text: [lead, ...body].join('\n\n') };
}
