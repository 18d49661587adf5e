import { useWords } from '../words/use-words.tsx';
import { YamlText } from '../yaml-text.tsx';

const example = `channels:
  - id: desk
    kind: email
    name: News desk
    to: [desk@example.org]
    from: framewatch@example.org
    smtpFromEnv: ALERT_SMTP_URL # smtp://user:password@mail.example.org:587
    digest: { every: day, at: "08:00", days: [mon, tue, wed, thu, fri] }
    quietHours: { from: "22:00", to: "06:00" }
  - id: newsroom
    kind: slack
    urlFromEnv: ALERT_SLACK_URL
    cap: { alerts: 10, per: hour }
`;

/** How another channel is added. */
export function AddChannel() {
  const words = useWords();
  return (
    <section className="add-channel" aria-labelledby="add-channel-title">
      <h2 id="add-channel-title">{words.channelList.add}</h2>
      <p>{words.channelList.addWhere}</p>
      <p className="quiet small">
        {words.channelList.addDocs} <code>docs/alerts.md</code>
      </p>
      <YamlText yaml={example} />
    </section>
  );
}
