import type { Compared } from '@framewatch/contracts';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';

/** Both periods' totals over what can be compared, how sure the difference is, and what to mind. */
export function ComparedCaption({ compared, format }: { compared: Compared; format: Format }) {
  const { m } = useLanguage();
  const [total] = compared.totals;
  const points = (share: number) => `${share > 0 ? '+' : ''}${(100 * share).toFixed(1)}`;
  const said = [
    total?.now && total.before
      ? m.compared.total(format.percent(total.now.share), format.percent(total.before.share))
      : '',
    total?.difference
      ? m.compared.difference(
          points(total.difference.value),
          points(total.difference.low),
          points(total.difference.high),
        )
      : '',
    compared.pairs > 0 ? m.compared.pairs(compared.pairs, compared.ofPairs) : '',
    ...compared.cautions.map((caution) => m.compared.caution[caution]),
  ].filter(Boolean);
  return <p className="quiet small tabular">{said.join(' · ')}</p>;
}
