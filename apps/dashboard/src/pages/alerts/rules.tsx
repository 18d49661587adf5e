import { useAlertRules } from '../../api/queries.ts';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** The rules in force, in words, with how often each fired. */
export function Rules() {
  const { m } = useLanguage();
  const { format } = useSubject();
  const query = useAlertRules();
  return (
    <Loaded query={query} skeleton={<LinesSkeleton lines={6} />} time={format.time}>
      {(rules) => (
        <>
          {rules.length === 0 ? <p className="quiet">{m.alerts.rulesEmpty}</p> : null}
          <ul className="rules">
            {rules.map((rule) => (
              <li key={rule.id} className={rule.enabled ? 'rule' : 'rule off'}>
                <h3>
                  {rule.name}{' '}
                  <span className="quiet small">{rule.enabled ? m.alerts.enabled : m.alerts.disabled}</span>
                </h3>
                <p>{rule.when}</p>
                <p className="quiet small">
                  {m.alerts.on[rule.on] ?? rule.on} · {m.alerts.channels(rule.channels.join(', '))} ·{' '}
                  {m.alerts.fired(rule.fired7Days)}
                </p>
              </li>
            ))}
          </ul>
          <p className="quiet small">{m.alerts.rulesWhere}</p>
        </>
      )}
    </Loaded>
  );
}
