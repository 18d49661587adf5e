/** News agencies, and how they sign their copy: in brackets after the place, at the end, or as a byline. */
export interface Agency {
  readonly name: string;
  /** Signatures as they are written, matched by case. */
  readonly signs: readonly string[];
}

export const AGENCIES: readonly Agency[] = [
  {
    name: 'Reuters',
    signs: ['Reuters', 'REUTERS', 'Thomson Reuters', 'ロイター', '路透社', '로이터', 'Рейтер'],
  },
  {
    name: 'AP',
    signs: ['AP', 'A.P.', 'Associated Press', 'The Associated Press', 'AP通信', 'ＡＰ', '美联社'],
  },
  {
    name: 'AFP',
    signs: ['AFP', 'Agence France-Presse', 'AFP=時事', 'ＡＦＰ', 'AFPBB News', '法新社', 'afp.com'],
  },
  { name: 'Kyodo', signs: ['Kyodo', 'KYODO', 'Kyodo News', '共同', '共同通信', '共同通信社', 'Jiji-Kyodo'] },
  { name: 'Jiji', signs: ['Jiji', 'JIJI', 'Jiji Press', '時事', '時事通信', '時事通信社'] },
  { name: 'UPI', signs: ['UPI', 'United Press International'] },
  { name: 'Bloomberg', signs: ['Bloomberg', 'Bloomberg News', 'ブルームバーグ'] },
  { name: 'Xinhua', signs: ['Xinhua', '新华社', '新華社', '新華社通信', 'XINHUA'] },
  { name: 'China News Service', signs: ['CNS', '中新社', '中新网'] },
  { name: 'Yonhap', signs: ['Yonhap', 'YONHAP', '연합뉴스', '聯合ニュース', '聯合'] },
  { name: 'TASS', signs: ['TASS', 'ТАСС', 'タス通信'] },
  { name: 'RIA Novosti', signs: ['RIA Novosti', 'РИА Новости', 'Sputnik'] },
  { name: 'Interfax', signs: ['Interfax', 'Интерфакс'] },
  { name: 'dpa', signs: ['dpa', 'DPA', 'dpa-AFX'] },
  { name: 'EFE', signs: ['EFE', 'Agencia EFE'] },
  { name: 'ANSA', signs: ['ANSA'] },
  { name: 'APA', signs: ['APA'] },
  { name: 'sda', signs: ['sda', 'Keystone-SDA', 'ats'] },
  { name: 'CNA', signs: ['CNA', 'Central News Agency', '中央社'] },
  { name: 'PTI', signs: ['PTI', 'Press Trust of India'] },
  { name: 'ANI', signs: ['ANI'] },
  { name: 'PA', signs: ['PA Media', 'Press Association'] },
  { name: 'CP', signs: ['The Canadian Press', 'Canadian Press'] },
  { name: 'AAP', signs: ['AAP', 'Australian Associated Press'] },
  { name: 'TNS', signs: ['TNS', 'Tribune News Service', 'Tribune Content Agency'] },
  { name: 'CNN Wire', signs: ['CNN', 'CNN Wire', 'CNN Newsource'] },
  { name: 'Anadolu', signs: ['Anadolu', 'Anadolu Agency', 'AA'] },
  { name: 'Antara', signs: ['ANTARA'] },
  { name: 'KCNA', signs: ['KCNA', '조선중앙통신', '朝鮮中央通信'] },
  { name: 'Stars and Stripes', signs: ['Stars and Stripes'] },
];
