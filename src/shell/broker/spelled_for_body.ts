/** How a secret is spelled for the body of a request, so that whoever reads the body finds the secret. */
import { type Bytes, utf8 } from './bytes.ts';
import { in_latin1 } from './encodings.ts';
import { ascii_json, attribute } from './escapes.ts';

/** Undefined for a secret that a body of this kind cannot hold. */
export type SpellForBody = (value: string) => Bytes | undefined;

const as_json: SpellForBody = (value) => utf8(ascii_json(value));
const as_it_is: SpellForBody = (value) => utf8(value);

/** The first that fits. What a body is says more than its type: urllib calls everything a form. */
const kinds: readonly {
  readonly is: (type: string, body: Bytes) => boolean;
  readonly spell: SpellForBody;
}[] = [
  { is: (type) => /json\b/i.test(type), spell: as_json },
  { is: (type) => /^multipart\//i.test(type), spell: as_it_is },
  { is: (type) => /[/+]xml\b/i.test(type), spell: (value) => utf8(attribute(value)) },
  { is: (_type, body) => is_json(body), spell: as_json },
  {
    is: (type) => /x-www-form-urlencoded/i.test(type),
    spell: (value) => utf8(new URLSearchParams({ '': value }).toString().slice(1)),
  },
  { is: (type) => /charset="?(iso-8859-1|latin-?1|windows-1252)\b/i.test(type), spell: in_latin1 },
];

/** `type` is the value of `Content-Type`, empty where there is none; `body` still has its placeholders. */
export function spell_for_body(type: string, body: Bytes): SpellForBody {
  return kinds.find(({ is }) => is(type, body))?.spell ?? as_it_is;
}

const brackets = new Set(['{', '['].map((letter) => letter.charCodeAt(0)));
const white = new Set([9, 10, 13, 32]);

/** A document, or a line each. */
function is_json(body: Bytes): boolean {
  const start = body.findIndex((byte) => !white.has(byte));
  if (start < 0 || !brackets.has(body[start] as number)) return false;
  const text = new TextDecoder().decode(body);
  if (parses(text)) return true;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.every(parses);
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
