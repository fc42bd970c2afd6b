/** The id that a heading gets from its text: words in lower case, joined by hyphens, as Streamlit makes it. */
import { lazy, useLazy } from './lazy.ts';

const letters = lazy(() => import('./slug_letters.ts'));

/** Undefined where a text has no words or, for a moment, where what knows other letters has not arrived yet. */
export function useSlug(text: string | undefined): string | undefined {
  const simple = text === undefined ? '' : simple_slug(text);
  const slug = useLazy(simple === undefined ? letters : undefined)?.slug;
  return simple ?? ((text && slug?.(text)) || undefined);
}

/** Most texts need no table: words of plain letters, `One big Word`. Undefined for others. */
export function simple_slug(text: string): string | undefined {
  if (/[^ -~]|[&'\\]|[a-z\d][A-Z]|[A-Z]{2}/.test(text)) return undefined;
  return (
    text
      .toLowerCase()
      .match(/[a-z\d]+/g)
      ?.join('-') ?? (text.trim() === '' ? '' : undefined)
  );
}
