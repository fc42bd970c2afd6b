import { describe, expect, it } from 'vitest';
import { lex } from './markdown_lexer.ts';

/** Tokens in short: `em(text:a)`. */
function short(tokens: readonly unknown[]): string {
  return tokens
    .map((token) => {
      const { type, tokens: inner, text, tex, name, style, color } = token as Record<string, unknown>;
      const what = [type, style, color].filter(Boolean).join('-');
      if (Array.isArray(inner)) return `${what}(${short(inner)})`;
      return `${what}:${String(tex ?? name ?? text ?? '')}`;
    })
    .join(' ');
}

describe('marks of Streamlit', () => {
  it.each([
    ['a :red[b *c*] d', 'paragraph(text:a  span-text-red(text:b  em(text:c)) text: d)'],
    [':blue-background[x]', 'paragraph(span-background-blue(text:x))'],
    [':green-badge[:material/check: Done]', 'paragraph(span-badge-green(icon:check text: Done))'],
    [':small[x] :shimmer[y]', 'paragraph(span-small(text:x) text:  span-shimmer(text:y))'],
    [
      ':red[a [l](u) :blue[b]]',
      'paragraph(span-text-red(text:a  link(text:l) text:  span-text-blue(text:b)))',
    ],
    [':red[`]`]', 'paragraph(span-text-red(codespan:]))'],
    [':red[\\]]', 'paragraph(span-text-red(escape:]))'],
    [':red[open', 'paragraph(text::red[open)'],
    [':pink[x]', 'paragraph(text::pink[x])'],
    ['a:smile:b 12:30', 'paragraph(text:a emoji:smile text:b 12:30)'],
    ['**:red[x]**', 'paragraph(strong(span-text-red(text:x)))'],
    ['`:red[x]` and `$x$`', 'paragraph(codespan::red[x] text: and  codespan:$x$)'],
    ['$a*b$ and $c*d$', 'paragraph(math:a*b text: and  math:c*d)'],
    ['*a $b*c$ d*', 'paragraph(em(text:a  math:b*c text: d))'],
    ['$5 and $10', 'paragraph(text:$5 and $10)'],
    ['\\$5 and $x$', 'paragraph(escape:$ text:5 and  math:x)'],
    ['$ x $', 'paragraph(math:x)'],
    ['so $$x$$ is', 'paragraph(text:so  math:x text: is)'],
    ['$$\nx\n$$', 'math:x'],
    ['$$x$$', 'math:x'],
    ['text\n$$\nx\n$$\nmore', 'paragraph(text:text) math:x paragraph(text:more)'],
  ])('%s', (body, expected) => expect(short(lex(body))).toBe(expected));
});

describe('what is in a text without blocks is what a block would hold', () => {
  it.each([
    'a *b* `c`',
    'x | y',
    '1.5 apples',
    '-5 degrees',
    '#hashtag',
    '\\# no',
    'see https://a.b/c',
    'a_b_c *d',
  ])('%s', (body) => expect(short(lex(body))).toBe(short(lex(`${body}\n\n`)).replace(/ space:$/, '')));
});

it('reads hostile texts in bounded time', () => {
  const start = performance.now();
  for (const unit of [
    '[',
    '*a ',
    ':red[',
    '$a',
    '`',
    '> ',
    '- ',
    '![](',
    '<a ',
    '_a*b ',
    ':a:',
    '~~a',
    '|-',
  ]) {
    lex(unit.repeat(20_000));
  }
  expect(performance.now() - start).toBeLessThan(15_000);
}, 60_000);
