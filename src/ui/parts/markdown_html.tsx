/** Markdown with HTML in it, where the author allows it: cleaned by DOMPurify, then nodes like all others. */
import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { lazy, useLazy } from './lazy.ts';
import type { Options } from './markdown_nodes.tsx';
import type { AnyToken } from './markdown_tokens.ts';
import { StaticFilesContext } from './static_files.ts';

const merging = lazy(() => import('./markdown_merge.tsx'));

/** Whether HTML stands among these tokens. What is inside of them is merged at its own level. */
export function has_html(tokens: readonly AnyToken[]): boolean {
  return tokens.some(({ type }) => type === 'html');
}

export interface HtmlNodesProps {
  readonly tokens: readonly AnyToken[];
  readonly options: Options;
}

/** Nothing, until the sanitiser is there. */
export function HtmlNodes({ tokens, options }: HtmlNodesProps): JSX.Element {
  const files = useContext(StaticFilesContext);
  return <>{useLazy(merging)?.merge(tokens, options, files)}</>;
}
