/** English abbreviations whose full stop does not end a sentence, lower case, without the final stop. Own list. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `mr mrs ms dr prof rev hon sr jr st mt ft gen lt col maj capt cmdr adm sgt cpl pvt brig sen rep gov pres
  amb supt jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri vs v cf al approx dept univ assn bros co corp inc ltd plc intl natl ave blvd rd calif conn
  ala ariz ark colo fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa penn tenn tex
  va vt wash wis wyo e.g i.e ph.d a.m p.m`.split(/\s+/),
);

/** Words that begin a sentence so often that a full stop after an acronym such as U.S. ends one before them. */
export const SENTENCE_OPENERS: ReadonlySet<string> = new Set(
  `The A An In On At It Its He She They We I You But And Or So If As While When After Before Since For From By
  With This That These Those There Here However Although Though Meanwhile Also Both What Which Who Why How
  Now Yet Still Under During His Her Their Our`.split(/\s+/),
);

/** Abbreviations only before a number: "No. 5", but "She said no." */
export const NUMBER_ABBREVIATIONS: ReadonlySet<string> = new Set(
  'no nos vol pp fig ch sec sect art'.split(' '),
);
