interface Wording {
  message: string;
  remedy: string;
}

/** What a mistake in YAML's grammar means to somebody who does not know YAML; `code` is that of the yaml package. */
export function describeSyntax(code: string, original: string): Wording {
  return WORDINGS[code] ?? { message: firstLine(original), remedy: 'Compare the line with its neighbours.' };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}

const INDENT: Wording = {
  message: 'The line is indented differently from those it belongs to.',
  remedy: 'Give it as many spaces at its start as the lines beside it have.',
};

const QUOTE: Wording = {
  message:
    'The text is read as something else because of a sign in it, such as ": ", "#" or a quotation mark.',
  remedy: 'Put the whole text between double quotation marks: "like: this".',
};

const WORDINGS: Readonly<Record<string, Wording>> = {
  TAB_AS_INDENT: {
    message: 'The line starts with a tab.',
    remedy: 'Use spaces at the start of lines: two for each step.',
  },
  DUPLICATE_KEY: {
    message: 'The same field is written twice.',
    remedy: 'Keep one of them, or put both contents under one.',
  },
  BAD_INDENT: INDENT,
  BLOCK_IN_FLOW: INDENT,
  BLOCK_AS_IMPLICIT_KEY: QUOTE,
  MULTILINE_IMPLICIT_KEY: {
    message: 'A field is not followed by a colon, or a text runs on without being indented.',
    remedy: 'Write "field: value", or indent the text under its field by two more spaces.',
  },
  BAD_SCALAR_START: QUOTE,
  BAD_DQ_ESCAPE: {
    message: 'A backslash in a text between double quotation marks starts something unknown.',
    remedy: 'Write two backslashes, or put the text between single quotation marks.',
  },
  MISSING_CHAR: {
    message: 'A closing sign or a space is missing: a quotation mark, a bracket, or the space after a colon.',
    remedy: 'Close what was opened on this line, and put a space after each colon and dash.',
  },
  UNEXPECTED_TOKEN: QUOTE,
  KEY_OVER_1024_CHARS: QUOTE,
  MULTIPLE_DOCS: {
    message: 'A line of three dashes starts a second document.',
    remedy: 'Remove the line; one file holds one document.',
  },
  BAD_ALIAS: {
    message: 'A text that starts with * is read as a reference.',
    remedy: 'Put the text between double quotation marks.',
  },
  TAG_RESOLVE_FAILED: {
    message: 'A text that starts with ! is read as a type.',
    remedy: 'Put the text between double quotation marks.',
  },
};
