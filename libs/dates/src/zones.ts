/**
 * Zone abbreviations by offset in minutes. Where one is used by several countries, the one that feeds mean: CST, EST
 * and PST are American, BST British, IST Indian, AST Atlantic. Single letters but Z say nothing (RFC 5322, 4.3).
 */
const names: Record<string, string> = {
  '0': 'z ut utc gmt wet uct zulu greenwich',
  '60': 'cet met bst wat mez west ist-ie',
  '120': 'eet cest mest sast cat mesz ces',
  '180': 'msk eest eat trt ast-sa fet',
  '210': 'irst',
  '240': 'msd gst samt azt get amt-am',
  '300': 'pkt yekt uzt tmt mvt',
  '330': 'ist slst',
  '345': 'npt',
  '360': 'omst btt bdt',
  '390': 'mmt',
  '420': 'ict wib krat novt',
  '480': 'hkt sgt awst irkt pht myt wita ulat cst-cn',
  '540': 'jst kst yakt wit tlt',
  '570': 'acst',
  '600': 'aest vlat chst pgt',
  '630': 'acdt',
  '660': 'aedt magt sbt',
  '720': 'nzst fjt pett',
  '780': 'nzdt tot',
  '-60': 'azot cvt',
  '-120': 'gst-sg fnt',
  '-150': 'ndt',
  '-180': 'art brt adt uyt clst pmst gft',
  '-210': 'nst nt',
  '-240': 'ast edt at clt vet bot amt',
  '-300': 'est et cdt cot pet ect',
  '-360': 'cst ct mdt',
  '-420': 'mst mt pdt',
  '-480': 'pst pt akdt',
  '-540': 'akst hdt',
  '-600': 'hst',
  '-660': 'sst',
};

const offsets: ReadonlyMap<string, number> = new Map(
  Object.entries(names).flatMap(([minutes, words]) =>
    words.split(' ').map((word): [string, number] => [word, Number(minutes)]),
  ),
);

/** Minutes east of UTC that a lower-case zone abbreviation means, or undefined. */
export function zoneOffset(name: string): number | undefined {
  return offsets.get(name);
}
