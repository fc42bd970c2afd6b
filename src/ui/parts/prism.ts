/**
 * Prism and the languages that apps show. Its files know each other by a global name only; `prism_global.ts` lends it
 * while they load.
 */
import { Prism } from './prism_global.ts';
import 'prismjs/components/prism-markup';
import 'prismjs/components/prism-css';
import 'prismjs/components/prism-clike';
import 'prismjs/components/prism-javascript';
import 'prismjs/components/prism-jsx';
import 'prismjs/components/prism-typescript';
import 'prismjs/components/prism-tsx';
import 'prismjs/components/prism-python';
import 'prismjs/components/prism-bash';
import 'prismjs/components/prism-c';
import 'prismjs/components/prism-cpp';
import 'prismjs/components/prism-csharp';
import 'prismjs/components/prism-diff';
import 'prismjs/components/prism-docker';
import 'prismjs/components/prism-go';
import 'prismjs/components/prism-ini';
import 'prismjs/components/prism-java';
import 'prismjs/components/prism-json';
import 'prismjs/components/prism-julia';
import 'prismjs/components/prism-kotlin';
import 'prismjs/components/prism-latex';
import 'prismjs/components/prism-markdown';
import 'prismjs/components/prism-r';
import 'prismjs/components/prism-ruby';
import 'prismjs/components/prism-rust';
import 'prismjs/components/prism-sql';
import 'prismjs/components/prism-swift';
import 'prismjs/components/prism-toml';
import 'prismjs/components/prism-yaml';

delete (globalThis as { Prism?: unknown }).Prism;

/** A piece of code: plain, or of a kind. */
export type Piece =
  | string
  | {
      readonly type: string;
      readonly alias?: string | readonly string[];
      readonly content: string | Piece | readonly Piece[];
    };

type Grammar = Parameters<typeof Prism.tokenize>[1];

/** Prism's own names and aliases (`py`, `js`, `yml`, …), and a few that it has not. */
export function grammar_of(language: string): Grammar | undefined {
  const name = more_names[language] ?? language;
  const found: unknown = Object.hasOwn(Prism.languages, name) ? Prism.languages[name] : undefined;
  return typeof found === 'object' ? (found as Grammar) : undefined;
}

const more_names: Readonly<Record<string, string>> = {
  'c++': 'cpp',
  'c#': 'csharp',
  conf: 'ini',
  cfg: 'ini',
  console: 'bash',
  golang: 'go',
  python3: 'python',
  pycon: 'python',
  rs: 'rust',
  zsh: 'bash',
};

export function tokenize(code: string, grammar: Grammar): readonly Piece[] {
  return Prism.tokenize(code, grammar) as readonly Piece[];
}
