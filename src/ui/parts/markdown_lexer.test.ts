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
    ['a:smile: 12:30', 'paragraph(text:a emoji:smile text: 12:30)'],
    [':+1:.', 'paragraph(emoji:+1 text:.)'],
    ...['key:100:value', 'a:b:c', '12:x:13', ':smile:é', ':smile:日', ':smile:😀', ':smile:²', 't:v:w'].map(
      (body) => [body, `paragraph(text:${body})`],
    ),
    ['**:red[x]**', 'paragraph(strong(span-text-red(text:x)))'],
    ['`:red[x]` and `$x$`', 'paragraph(codespan::red[x] text: and  codespan:$x$)'],
    ['$a*b$ and $c*d$', 'paragraph(math:a*b text: and  math:c*d)'],
    ['*a $b*c$ d*', 'paragraph(em(text:a  math:b*c text: d))'],
    ['\\$5 and $x$', 'paragraph(escape:$ text:5 and  math:x)'],
    ['so $$x$$ is', 'paragraph(text:so  math:x text: is)'],
    ['$$\nx\n$$', 'math:x'],
    ['$$x\ny$$', 'math:x\ny'],
    ['$$\n\\text{a $b$}\n$$', 'math:\\text{a $b$}'],
    ['$$x$$', 'paragraph(math:x)'],
    ['a\n$$x$$\nb', 'paragraph(text:a\n math:x text:\nb)'],
    ['text\n$$\nx\n$$\nmore', 'paragraph(text:text) math:x paragraph(text:more)'],
  ])('%s', (body, expected) => expect(short(lex(body))).toBe(expected));
});

describe('dollars are money, unless a pair of them is surely around a formula', () => {
  it.each([
    '$5',
    '$5 and $6',
    '$ 5 and $ 6',
    '5 $ and 6 $',
    'costs $10 to $20',
    '$5M to $10M',
    'US$5, US$6',
    '$x $y',
    '$x $ y',
    '$ x $',
    '$5-$10',
    '$x\ny$',
    '$x$1',
    '$x$$',
    '$$x$',
    '$10.\n$x',
  ])('%j', (body) => {
    const words = (tokens: readonly unknown[]): string =>
      tokens
        .map((token) => {
          const { type, tokens: inner, text } = token as { type: string; tokens?: unknown[]; text: string };
          expect(type).not.toBe('math');
          return inner ? words(inner) : text;
        })
        .join('');
    expect(words(lex(body))).toBe(body);
  });

  it.each([
    ['$ 5 $ and $x$', 'paragraph(math:5 text: and  math:x)'],
    ['`$x$` and $ 5 $', 'paragraph(codespan:$x$ text: and  dollars:$ text: 5  dollars:$)'],
    ['\\$x\\$ $ 5 $', 'paragraph(escape:$ text:x escape:$ text:  dollars:$ text: 5  dollars:$)'],
    ['a $$x $$ b', 'paragraph(text:a  math:x text: b)'],
    ['$$$x$$$', 'paragraph(math:x)'],
    ['$a$$b$', 'paragraph(math:a$$b)'],
    ['$\\alpha $ x $y$', 'paragraph(math:\\alpha text: x  math:y)'],
    ['*a $5* b $6', 'paragraph(em(text:a  dollars:$ text:5) text: b  dollars:$ text:6)'],
  ])('%j', (body, expected) => expect(short(lex(body))).toBe(expected));
});

describe('in a label, marks of lists, headings and quotes are words', () => {
  const words = (tokens: readonly unknown[]): string =>
    tokens
      .map((token) => {
        const {
          type,
          tokens: inner,
          text = '',
        } = token as { type: string; tokens?: unknown[]; text?: string };
        return type === 'space' ? '\n\n' : inner ? words(inner) : text;
      })
      .join('');
  it.each([
    '1. First',
    '10) x',
    '- dash',
    '* star',
    '+ plus',
    '# 1 song',
    '###### six',
    '> quote',
    '>quote',
    '- a\n- b',
    'text\n\n1. one\n2. two',
    'text\n# h',
    '- [ ] task',
    '- - x',
    '> - x',
    '1.',
    '-',
    '#',
    '* * *',
  ])('%j', (body) => {
    const tokens = lex(body, 'label');
    expect(tokens.every(({ type }) => type === 'paragraph' || type === 'space')).toBe(true);
    expect(words(tokens)).toBe(body);
  });

  it.each([
    ['**- x** - y', 'paragraph(strong(text:- x) text: - y)'],
    ['- :red[x]', 'paragraph(escape:- text:  span-text-red(text:x))'],
    ['\\- x', 'paragraph(escape:- text: x)'],
    ['```\n- a\n# b\n```\n- c', 'code:- a\n# b paragraph(escape:- text: c)'],
    ['~~~\n- a', 'code:- a'],
    ['-1', 'paragraph(text:-1)'],
  ])('%j', (body, expected) => expect(short(lex(body, 'label'))).toBe(expected));
});

it.each([
  ['1. Introduction', 'paragraph(text:1. Introduction)'],
  ['- a **b**', 'paragraph(text:- a  strong(text:b))'],
  ['---', 'paragraph(text:---)'],
  ['    code', 'paragraph(text:code)'],
  ['```', 'paragraph(text:```)'],
  ['# A #', 'paragraph(text:# A)'],
  ['C#', 'paragraph(text:C#)'],
  ['#', 'paragraph()'],
])('a heading’s line %j has no blocks', (body, expected) =>
  expect(short(lex(body, 'heading'))).toBe(expected),
);

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
    '$a $',
    '$a$$',
    '```\n',
    '`$a$',
  ]) {
    lex(unit.repeat(20_000));
  }
  for (const unit of ['```\n', '~~~ ', '- ', '1. ', '# ', '>', '\n']) lex(unit.repeat(20_000), 'label');
  expect(performance.now() - start).toBeLessThan(15_000);
}, 60_000);
