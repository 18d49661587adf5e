/**
 * Month names and abbreviations by month, in the languages that feeds and pages are written in. English, German,
 * French, Spanish, Italian, Portuguese, Catalan, Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech, Hungarian,
 * Romanian, Turkish, Indonesian, Russian, Ukrainian, Greek, Arabic, Hebrew, Hindi, Thai. Inflected forms as written in dates.
 */
const monthWords: readonly string[] = [
  'january jan januar jän jänner janvier janv jan enero ene gennaio gen janeiro gener januari tammikuuta tammikuu tammi stycznia styczeń sty ledna leden led január ianuarie ian ocak oca января январь янв січня січень січ ιανουαρίου ιανουάριος ιαν يناير ינואר जनवरी มกราคม ม.ค',
  'february feb februar février févr fév febrero febbraio fevereiro fev febrer februari helmikuuta helmikuu helmi lutego luty lut února únor úno február febr februarie şubat şub февраля февраль фев лютого лютий лют φεβρουαρίου φεβρουάριος φεβ فبراير פברואר फ़रवरी फरवरी กุมภาพันธ์ ก.พ',
  'march mar märz mär mrz mars marzo março març maart mrt marts maaliskuuta maaliskuu maalis marca marzec března březen bře március márc martie mart maret марта март мар березня березень бер μαρτίου μάρτιος μαρ μάρ مارس מרץ मार्च มีนาคม มี.ค',
  'april apr avril avr abril abr aprile abrile huhtikuuta huhtikuu huhti kwietnia kwiecień kwi dubna duben dub április ápr aprilie nisan nis апреля апрель апр квітня квітень кві απριλίου απρίλιος απρ أبريل ابريل אפריל अप्रैल เมษายน เม.ย',
  'may mai mayo maggio mag maio maig mei maj toukokuuta toukokuu touko maja května květen kvě május máj mayıs мая май травня травень тра μαΐου μαΐος μάιος μαΐ μαϊ μάι مايو מאי मई พฤษภาคม พ.ค',
  'june jun juni juin junio giugno giu junho juny kesäkuuta kesäkuu kesä czerwca czerwiec cze června červen čvn június jún iunie iun haziran haz июня июнь июн червня червень чер ιουνίου ιούνιος ιουν ιούν يونيو יוני जून มิถุนายน มิ.ย',
  'july jul juli juillet juil julio luglio lug julho juliol heinäkuuta heinäkuu heinä lipca lipiec lip července červenec čvc július júl iulie iul temmuz tem июля июль июл липня липень лип ιουλίου ιούλιος ιουλ ιούλ يوليو יולי जुलाई กรกฎาคม ก.ค',
  'august aug août agosto ago agost augustus elokuuta elokuu elo sierpnia sierpień sie srpna srpen srp augusztus ağustos ağu agustus agu августа август авг серпня серпень сер αυγούστου αύγουστος αυγ αύγ أغسطس اغسطس אוגוסט अगस्त สิงหาคม ส.ค',
  'september sep sept septembre septiembre setiembre settembre set sett setembro setembre syyskuuta syyskuu syys września wrzesień wrz září zář szeptember szept septembrie eylül eyl сентября сентябрь сен сент вересня вересень вер σεπτεμβρίου σεπτέμβριος σεπ سبتمبر ספטמבר सितंबर सितम्बर กันยายน ก.ย',
  'october oct oktober okt octobre octubre ottobre ott outubro out lokakuuta lokakuu loka października październik paź října říjen říj október octombrie ekim eki oktober октября октябрь окт жовтня жовтень жов οκτωβρίου οκτώβριος οκτ οκτώ أكتوبر اكتوبر אוקטובר अक्टूबर अक्तूबर ตุลาคม ต.ค',
  'november nov novembre noviembre novembro marraskuuta marraskuu marras listopada listopad lis listopadu november noiembrie noi kasım kas ноября ноябрь ноя нояб листопада листопад νοεμβρίου νοέμβριος νοε νοέ نوفمبر נובמבר नवंबर नवम्बर พฤศจิกายน พ.ย',
  'december dec dezember dez décembre déc diciembre dic dicembre dezembro desembre des desember joulukuuta joulukuu joulu grudnia grudzień gru prosince prosinec pro december decembrie aralık ara desember декабря декабрь дек грудня грудень гру δεκεμβρίου δεκέμβριος δεκ δέκ ديسمبر דצמבר दिसंबर दिसम्बर ธันวาคม ธ.ค',
];

/** Abbreviated weekdays (mardi, martes, martedì, середа) that read like months; a real month beside them wins. */
export const weekdayOrMonth: ReadonlySet<string> = new Set(['mar', 'сер']);

/** Without diacritics, so that `fevrier` and `MARZ` are found too. */
function bare(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

const byWord: ReadonlyMap<string, number> = new Map(
  monthWords.flatMap((words, index) =>
    words.split(' ').map((word): [string, number] => [word.normalize('NFC'), index + 1]),
  ),
);
const byBareWord: ReadonlyMap<string, number> = new Map(
  [...byWord]
    .filter(([word]) => /\p{Script=Latin}|\p{Script=Greek}/u.test(word))
    .map(([word, month]) => [bare(word), month]),
);

/** Month 1 to 12 that a lower-case word names, without its full stop; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  return byWord.get(word) ?? byBareWord.get(bare(word));
}
