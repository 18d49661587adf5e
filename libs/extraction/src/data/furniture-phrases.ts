/** Headings of readers' comments in some languages of the press. */
export const COMMENT_MARK =
  /^(?:\d[\d,.]*\s+)?(?:(?:top|top rated|recent|latest|reader|readers['’]|user|all|view|show|leave|post|add|write|join)\s+(?:a\s+|the\s+|all\s+|your\s+)?)?(?:comments?|responses? to|repl(?:y|ies)|thoughts? on|conversation|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|yorumlar|komentarze?|комментарии|コメント|评论|댓글)(?:\s*[([:]?\s*\d[\d,.]*\s*[)\]]?)?\s*(?:[“"‘:].*|so far|on .*)?$/i;

/** A caption, told by the credit that ends or begins it. */
export const CAPTION_CREDIT =
  /(?:[([]\s*(?:image|images|photo|photos|picture|pictures|pic|credit|foto|fotos|bild|imagen|crédit|source)\s*(?:credit|by)?\s*[:：/][^)\]]{2,60}[)\]]\.?$)|^(?:image|photo|picture|foto|bild|imagen|crédit photo)\s*(?:credit|by|source)?\s*[:：]|\/\s?(?:getty images|afp|reuters|ap photo|shutterstock|picture alliance|dpa)\s*\)?$|^(?:getty images|shutterstock|ap photo)\b/i;

/** A line that only says when, or who and when. */
export const DATE_LINE =
  /^(?:(?:first\s+)?(?:published|posted|updated|last updated|modified|created|stand|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|gepubliceerd|oppdatert|publicerad|päivitetty)\b[^a-z]{0,3}.{0,80}\d)|^by\s.{3,60}\son\s.{3,30}\d{4}$|^(?:\d{1,2}[:.]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:[\s,|–-]|uhr|am|pm|[\d:.])*$/i;

/** What asks something of the reader. */
export const CALL_TO_ACTION =
  /^(?:(?:read|see|watch|listen|related|more)\s*(?:more|also|next|on this|now|stories)?\s*[:：]|read (?:more|also|next)\b|also read\b|(?:click|tap) here\b|sign up\b|subscribe\b|follow (?:us|him|her|me|them|@)\b|like this (?:story|article)|share this\b|have a (?:tip|story|question)|got a (?:tip|story)|join (?:us|our|the conversation)\b|download (?:the|our)\b|get (?:the latest|our|breaking|more)\b.{0,80}(?:inbox|newsletter|app|alerts?|updates)|don['’]t miss\b|advertisement$|continue reading\b|story continues\b|article continues\b|scroll (?:down|to continue)|support (?:our|independent)|copyright\b|©|all rights reserved|this article (?:originally |was (?:originally |first )?)|lesen sie (?:auch|mehr)|mehr (?:zum thema|dazu)|das könnte sie|lire aussi|à lire|lea también|lee también|leia (?:também|mais)|leggi anche|lees ook|läs (?:också|mer)|les også|czytaj (?:też|także|więcej)|читайте также|【関連(?:記事)?】|関連記事|あわせて読みたい|相关(?:阅读|新闻))/i;
