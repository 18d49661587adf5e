/** Fonts of the reader's own system; Japanese ones by name, for mail readers that pick a Chinese one otherwise. */
const FONTS =
  "system-ui,-apple-system,'Segoe UI',Roboto,'Hiragino Sans','Noto Sans JP','Yu Gothic',Meiryo,sans-serif";

/** What each part looks like by itself: many mail readers drop a style sheet. Light colours. */
export const EMAIL_STYLE = {
  page: `margin:0;padding:24px 12px;background:#eef1f4;font-family:${FONTS};font-size:15px;line-height:1.55;color:#1c2733`,
  card: 'max-width:600px;margin:0 auto;padding:24px 24px 20px;background:#ffffff;border:1px solid #d5dce3;border-radius:10px;overflow-wrap:anywhere',
  brand: 'margin:0 0 14px;font-size:13px;font-weight:600;letter-spacing:.02em;color:#55616d',
  notice: 'margin:0 0 14px;padding:8px 12px;background:#fff3cd;color:#664d03;border-radius:6px',
  heading: 'margin:0 0 6px;font-size:21px;line-height:1.35;font-weight:700',
  soft: 'margin:0 0 12px;color:#55616d;font-size:14px',
  text: 'margin:0 0 12px',
  rule: 'margin:26px 0 0;padding:0 0 6px;border-bottom:2px solid #c9d6e2;font-size:15px;line-height:1.4;color:#1f5a92',
  entry: 'padding:14px 0;border-bottom:1px solid #e3e8ed',
  title: 'margin:0 0 2px;font-size:16px;line-height:1.4;font-weight:600',
  link: 'color:#1f5a92;text-decoration:underline;text-underline-offset:2px',
  quote: 'margin:8px 0 10px;padding:2px 0 2px 12px;border-left:3px solid #8aa4c1',
  labels: 'font-size:13px;color:#35597d',
  list: 'margin:0 0 12px;padding:0 0 0 20px',
  button:
    'display:inline-block;margin:16px 0 4px;padding:9px 18px;background:#1f5a92;border-radius:6px;color:#ffffff;text-decoration:none;font-weight:600',
  foot: 'max-width:600px;margin:14px auto 0;padding:0 12px;color:#55616d;font-size:13px;overflow-wrap:anywhere',
} as const;

/** The same in the dark, for mail readers that heed it; it outweighs what stands at each part. */
export const EMAIL_DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#12171c!important;color:#e6ebf0!important}
.card{background:#1b2229!important;border-color:#36414c!important}
.brand,.soft,.foot{color:#a3afbb!important}
.notice{background:#473a10!important;color:#ffe9a8!important}
.rule{color:#9cc8f2!important;border-color:#3d4d5d!important}
.entry{border-color:#2c363f!important}
.link{color:#9cc8f2!important}
.quote{border-color:#5b7897!important}
.labels{color:#a9c4df!important}
.button{background:#2d6ea9!important;color:#ffffff!important}
}
@media (max-width:480px){.page{padding:0!important}.card{border-width:0!important;border-radius:0!important;padding:20px 16px!important}.foot{padding:0 16px 16px!important}}`;
