/** JSON's text → values to show, as exact as the text: long integers keep their digits, Python's `NaN` is let through. */

/** A number as it was written, because a JavaScript number would be another. */
export class Verbatim {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Read = { readonly value: unknown } | { readonly fault: string };

export function read_json(text: string): Read {
  try {
    return { value: JSON.parse(marked(text), needs_care.test(text) ? revive : undefined) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

const needs_care = /\d{16}|NaN|Infinity/;
const MARK = '\u0000verbatim';

/** `NaN` outside of strings becomes an object that `revive` knows. */
function marked(text: string): string {
  if (!/NaN|Infinity/.test(text)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (part) =>
    part.startsWith('"') ? part : JSON.stringify({ [MARK]: part }),
  );
}

/** Browsers that do not hand the source text over show a long integer rounded, as any JavaScript would. */
function revive(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')) {
    return new Verbatim(context?.source as string);
  }
  const text =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[MARK] : undefined;
  return typeof text === 'string' ? new Verbatim(text) : value;
}

/** The text again, indented, for the clipboard. */
export function write_json(value: unknown, indent = ''): string {
  if (value instanceof Verbatim) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = `${indent}  `;
  const items = entries_of(value).map(
    ([key, item]) => `${typeof key === 'string' ? `${JSON.stringify(key)}: ` : ''}${write_json(item, inner)}`,
  );
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
}

/** What an array or an object holds; an array's keys are numbers. */
export function entries_of(value: object): readonly (readonly [key: string | number, item: unknown])[] {
  return Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
}
