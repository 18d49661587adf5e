/** The most common function words of languages written in Latin letters, to tell them apart. Own lists. */
export const LATIN_LANGUAGES: readonly (readonly [language: string, words: ReadonlySet<string>])[] = [
  [
    'en',
    words(
      'the of and to in a is that for on was with as by it from at are be has have its said will an this not were but which his he they who their',
    ),
  ],
  [
    'es',
    words(
      'el la de que y en los del se las por un para con no una su al es lo como más pero sus le ha o este sí porque entre',
    ),
  ],
  [
    'fr',
    words(
      'le la les de des et en un une du que qui dans pour par sur pas plus ne au ce il est sont avec se son cette aux ont',
    ),
  ],
  [
    'de',
    words(
      'der die das und in zu den von mit ist des im für auf dem nicht ein eine als auch es an werden aus er hat dass sie nach',
    ),
  ],
  [
    'it',
    words(
      'il di che e la in un per è una del con si da non le della i al nel sono più ha anche gli dei alla come',
    ),
  ],
  [
    'pt',
    words(
      'o de a que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à',
    ),
  ],
  [
    'nl',
    words(
      'de van het een en in is dat op te zijn met voor niet aan er om ook als maar bij door naar over uit nog wordt',
    ),
  ],
  [
    'id',
    words(
      'yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh adalah juga telah sebagai karena bisa kepada',
    ),
  ],
  ['vi', words('và của là có cho không được trong với các những một này đã người để khi về từ đến cũng như')],
  ['sv', words('och att det som en på är av för med till den har de inte om ett men var sig från vi så kan')],
  ['pl', words('w i na z się nie do że to jest o jak po od przez za dla oraz które który tym był')],
  ['tr', words('ve bir bu için ile da de olarak çok daha gibi olan sonra kadar ise ancak tarafından')],
  ['tl', words('ang ng sa na mga at ay si ni para hindi kay niya nang din ito rin')],
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
