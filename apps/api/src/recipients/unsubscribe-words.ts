/** What the page for leaving says, in the languages of the dashboard. */
export const UNSUBSCRIBE_WORDS = {
  en: {
    title: 'Alerts by email',
    ask: (address: string) => `Emails to ${address}`,
    leaveRule: (rule: string) => `Stop emails of the rule “${rule}”`,
    leaveChannel: 'Stop all alert emails of this list',
    leftRule: (rule: string) => `You get no more emails of the rule “${rule}”.`,
    leftChannel: 'You get no more alert emails of this list.',
    undo: 'Undo: send them again',
    stays: 'Nothing changes until you press a button. Only this address is concerned.',
    badTitle: 'This link does not work',
    bad: 'It was cut off on its way, or it belongs to another Framewatch. Open the link at the foot of a newer email, or ask whoever sends them to you.',
  },
  ja: {
    title: 'アラートのメール',
    ask: (address: string) => `${address} へのメール`,
    leaveRule: (rule: string) => `ルール「${rule}」のメールを停止する`,
    leaveChannel: 'この宛先リストのアラートメールをすべて停止する',
    leftRule: (rule: string) => `ルール「${rule}」のメールは届かなくなりました。`,
    leftChannel: 'この宛先リストのアラートメールは届かなくなりました。',
    undo: '元に戻す（再び受け取る）',
    stays: 'ボタンを押すまで何も変わりません。対象はこのアドレスだけです。',
    badTitle: 'このリンクは使えません',
    bad: 'リンクが途中で切れているか、別の Framewatch のものです。より新しいメールの末尾のリンクを開くか、送信元の担当者にお尋ねください。',
  },
} as const;

export type PageLanguage = keyof typeof UNSUBSCRIBE_WORDS;

/** The first language of an Accept-Language header that the page knows; English where there is none. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  const wanted = (accepted ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((code) => code === 'ja' || code === 'en') === 'ja' ? 'ja' : 'en';
}
