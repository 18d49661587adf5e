/** What pages say that stand in the way of an article, in some languages of the press. */
export const CHALLENGE =
  /just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|attention required|are you a robot|captcha|checking your browser|enable javascript and cookies|access denied|unusual traffic|bot detection|request unsuccessful/i;

export const ERROR =
  /\b(?:404|403|410|500|502|503)\b|(?:page|article|content) (?:was |is |could )?not (?:be )?found|no longer (?:available|exists)|does(?: not|n't) exist|forbidden|bad gateway|service unavailable|internal server error|something went wrong|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|ページが見つかりません|找不到|страница не найдена/i;

export const CONSENT =
  /cookies?\b|consent|personal data|privacy|our partners|datenschutz|einwilligung|vie privée|confidentialité|privacidad|クッキー|プライバシー/gi;

/** The end of a text that goes on elsewhere. */
export const CUT_SHORT =
  /(?:\[(?:…|\.\.\.)\]|read (?:more|the full (?:story|article))|continue reading|続きを読む|この記事は有料|残り\d+文字|この先は会員|weiterlesen|lire la suite|seguir leyendo)\W*$/i;

/** What a page asks where the rest is for subscribers. */
export const SUBSCRIBERS_ONLY =
  /(?:subscribe|sign in|log in|register) (?:now )?to (?:continue|read|keep reading|unlock)|already a (?:subscriber|member)\?|this (?:article|content|story) is (?:only )?(?:for|available to) (?:subscribers|members)|subscribers? only|有料会員(?:限定|に登録)|会員限定|残り\s?\d+\s?文字|jetzt weiterlesen mit|réservé aux abonnés|solo para suscriptores|exclusivo para (?:suscriptores|assinantes)/i;
