/** Words before a name in a byline. */
export const LEAD_IN =
  /^(?:with(?=\s\p{Lu})|(?:written|posted|story|reported|words|report|reporting|analysis|opinion|article|published|edited|photographs?|authored|contributed) by|by|von|par|por|di|af|av|door|tekst|text|texto|foto|autor(?:in)?[/:]?(?:innen|in|en|es|autor)?|redaktion(?=\s*:)|authors?|auteurs?|autore|reporter|yazan|haber|oleh|автор|от|文|著者|作者|记者|記者|文責|執筆|veröffentlicht von|verfasst von|geschrieben von|ein beitrag von|publié par|écrit par|rédigé par|publicado por|escrito por|pubblicato da|scritto da|a cura di|geschreven door|oleh|skrevet av|skriven av)(?:\s*[:：]\s*|\s+)/iu;

/** The same, run together with the name by a template. */
export const GLUED_LEAD_IN = /^(?:by|By|BY|Von|Por|Par|Authors?:)+(?=\p{Lu}\p{Ll})/u;

/** A month's name and all after it: the date that follows a name. */
export const MONTHS_IN_BYLINES =
  /\s*[,|·•–-]?\s*(?:(?:on|le|am|el|il|den|op)\s+)?(?:posted|updated|published|edited|last updated|(?:\d{1,2}\.?\s*)?\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?\s*\d)[:\s]?.*$/is;

/** Roles and other remarks after a name. */
export const TRAILERS =
  /^(\S+\s\S.*?)\s+(?:for|says|sagt|schreibt|skrifar frá|reports?|senior|staff|special to|contributing|correspondent|reporter|editor|journalist|redakteur(?:in)?|freelance|is an?|le|am|on|at|in|follow)(?:\s.*)?$/is;

/** What stands in bylines and names nobody. */
export const NO_NAME =
  /@|^\d|\.(?:com|org|net|de)\b|\*|[→»?!]|^(?:by|publiziert am|admin|administrator|staff|editors?|editorial(?: team| staff)?|newsroom|news desk|webdesk|web desk|online desk|redaktion|redacción|redacao|redação|rédaction|redazione|redactie|redaksi|guest|contributors?|unknown|null|undefined|none|n\/a|authors?|posted|published|publiziert|updated|read more|agencies|name|bio|share|follow|comments?|source|quelle|nachrichten|news|image|photo|archive?|home|more|about|profil|view|show all|facebook|twitter)\b(?!\s\p{Lu})|\b(?:facebook|twitter|linkedin|whatsapp|instagram|pinterest|anzeigen|profile?|articles?|posts|alle|all)\b/iu;
