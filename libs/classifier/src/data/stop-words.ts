/**
 * English function words: they carry no subject, and a phrase may be interrupted by up to three of them.
 * Own list. Words that can carry a frame (however, yet, not, only, still, without, more) are left out on purpose.
 */
export const STOP_WORDS: readonly string[] =
  `a about after again all also am an and any are as at be because been
  before being between both but by can could did do does doing down during each for from further had has have
  having he her here hers him his how i if in into is it its itself just me my of off on once or other our out
  over own s said same say says she should so some such than that the their them then there these they this
  those through to too under until up upon very was we were what when where which while who whom whose why
  will with within would you your mr mrs ms dr`.split(/\s+/);
