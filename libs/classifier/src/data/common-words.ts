/**
 * Common words of English news in tiers, most frequent first, each with the share of running words that one
 * word of the tier makes up. Written by hand for day one, before a stream has taught anything; rough on purpose.
 */
export const COMMON_WORDS: readonly { readonly share: number; readonly words: readonly string[] }[] = [
  {
    share: 1.2e-3,
    words: `year new people time first last one two more government president country state week day million
      percent make take work world company also including told group public official against back`.split(
      /\s+/,
    ),
  },
  {
    share: 5e-4,
    words: `minister prime national house plan party law report leader political policy american international
      issue case part support help need call use market business city school family home police court war
      military force security trade economic economy money price billion high long good major early late former
      current next month night today second third three four five many much another old young large small big
      general local federal foreign service system program power member team game play win lose change decision
      deal agreement meeting talk statement news media white black man woman child life health care study work
      number level rate job tax bill vote election campaign administration department secretary office head chief
      director executive committee congress senate parliament court judge lawyer right question problem area region
      place end start begin continue come go give get see know think want say tell ask try keep let put show
      lead run move bring turn set become remain still only even now just well however not no never yet without
      far never again always often near around across since while because according between among`.split(
      /\s+/,
    ),
  },
  {
    share: 2e-4,
    words:
      `accept act action address agency agree aim air allow announce answer appear approach army arrive attack
      attempt attention authority bank base battle behind believe benefit best better border break build capital
      car cause center central century chance charge check choice choose citizen civil claim clear close coast
      comment commission common community concern condition conference confirm conflict consider control cost
      council cover create crime crisis critic critical cut damage data date dead death debate decade defend
      defense demand democrat department describe despite detail develop development die difference different
      difficult discuss discussion doctor drive drop east education effect effort energy enemy enter environment
      event evidence expect expert explain face fact fail fall fear fight final finance financial find fire follow
      food form forward free friend front full fund future gas global goal ground grow growth gun half hand happen
      hard hear heart hit hold hope hospital host hour human idea impact important improve increase independent
      industry information inside interest investigation investment island join key kill land language launch learn
      leave left legal less light limit line link list live long look loss low main majority manager matter mean
      measure medical meet mind miss model moment morning mother mount move movement name nation natural necessary
      negotiation network north note nuclear offer oil open operation opinion opportunity opposition option order
      organization outside own pass past pay peace performance period person phone pick point policeman popular
      population position possible post potential practice prepare present press pressure prevent previous private
      process produce product production project promise property propose protect protest prove provide purpose push
      quality race raise reach read ready real reason receive recent record reduce reform relation relationship
      release religious republican research resource respond response rest result return review rise risk road role
      rule safety sale save scene science season seat seek sell send senior sense serious share ship short side sign
      similar simple single site situation size social society soldier solution source south space speak special
      speech spend staff stage stand star step stock stop story strategy street strike strong student success
      suggest summer surprise survey target tax technology television term test thing thought threat top total
      tough town track training travel treat trial troops trust truth type understand union unit university value
      victim victory video view violence visit voice voter wait walk wall warn watch water way weapon west win
      winter word worker worry write`.split(/\s+/),
  },
];

/** Share of running words of a word that no tier names. */
export const RARE_SHARE = 1.5e-5;
