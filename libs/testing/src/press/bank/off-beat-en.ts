import type { OffBeatBank } from './bank-types.ts';

/** Everything else that the outlets print, in English. The last two read much like the beat but are not of it. */
export const offBeatEn: OffBeatBank = {
  japan_domestic: [
    {
      headline: '{town} opens new {building} after {years} years',
      lead: 'The town of {town} in {prefecture} opened a new {building} on {day}.',
      facts: [
        'The {building} of {town} has room for {troops} people.',
        'The architect {expertName} came to {town} for the opening.',
        'Farmers from the hills around {town} sold persimmons in front of the {building}.',
        'People in {town} had waited {years} years for the {building}.',
      ],
    },
    {
      headline: 'Last {transport} of {town} to close in {month}',
      lead: 'The {transport} that links {town} with the next town will stop running in {month}, its operator said on {day}.',
      facts: [
        'The {transport} of {town} carried 40,000 passengers last year.',
        'A bus will run from {town} four times a day instead.',
        'The oldest employee of the {transport} in {town} has worked there for {years} years.',
        '{town} has lost a fifth of its people since 2000.',
      ],
    },
    {
      headline: 'Two schools in {town} to merge as births fall',
      lead: 'Two elementary schools in {town} will merge because there are too few children, the education board of {prefecture} said on {day}.',
      facts: [
        'Only a handful of pupils are left in the youngest class in {town}.',
        'Parents and teachers in {town} will choose the new name.',
        'The older of the two schools in {town} has a clock tower.',
        'Pupils in {town} will get a school bus in {month}.',
      ],
    },
    {
      headline: 'Mayor {jpName} of {town} wins second term',
      lead: 'Voters in {town} gave mayor {jpFamily} a second term on {day}.',
      facts: [
        'Turnout in {town} was {pct} percent.',
        '{jpFamily} used to run a bakery in {town}.',
        'The other candidate in {town} was a beekeeper.',
        '{jpFamily} thanked the voters of {town} from a bicycle.',
      ],
    },
  ],
  us_domestic: [
    {
      headline: 'Senate panel delays vote on {usName} bill on {ruled}',
      lead: 'A Senate panel put off a vote on {day} on a bill by Senator {usFamily} that would tighten the safety rules for {ruled}.',
      facts: [
        'The {usFamily} bill has {pct} sponsors from both parties.',
        'Senator {usFamily} said that {ruled} should be safer.',
        'In {usTown}, where {usFamily} was born, a child was hurt by {ruled}.',
        'The {usFamily} bill will come back in {month}.',
      ],
    },
    {
      headline: 'Governor {usName} signs law on {benefit}',
      lead: 'Governor {usFamily} signed a law on {day} that makes {benefit} free for all children in the state.',
      facts: [
        'Parents welcomed the {usFamily} law at a hearing in the capitol.',
        'Governor {usFamily} spoke about {benefit} with pupils in {usTown}.',
        'The {usFamily} law takes effect next fall.',
        'A family in {usTown} thanked Governor {usFamily} for the {benefit}.',
      ],
    },
    {
      headline: 'Court hears {usFirm} case on river permits',
      lead: 'A federal court heard arguments on {day} over a permit that {usFirm} needs to build along the river at {usTown}.',
      facts: [
        'Lawyers for {usTown} said that the permit of {usFirm} had been issued in error.',
        'The judges are expected to rule on {usFirm} before the summer.',
        '{usFirm} wants to build {years} halls at {usTown}.',
        'Anglers from {usTown} filled the gallery.',
      ],
    },
    {
      headline: '{usTown} weighs new {cityPlan}',
      lead: 'The city council of {usTown} debated new {cityPlan} on {day} and will vote in {month}.',
      facts: [
        'Shop owners in {usTown} asked for more parking.',
        'The council of {usTown} heard from sixty speakers.',
        'Council member {usFamily} likes the {cityPlan} in other towns.',
        'The {cityPlan} in {usTown} would be built at {pct} places.',
      ],
    },
  ],
  sports: [
    {
      headline: 'Pitcher {jpName} strikes out eleven in opener',
      lead: 'Pitcher {jpFamily} struck out eleven batters on {day} as the {town} nine won the season opener.',
      facts: [
        '{jpFamily} threw {pct} pitches in the last three innings.',
        'Fans of {town} stayed in the stands long after the game.',
        'The winning run for {town} came in the ninth inning.',
        '{jpFamily} learned to pitch from a neighbor in {town}.',
      ],
    },
    {
      headline: '{town} {race} draws record field',
      lead: 'A record 12,000 people took part in the {race} of {town} on {day}.',
      facts: [
        'The course of the {race} of {town} leads along the coast and up to the shrine.',
        '{jpFamily} has now won the {race} of {town} {years} times.',
        'A light breeze helped on the course of the {race}.',
        'The oldest starter in {town} was 91.',
      ],
    },
    {
      headline: 'Late goal by {jpName} lifts {town} to second place',
      lead: 'A goal by {jpFamily} in the last minute lifted the side of {town} to second place in the table on {day}.',
      facts: [
        'It was the fifth win in a row for {town}.',
        '{jpFamily} will miss two games with a sore knee.',
        'Tickets for the return match in {town} go on sale in {month}.',
        'The stadium of {town} holds 31,000.',
      ],
    },
    {
      headline: '{jpName} takes gold in the {discipline} in {town}',
      lead: '{jpFamily} won gold in the {discipline} in {town} on {day} in a season’s best.',
      facts: [
        '{jpFamily} took up the {discipline} as a child.',
        'The stadium in {town} was built {years} years ago.',
        'The coach of {jpFamily} watched from the hill above {town}.',
        'The relay in {town} was put off by rain.',
      ],
    },
  ],
  weather: [
    {
      headline: 'Heavy snow closes roads around {town}',
      lead: 'Heavy snow closed mountain roads around {town} on {day}, the weather agency said.',
      facts: [
        'Up to 60 centimeters of snow fell on {town} overnight.',
        'Drivers to {town} should carry chains, the road office said.',
        'Schools in {town} stayed closed.',
        'A snow plow from {prefecture} came to help {town}.',
      ],
    },
    {
      headline: 'Typhoon expected to pass south of {town}',
      lead: 'A typhoon is expected to pass south of {town} on {day}, forecasters said.',
      facts: [
        'Winds of 130 kilometers an hour were measured at the lighthouse of {town}.',
        'Ferries from {town} will run again in the morning.',
        'The rain over {town} will ease by the weekend.',
        'Fishermen in {town} pulled their boats ashore.',
      ],
    },
    {
      headline: 'Warmest {month} on record in {town}',
      lead: 'Last month was the warmest in {town} since records began, the weather agency said on {day}.',
      facts: [
        'The temperature in {town} reached 31 degrees at noon.',
        'Cherry trees in {town} bloomed nine days early.',
        'The record in {town} goes back to 1911.',
        'Farmers in {town} covered their seedlings with straw.',
      ],
    },
    {
      headline: 'Fog delays ships off {town}',
      lead: 'Fog delayed dozens of fishing boats off {town} on {day}.',
      facts: [
        'The foghorn of {town} sounded for {years} hours.',
        'The harbor office of {town} handed out blankets and tea.',
        'Boats waited outside {town} until noon.',
        'The fog over {town} was the thickest of the year.',
      ],
    },
  ],
  business: [
    {
      headline: '{food} chain from {town} to open fifty shops',
      lead: 'A {food} chain from {town} will open fifty shops over the coming year, it said on {day}.',
      facts: [
        'The first shop of the chain stands next to the station of {town}.',
        'Founder {jpFamily} began with a cart in {town}.',
        'The chain from {town} employs 4,200 people.',
        'The {food} recipe comes from a grandmother in {town}.',
      ],
    },
    {
      headline: '{product} maker {jpFirm} raises forecast',
      lead: 'The {product} maker {jpFirm} raised its forecast for the year on {day} after strong spring sales.',
      facts: [
        'Shares of {jpFirm} rose by {pct} yen in early trading.',
        '{jpFirm} sold twice as many {product}s as a year before.',
        'The board of {jpFirm} will meet again in {month}.',
        '{jpFirm} has its main shop in {town}.',
      ],
    },
    {
      headline: 'Retail sales in {prefecture} edge up in {month}',
      lead: 'Retail sales in {prefecture} edged up by 0.{pct} percent in {month}, the statistics office said on {day}.',
      facts: [
        'Umbrellas and shoes sold well in {town}.',
        'Shops in {town} stayed open longer.',
        'A department store in {town} dropped its loyalty card.',
        'Bookshops in {prefecture} did better than in the year before.',
      ],
    },
    {
      headline: '{family} group of {town} names {jpName} as new head',
      lead: 'A family-owned {family} group from {town} named {jpFamily} as its new head on {day}.',
      facts: [
        '{jpFamily} joined the group in {town} as an apprentice.',
        'The {family} group has {pct} products in {town}.',
        '{jpFamily} wants to keep the {family} works in {town}.',
        'The old head will stay in {town} as an adviser.',
      ],
    },
  ],
  culture: [
    {
      headline: 'Museum in {town} shows forgotten {craft}',
      lead: 'The museum of {town} opened an exhibition of forgotten {craft} on {day}.',
      facts: [
        'The {craft} were found in an attic in {town} {years} years ago.',
        'The catalog of the {town} museum has 240 pages.',
        'The artist {jpFamily} left {town} as a young woman.',
        'The show in {town} runs until {month}.',
      ],
    },
    {
      headline: 'Film by {jpName} about {hero} wins prize',
      lead: 'A film by {jpFamily} about a {hero} won the main prize of the {town} festival on {day}.',
      facts: [
        '{jpFamily} shot the film in black and white on one island.',
        'The jury in {town} praised the quiet ending.',
        '{jpFamily} is working on a comedy.',
        'The {hero} in the film is played by a teacher from {town}.',
      ],
    },
    {
      headline: '{ensemble} from {town} goes on tour',
      lead: 'A children’s {ensemble} from {town} set out on its first tour on {day}.',
      facts: [
        'The {ensemble} of {town} knows sixty pieces by heart.',
        '{jpFamily} founded the {ensemble} in {town} {years} years ago.',
        'The youngest member of the {ensemble} is six.',
        'The {ensemble} returns to {town} in {month}.',
      ],
    },
    {
      headline: '{artisan} {jpName}, 91, opens last exhibition in {town}',
      lead: 'The {artisan} {jpFamily}, aged 91, opened what she calls her last exhibition in {town} on {day}.',
      facts: [
        'Visitors may touch some of the works of the {artisan}.',
        'The {artisan} {jpFamily} gets up at four every day.',
        '{jpFamily} came to {town} after the war.',
        'Admission to the hall in {town} is free.',
      ],
    },
  ],
  us_korea_alliance: [
    {
      headline: 'US and South Korea hold alliance talks in Seoul, {usName} attends',
      lead: 'The United States and South Korea held talks on their alliance in Seoul on {day} with {usSec}.',
      facts: [
        'The American commitment to South Korea is ironclad, {usFamily} said.',
        'About 28,500 US troops are stationed in South Korea.',
        '{usFamily} also spoke with South Korean lawmakers.',
        '{usFamily} will be back in Seoul in {month}.',
      ],
    },
    {
      headline: 'Seoul, Washington agree on cost of US troops at {koreanTown}',
      lead: 'Seoul and Washington agreed on {day} how to share the cost of US forces at {koreanTown} in South Korea.',
      facts: [
        'Seoul will pay {pct} percent more toward the upkeep of the base at {koreanTown}.',
        'South Korean lawmakers must approve the cost-sharing agreement on {koreanTown}.',
        'Residents near the base at {koreanTown} complained about noise.',
        'The garrison at {koreanTown} has {troops} people.',
      ],
    },
    {
      headline: 'US-South Korea drill {drill} begins',
      lead: 'The alliance between South Korea and the United States began its spring exercise {drill} near the border on {day}.',
      facts: [
        '{drill} tests the command structure that the two forces share.',
        'About {troops} soldiers of South Korea and the United States take part in {drill}.',
        'North Korea’s missiles make deterrence more urgent, officials in Seoul said of {drill}.',
        '“We are ready to fight tonight,” the American commander in Seoul said.',
      ],
    },
    {
      headline: 'South Korea and US reaffirm alliance, {usName} says',
      lead: 'The defense ministers of South Korea and the United States reaffirmed the alliance in Seoul on {day}, {usSec} said.',
      facts: [
        '{usFamily} called South Korea a pillar of peace.',
        'The transfer of wartime command was discussed with {usFamily} for an hour.',
        'Seoul gave {usFamily} a list of {pct} requests.',
        '{usFamily} visited troops at {koreanTown}.',
      ],
    },
  ],
  japan_australia_alliance: [
    {
      headline: 'Japan and Australia sign {program} defense pact',
      lead: 'Japan and Australia signed a defense agreement named {program} in Canberra on {day}.',
      facts: [
        'The {program} pact makes visits of each other’s troops easier.',
        'The Australian parliament will vote on {program} in {month}.',
        'The {program} agreement took {years} years to negotiate.',
        'Canberra called Tokyo its closest security partner in Asia.',
      ],
    },
    {
      headline: 'Canberra and Tokyo deepen security ties, {jpName} says',
      lead: 'Canberra and Tokyo will deepen their security ties, {jpMin} said in Canberra on {day}.',
      facts: [
        'The two navies will patrol together more often, {jpFamily} said.',
        '{jpFamily} also spoke about Australian liquefied gas.',
        '“Our quasi-alliance has never been stronger,” the Australian minister told {jpFamily}.',
        '{jpFamily} will return to Canberra in {month}.',
      ],
    },
    {
      headline: 'Australian and Japanese troops train in {drill}',
      lead: 'Australian and Japanese troops began the exercise {drill} in Queensland on {day}.',
      facts: [
        'About {troops} soldiers take part in {drill} in Queensland.',
        '{drill} includes a march of {pct} kilometers.',
        'Canberra wants {drill} to be held every year.',
        'Helicopters from Darwin were sent to {drill}.',
      ],
    },
    {
      headline: 'Japan’s {jpFirm} may build frigates for Australia',
      lead: 'Australia may buy frigates of a Japanese design, the defense ministers of Japan and Australia said in Canberra on {day}.',
      facts: [
        '{jpFirm} would build the first {years} frigates for Australia.',
        'Shipyards in Perth would work with {jpFirm}.',
        'The Australian minister toured a yard of {jpFirm}.',
        'Canberra will decide on {jpFirm} in {month}.',
      ],
    },
  ],
};
