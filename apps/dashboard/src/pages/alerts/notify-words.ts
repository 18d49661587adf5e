import type { InterfaceLanguage } from '../../ui/language.tsx';

interface NotifyWords {
  title: string;
  label: (channel: string) => string;
  hint: string;
  on: (name: string) => string;
  unsupported: string;
  insecure: string;
  denied: string;
  noChannel: string;
  failed: string;
  others: (count: number) => string;
  remove: (name: string) => string;
}

/** What the switch for notifications in this browser says. */
export const NOTIFY_WORDS: Record<InterfaceLanguage, NotifyWords> = {
  en: {
    title: 'Notify this browser',
    label: (channel) => `Notify this browser: ${channel}`,
    hint: 'Alerts of the rules that name this channel appear as notifications, even when no page is open.',
    on: (name) => `On: this browser is ${name}.`,
    unsupported:
      'This browser knows no push notifications. On an iPhone or iPad they need a recent system; elsewhere take a current Firefox, Chrome, Edge or Safari.',
    insecure:
      'Browsers allow notifications only where the dashboard is opened over https, or on this machine as http://localhost.',
    denied:
      'Notifications of this page are blocked. Allow them in the browser: the sign beside the address, then “Notifications”.',
    noChannel:
      'To be notified here, add a channel of the kind web-push to alerts.yaml and name it in a rule, such as:',
    failed: 'The browser could not reach its push service, or it refused. Try again later.',
    others: (count) => (count === 1 ? 'One browser is notified' : `${count} browsers are notified`),
    remove: (name) => `Notify ${name} no more`,
  },
  ja: {
    title: 'このブラウザーに通知',
    label: (channel) => `このブラウザーに通知：${channel}`,
    hint: 'このチャンネルを指定したルールのアラートを、ページを開いていなくても通知します。',
    on: (name) => `オン：このブラウザーは「${name}」です。`,
    unsupported:
      'このブラウザーはプッシュ通知に対応していません。iPhone・iPad では新しいシステムが必要です。その他では最新の Firefox、Chrome、Edge、Safari をお使いください。',
    insecure:
      '通知を使うには、ダッシュボードを https で開くか、このマシン上で http://localhost として開いてください。',
    denied: 'このページの通知はブロックされています。アドレスの横のアイコンから「通知」を許可してください。',
    noChannel:
      'ここで通知を受け取るには、alerts.yaml に web-push 種別のチャンネルを追加し、ルールで指定してください。例：',
    failed: 'ブラウザーがプッシュサービスに接続できないか、拒否されました。後でもう一度お試しください。',
    others: (count) => `${count} 件のブラウザーに通知しています`,
    remove: (name) => `「${name}」への通知をやめる`,
  },
};

/** What to paste into alerts.yaml. */
export const CHANNEL_EXAMPLE = '- { id: browsers, kind: web-push }';
