// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Markdown } from './markdown.tsx';

afterEach(cleanup);

/** DOMPurify does not work in this DOM: what it lets pass is tested in a browser (`e2e/hostile_html.spec.ts`). */
vi.mock('./sanitise.ts', () => ({
  sanitise(html: string) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
  },
}));

async function shown(body: string): Promise<Element> {
  const { container } = render(<Markdown body={`${body}\n\nend <i>mark</i>`} allow_html />);
  await waitFor(() => expect(container.textContent).toContain('end mark'), { timeout: 5_000 });
  return container;
}

describe('HTML in Markdown, where the author allows it', () => {
  it('stands among Markdown', async () => {
    const page = await shown('a <b>b *c*</b> :red[d]');
    expect(page.querySelector('b')?.innerHTML).toBe('b <em>c</em>');
    expect(page.querySelector('.stMarkdownColoredText')?.textContent).toBe('d');
  });

  it('holds Markdown between its tags', async () => {
    const page = await shown('<div class="box" style="color: red">\n\n**a**\n\n</div>');
    expect(page.querySelector('div.box > p > strong')?.textContent).toBe('a');
    expect(page.querySelector<HTMLElement>('div.box')?.style.color).toBe('red');
  });

  it('keeps what is there or not: an open `<details>`', async () => {
    expect(
      (await shown('<details open><summary>a</summary>b</details>')).querySelector('details')?.open,
    ).toBe(true);
  });

  it('has headings with an id of their words, or the one that they have, and their styles', async () => {
    const page = await shown(
      '<h1 style="color: red" class="mine">Foo <b>Bar</b></h1>\n\n<h2 id="own">Two</h2>\n\n# H <i>small</i>\n\n<h3>\n\n*a* b\n\n</h3>',
    );
    const heading = page.querySelector<HTMLElement>('h1.mine');
    expect(heading?.id).toBe('foo-bar');
    expect(heading?.style.color).toBe('red');
    expect(heading?.querySelector('a')?.getAttribute('href')).toBe('#foo-bar');
    expect([...page.querySelectorAll('h1, h2, h3')].map(({ id }) => id)).toEqual([
      'foo-bar',
      'own',
      'h-small',
      'a-b',
    ]);
  });

  it('keeps style sheets', async () => {
    const page = await shown('<style>\n.a > .b { color: red }\n</style>');
    expect(page.querySelector('style')?.textContent).toContain('.a > .b { color: red }');
  });

  it('cannot take the place of a token', async () => {
    const page = await shown('<span data-st-slot="0">a</span> **b**');
    expect(page.textContent).toContain('a b');
  });
});
