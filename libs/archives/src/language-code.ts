let codes: Map<string, string> | undefined;

/** The two letters of a language that is written as a code (`en-US`, `JA`) or in English (`Japanese`); null for neither. */
export function languageCode(written: string): string | null {
  const plain = written.trim().toLowerCase();
  const [code = ''] = plain.split(/[-_]/);
  if (/^[a-z]{2,3}$/.test(code)) return shortest(code);
  codes ??= namesOfLanguages();
  return codes.get(plain) ?? null;
}

/** `jpn` is `ja`. */
function shortest(code: string): string | null {
  try {
    return Intl.getCanonicalLocales(code)[0] ?? null;
  } catch {
    return null;
  }
}

function namesOfLanguages(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  return new Map(
    letters.flatMap((a) =>
      letters.flatMap((b) => {
        const name = names.of(a + b);
        return name === undefined ? [] : [[name.toLowerCase(), a + b] as const];
      }),
    ),
  );
}
