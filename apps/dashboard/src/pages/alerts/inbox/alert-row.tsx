import type { Alert } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { carriedOver } from '../../../api/view.ts';
import { QuoteLine } from '../../../ui/label-chip.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { useWhyText } from '../use-why-text.ts';
import { useWords } from '../words/use-words.tsx';
import { AlertTitle } from './alert-title.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { Updates } from './updates.tsx';

/** Sentences shown at once; the others open in place. */
const quotesAtOnce = 2;

interface AlertRowProps {
  alert: Alert;
  fresh: boolean;
  onMark: (alert: Alert, read: boolean) => void;
}

/** One alert: when, by which rule, what, why with its sentences, what joined it since, and where it went. */
export function AlertRow({ alert, fresh, onMark }: AlertRowProps) {
  const words = useWords();
  const { format, view } = useSubject();
  const whyText = useWhyText();
  const classes = ['alert-row', alert.read ? '' : 'unread', fresh ? 'fresh' : ''].filter(Boolean).join(' ');
  return (
    <li className={classes} data-alert={alert.id}>
      <time dateTime={alert.raisedAt} title={format.dayTime(alert.raisedAt)} className="alert-time tabular">
        {format.time(alert.raisedAt)}
      </time>
      <div className="alert-body">
        <p className="alert-meta quiet small">
          {alert.read ? null : <span className="visually-hidden">{words.list.new}</span>}
          <span className={`alert-kind kind-${alert.on}`}>{words.kind[alert.on] ?? alert.on}</span>
          <Link to="/alerts" search={{ ...carriedOver(view), rule: alert.ruleId }}>
            {alert.ruleName}
          </Link>
          {alert.outlet ? <span>{alert.outlet}</span> : null}
        </p>
        <h3 className="alert-title">
          <AlertTitle alert={alert} onOpen={() => onMark(alert, true)} />
        </h3>
        <p className="alert-why">{whyText(alert)}</p>
        <Quotes alert={alert} />
        <Updates alert={alert} />
        <DeliveryLine deliveries={alert.deliveries} />
      </div>
      <button
        type="button"
        className="plain alert-mark"
        title={alert.read ? words.list.markUnread : words.list.markRead}
        aria-label={`${alert.read ? words.list.markUnread : words.list.markRead}: ${alert.title}`}
        onClick={() => onMark(alert, !alert.read)}
      >
        <span aria-hidden="true" />
      </button>
    </li>
  );
}

function Quotes({ alert }: { alert: Alert }) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? alert.quotes : alert.quotes.slice(0, quotesAtOnce);
  const hidden = alert.quotes.length - shown.length;
  return (
    <>
      {shown.map((quote) => (
        <QuoteLine key={`${quote.kind} ${quote.labelId} ${quote.text}`} quote={quote} />
      ))}
      {hidden > 0 ? (
        <button type="button" className="plain link-like small" onClick={() => setAll(true)}>
          {words.list.moreQuotes(hidden)}
        </button>
      ) : null}
    </>
  );
}
