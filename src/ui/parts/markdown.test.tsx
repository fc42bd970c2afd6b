// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { is_plain, Markdown, type MarkdownProps, preload_markdown } from './markdown.tsx';
import { lex } from './markdown_lexer.ts';
import { text_of_body } from './markdown_reader.ts';

beforeAll(preload_markdown);
afterEach(cleanup);
/** KaTeX draws in no document without a doctype, and this one has none. */
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });

function html(body: string, props: Partial<MarkdownProps> = {}): string {
  const { container } = render(<Markdown body={body} {...props} />);
  const shown = (container.firstElementChild as Element).innerHTML;
  cleanup();
  return shown;
}

describe('GitHub’s Markdown', () => {
  it.each([
    ['a', '<p>a</p>'],
    ['a **b** *c* ~~d~~ `e`', '<p>a <strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>'],
    ['a\nb', '<p>a\nb</p>'],
    ['a  \nb', '<p>a<br>\nb</p>'],
    ['a\n\nb', '<p>a</p>\n<p>b</p>'],
    ['- a\n- b', '<ul><li data-task="false">a</li>\n<li data-task="false">b</li>\n</ul>'],
    ['1. a', '<ol><li data-task="false">a</li>\n</ol>'],
    ['3. a', '<ol start="3"><li data-task="false">a</li>\n</ol>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['---', '<hr>'],
    ['&copy; &amp; &#65; &#x42; &nosuch;', '<p>© &amp; A B &amp;nosuch;</p>'],
    ['\\*a\\*', '<p>*a*</p>'],
    ['`&lt;`', '<p><code>&amp;lt;</code></p>'],
  ])('%j', (body, expected) => expect(html(body)).toBe(expected));

  it('has tables with alignment', () => {
    const shown = html('|a|b|\n|:-|-:|\n|1|*2*|');
    expect(shown).toContain('<th style="text-align: left;">a</th><th style="text-align: right;">b</th>');
    expect(shown).toContain('<td style="text-align: right;"><em>2</em></td>');
  });

  it('has task lists whose boxes are named', () => {
    expect(html('- [x] a')).toBe(
      '<ul><li data-task="true"><input type="checkbox" disabled="" aria-label="Done">a</li>\n</ul>',
    );
  });

  it('has code blocks as st.code has them', () => {
    const shown = html('```python title\nx = 1\n```');
    expect(shown).toContain(
      '<div class="stMarkdownPre" data-testid="stMarkdownPre"><div class="stCode" data-testid="stCode"',
    );
    expect(shown).toContain('<code class="language-python" data-line-numbers="false">x = 1</code>');
  });

  it('has headings with an id made from their words, and a link to it', () => {
    const shown = html('## Half *of* 1.5');
    expect(shown).toContain('<h2 id="half-of-1-5" tabindex="-1"');
    expect(shown).toContain('href="#half-of-1-5"');
  });

  it('has headings with an id from letters of other scripts, once it knows them', async () => {
    const { container } = render(<Markdown body="## Größe & :material/home: [l](u) ![i](v)" />);
    await waitFor(() => expect(container.querySelector('h2')?.id).toBe('groesse-and-home-l'));
  });

  it('has ids without links where no links are wanted', () => {
    const shown = html('## A', { anchors: false });
    expect(shown).toContain('<h2 id="a"');
    expect(shown).not.toContain(' href=');
  });
});

describe('Streamlit’s marks', () => {
  it.each([
    [':red[a]', '<p><span class="stMarkdownColoredText" data-color="red">a</span></p>'],
    [':grey[a]', '<p><span class="stMarkdownColoredText" data-color="gray">a</span></p>'],
    [
      ':primary-background[a]',
      '<p><span class="stMarkdownColoredBackground" data-color="primary">a</span></p>',
    ],
    [':blue-badge[a]', '<p><span class="stMarkdownBadge" data-color="blue">a</span></p>'],
    [':small[a]', '<p><span class="stMarkdownSmallText">a</span></p>'],
    [':shimmer[a]', '<p><span class="stMarkdownShimmer">a</span></p>'],
    ['a -> b <- c <-> d -- e >= f <= g ~= h', '<p>a → b ← c ↔ d — e ≥ f ≤ g ≈ h</p>'],
    ['a->b x--y `->`', '<p>a-&gt;b x--y <code>-&gt;</code></p>'],
  ])('%j', (body, expected) => expect(html(body)).toBe(expected));

  it('icons keep their name as text and are read out', () => {
    expect(html(':material/home:')).toContain('role="img" aria-label="home icon">home</span>');
  });

  it('emoji come by their names; an unknown name stays as it is', async () => {
    const { container } = render(<Markdown body=":smile: :+1: :nosuch:" />);
    await waitFor(() => expect(container.textContent).toBe('😄 👍 :nosuch:'));
  });

  it('a formula shows its source until KaTeX draws it', async () => {
    const { container } = render(<Markdown body="$x^2$" />);
    expect(container.textContent).toBe('x^2');
    await waitFor(() => expect(container.querySelector('.katex')).not.toBeNull(), { timeout: 5_000 });
  });
});

describe('inline', () => {
  it.each([
    ['a **b**', '<p>a <strong>b</strong></p>'],
    ['# a', '<p># a</p>'],
    ['1. a', '<p>1. a</p>'],
    ['1\\. a', '<p>1. a</p>'],
    ['> a\n\nb', '<p>&gt; a</p>\n<p>b</p>'],
    ['- a\n- b', '<p>- a\n- b</p>'],
    ['a  \nb', '<p>a<br>\nb</p>'],
    ['```\n- a\n```', '<code>- a</code>'],
    ['|a|b|\n|-|-|\n|1|2|', 'a b 1 2 '],
    ['a\n***', '<p>a</p>\n'],
    ['[a](https://x.org)', '<p>a</p>'],
  ])('%j has no blocks and no links', (body, expected) =>
    expect(html(body, { inline: true })).toBe(expected),
  );

  it('has links where they are asked for', () => {
    expect(html('[a](https://x.org)', { inline: true, links: true })).toContain('href="https://x.org"');
  });
});

describe('links', () => {
  it('to other hosts open in a new tab that knows nothing of this one', () => {
    expect(html('[a](https://x.org)')).toBe(
      '<p><a href="https://x.org" target="_blank" rel="noopener noreferrer">a</a></p>',
    );
  });

  it('within the page stay there', () => {
    expect(html('[a](#b)')).toBe('<p><a href="#b">a</a></p>');
  });
});

describe('what a hostile text can do', () => {
  const urls = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    '&#106;avascript:alert(1)',
    'java&#x0A;script:alert(1)',
    'java&#9;script:alert(1)',
    '&#1;javascript:alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD4=',
    'blob:https://x.org/1',
    'file:///etc/passwd',
    'javascript&colon;alert(1)',
  ];
  it.each(urls)('a link to %s links to nothing that runs', (url) => {
    for (const body of [`[a](<${url}>)`, `![a](<${url}>)`, `[a]: <${url}>\n\n[a]`, `<${url}>`]) {
      const { container } = render(<Markdown body={body} />);
      for (const node of container.querySelectorAll('[href], [src]')) {
        const address = node.getAttribute('href') ?? node.getAttribute('src') ?? '';
        const { protocol } = new URL(address, 'https://here.example/');
        expect(['https:', node.localName === 'img' ? 'blob:' : 'https:']).toContain(protocol);
      }
      cleanup();
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    'a <b onclick=alert(1)>b</b>',
    '<!-- --><iframe src="javascript:alert(1)"></iframe>',
    '`<script>`',
    '```html\n<script>alert(1)</script>\n```',
    '[<img src=x onerror=alert(1)>](https://x.org)',
    '![<img src=x onerror=alert(1)>" onload="alert(1)](https://x.org/a.png "x\\" onerror=\\"alert(1)")',
    ':red[<img src=x onerror=alert(1)>]',
    '|<script>|\n|-|\n|<img src=x onerror=1>|',
  ])('%s makes no element of its own', (body) => {
    const { container } = render(<Markdown body={body} />);
    expect(container.querySelectorAll('script, iframe, svg, b, [onerror], [onload], [onclick]')).toHaveLength(
      0,
    );
    for (const image of container.querySelectorAll('img'))
      expect(image.getAttribute('src')).toMatch(/^https:/);
  });

  it('a formula links, loads and runs nothing', async () => {
    const body =
      '$\\href{javascript:alert(1)}{a} \\includegraphics{https://x.org/a.png} \\htmlStyle{color:red}{b}$';
    const { container } = render(<Markdown body={body} />);
    await waitFor(() => expect(container.querySelector('.katex')).not.toBeNull(), { timeout: 5_000 });
    expect(container.querySelectorAll('a, img')).toHaveLength(0);
  });
});

describe('the short way for plain text', () => {
  it.each(['Row 12, value 3.5', 'a: b', '12:30:45 h', 'x | y', 'a - b', '#1'.slice(1), 'Äöü!', '(a) "b"'])(
    'is taken for %j',
    (body) => expect(is_plain(body)).toBe(true),
  );

  it('is taken only where the long way would say the same', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'*_`[]()<>#+-!|~$:&@.1a \n=\\/', 'red', 'www.', 'http://', ':a:', '->', '1. '),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const body = pieces.join('');
        if (is_plain(body)) expect(html(body)).toBe(html(`${body}\n`));
      }),
      { numRuns: 3_000 },
    );
  }, 60_000);
});

it('says what a text says without its marks', () => {
  expect(text_of_body('A **b** `c` :red[d] &amp; [e](u) $x$', 'heading')).toBe('A b c d & e x');
});

it('renders a thousand short texts within its budget', () => {
  const texts = Array.from({ length: 1_000 }, (_, index) => `Row **${index}** with \`code\` and *emphasis*`);
  const start = performance.now();
  for (const text of texts) lex(text);
  expect(performance.now() - start).toBeLessThan(400);
});
