import type { Alert } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { carriedOver } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';

/** The title as a link to what the alert is about: its article, or the page that shows what happened. */
export function AlertTitle({ alert, onOpen }: { alert: Alert; onOpen: () => void }) {
  const { view } = useSubject();
  const beat = alert.beat === null ? {} : { beat: alert.beat };
  const search = { ...carriedOver(view), ...beat };
  const shared = { onClick: onOpen, 'data-row': true, children: alert.title };
  if (alert.articleId !== null)
    return <Link to="/articles/$id" params={{ id: alert.articleId }} search={search} {...shared} />;
  switch (alert.on) {
    case 'framing-shift':
      return <Link to="/framing" search={search} {...shared} />;
    case 'feed-trouble':
      return <Link to="/feeds" search={search} {...shared} />;
    case 'channel-trouble':
      return <Link to="/alerts/channels" search={search} {...shared} />;
    case 'new-article':
    case 'new-story':
    case 'first-coverage':
    case 'spike':
      return <Link to="/articles" search={{ ...search, ...topicOf(alert) }} {...shared} />;
  }
}

function topicOf({ labels }: Alert): { topic?: string } {
  const [topic] = labels;
  return topic ? { topic } : {};
}
