/** Apps inside other pages: `embed.js`, from the same host and from another. */
import type { Page } from 'playwright/test';
import {
  app_in,
  classic_script,
  expect,
  inline,
  module_script,
  policy_of,
  run_over,
  test,
} from './fixtures/embedding.ts';

const text = (page: Page, selector?: string) => app_in(page, selector).getByTestId('stText');
const long = { timeout: 30_000 };

const hello = 'import streamlit as st\nst.text("hello")';

test.describe('an element', () => {
  test('shows the script that src names, and follows its reader', async ({ page, embedding, complaints }) => {
    await embedding.file('app.py', 'import streamlit as st\nst.text(f"is {st.slider(\'Number\', 1, 9)}")');
    await page.goto(await embedding.page(`${module_script}<tablit-app src="app.py"></tablit-app>`));
    await expect(text(page)).toHaveText('is 1', long);
    await expect(page.locator('tablit-app iframe')).toHaveAttribute('title', 'app.py');
    await app_in(page).getByRole('slider', { name: 'Number' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(text(page)).toHaveText('is 2');
    expect(complaints).toEqual([]);
  });

  test('shows the source that stands in it, with further files', async ({ page, embedding }) => {
    const body = `
      ${module_script}
      <tablit-app app-title="Sums">
        <script type="text/x-python">
          import streamlit as st
          from helper import twice

          if 1 < 2 and "&amp;" == "&" + "amp;":
              st.text(twice(open("data.csv").read().strip()))
        </script>
        <script type="text/x-python" data-file="helper.py">
          def twice(text):
              return text * 2
        </script>
        <script type="text/csv" data-file="data.csv">a;b;</script>
      </tablit-app>`;
    await page.goto(await embedding.page(body));
    await expect(text(page)).toHaveText('a;b;a;b;', long);
    await expect(page.locator('tablit-app iframe')).toHaveAttribute('title', 'Sums');
  });

  test('shows the app that its site was built with when it names none', async ({ page, embedding }) => {
    await page.goto(await embedding.page(`${module_script}<tablit-app></tablit-app>`));
    await expect(text(page)).toHaveText('Your number is 1', long);
  });
});

test('several share one download, and none starts before it comes into view', async ({ page, embedding }) => {
  test.setTimeout(90_000);
  const body = `${module_script}
    ${inline('import streamlit as st\nst.text("first")', 'id="a"')}
    ${inline('import streamlit as st\nst.text("second")', 'id="b"')}
    <div style="height: 4000px"></div>
    ${inline('import streamlit as st\nst.text("third")', 'id="c"')}`;
  await page.goto(await embedding.page(body));
  await expect(text(page, '#a')).toHaveText('first', long);
  await expect(text(page, '#b')).toHaveText('second', long);
  await expect(page.locator('#c iframe')).toHaveCount(0);
  await page.locator('#c').scrollIntoViewIfNeeded();
  await expect(text(page, '#c')).toHaveText('third', long);
  // The second frame was made when the first had its files.
  const { asked } = embedding.here;
  const second = asked.indexOf('tablit/index.html', asked.indexOf('tablit/index.html') + 1);
  expect(asked.findLastIndex((path) => path.startsWith('tablit/engine/'))).toBeLessThan(second);
  const large = embedding.here.asked.filter((path) => /^tablit\/(engine|packages)\/|\/worker-/.test(path));
  expect(large.length).toBeGreaterThan(4);
  expect(large.filter((path, index) => large.indexOf(path) !== index)).toEqual([]);
});

test('is as high as what it shows: it grows and shrinks with it, and scrolls nowhere', async ({
  page,
  embedding,
}) => {
  const source = `
import streamlit as st
if st.checkbox("More"):
    for n in range(40):
        st.text(n)
st.selectbox("One of", list("abcdefgh"))`;
  await page.goto(await embedding.page(`${module_script}${inline(source)}`));
  const app = app_in(page);
  await run_over(app);
  const heights = () =>
    app.locator('html').evaluate((html) => ({
      frame: innerHeight,
      content: Math.ceil(document.body.getBoundingClientRect().height),
      scrolls: html.scrollHeight > html.clientHeight,
    }));
  const height = async () => (await heights()).frame;
  const fits = { frame: true, scrolls: false };
  const verdict = async () => {
    const { frame, content, scrolls } = await heights();
    return { frame: frame === content, scrolls };
  };
  await expect.poll(verdict).toEqual(fits);
  const small = await height();
  expect(small).toBeLessThan(448);
  await app.getByText('More').click();
  await expect(app.getByTestId('stText')).toHaveCount(40);
  await expect.poll(verdict).toEqual(fits);
  expect(await height()).toBeGreaterThan(1000);
  await app.getByText('More').click();
  await expect.poll(height).toBe(small);
  // A list lies over the page: there has to be room for it, as long as it is open.
  await app.getByRole('combobox', { name: 'One of' }).click();
  await expect(app.getByRole('option')).toHaveCount(8);
  await expect.poll(height).toBe(448);
  await page.keyboard.press('Escape');
  await expect.poll(height).toBe(small);
});

test('starts anew when its frame is loaded again', async ({ page, embedding }) => {
  await page.goto(await embedding.page(`${module_script}${inline(hello)}`));
  await expect(text(page)).toHaveText('hello', long);
  const element = page.locator('tablit-app');
  await element.evaluate((node) =>
    Object.assign(node, { earlier: node.shadowRoot?.querySelector('iframe') }),
  );
  await app_in(page)
    .locator('html')
    .evaluate(() => location.reload());
  await expect
    .poll(() =>
      element.evaluate((node) => {
        const { earlier } = node as HTMLElement & { earlier?: unknown };
        return node.shadowRoot?.querySelector('iframe') === earlier;
      }),
    )
    .toBe(false);
  await expect(text(page)).toHaveText('hello', long);
  await element.evaluate((node) => (node as HTMLElement & { run(): Promise<void> }).run());
});

const wrong_theme = 'tablit-app: theme must be system, light or dark, not "purple". It is taken as system.';

test('follows the theme attribute, from the first paint on', async ({ page, embedding, complaints }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(await embedding.page(`${module_script}${inline(hello, 'theme="dark"')}`));
  await expect(text(page)).toHaveText('hello', long);
  const background = () =>
    app_in(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  const dark = await background();
  expect(await page.locator('tablit-app iframe').getAttribute('src')).toContain('theme=dark');
  await page.locator('tablit-app').evaluate((element) => element.setAttribute('theme', 'light'));
  await expect.poll(background).toBe('rgb(255, 255, 255)');
  await page.locator('tablit-app').evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect.poll(background).toBe(dark);
  await page.locator('tablit-app').evaluate((element) => element.removeAttribute('theme'));
  await expect.poll(background).toBe('rgb(255, 255, 255)');
  expect(complaints).toEqual([]);
  await page.locator('tablit-app').evaluate((element) => element.setAttribute('theme', 'purple'));
  await expect.poll(() => complaints).toEqual([wrong_theme]);
  const note = page.locator('tablit-app').getByRole('status');
  await expect(note).toHaveText(wrong_theme);
  await expect(text(page)).toHaveText('hello');
  await page.locator('tablit-app').evaluate((element) => element.setAttribute('theme', 'light'));
  await expect(note).toHaveCount(0);
});

test('shows its source to read when asked, and not to write', async ({ page, embedding }) => {
  await page.goto(await embedding.page(`${module_script}${inline(hello, 'source')}`));
  await expect(text(page)).toHaveText('hello', long);
  const source = app_in(page).getByRole('region', { name: 'Source of app.py' });
  await expect(source).toContainText('st.text("hello")');
  await expect(app_in(page).getByRole('textbox')).toHaveCount(0);
  expect(await source.evaluate((node) => (node as HTMLElement).isContentEditable)).toBe(false);
  const element = page.locator('tablit-app');
  await element.evaluate((node) => node.removeAttribute('source'));
  await expect(source).toHaveCount(0);
  await element.evaluate((node) => node.setAttribute('source', ''));
  await expect(source).toContainText('st.text("hello")');
});

test.describe('mount', () => {
  /** A page whose program has `mount`, as a global. */
  const with_mount = `
    <script type="module">
      import { mount } from './SITE/embed.js';
      globalThis.mount = mount;
      globalThis.place = (selector = '#place') => document.querySelector(selector);
    </script>
    <div id="place"></div>`;

  test('runs, writes, stops and takes away', async ({ page, embedding }) => {
    await page.goto(await embedding.page(with_mount));
    await page.waitForFunction(() => 'mount' in globalThis);
    await page.evaluate(() => {
      const source = [
        'import streamlit as st, pathlib, time',
        'st.text(pathlib.Path("data.txt").read_text())',
        'while pathlib.Path("data.txt").read_text() == "loop": time.sleep(0.01)',
      ].join('\n');
      Object.assign(globalThis, {
        app: globalThis.mount(globalThis.place(), {
          files: { 'main_page.py': source, 'data.txt': new TextEncoder().encode('one') },
          entrypoint: 'main_page.py',
          theme: 'dark',
          title: 'Mounted',
        }),
      });
    });
    await page.evaluate(() => globalThis.app.run());
    await expect(text(page, '#place')).toHaveText('one');
    await expect(page.locator('#place iframe')).toHaveAttribute('title', 'Mounted');
    await page.evaluate(() => globalThis.app.writeFile('data.txt', 'two'));
    await expect(text(page, '#place')).toHaveText('one');
    await page.evaluate(() => globalThis.app.run());
    await expect(text(page, '#place')).toHaveText('two');

    const app = app_in(page, '#place').getByTestId('stApp');
    await page.evaluate(async () => {
      await globalThis.app.writeFile('data.txt', 'loop');
      globalThis.looping = globalThis.app.run();
    });
    await expect(app).toHaveAttribute('data-test-script-state', 'running');
    await page.evaluate(() => globalThis.app.stop());
    await expect(app).toHaveAttribute('data-test-script-state', 'notRunning');
    // It was the run that was asked for: it is over.
    await page.evaluate(() => globalThis.looping);

    const refused = (path: string) =>
      page.evaluate((path) => globalThis.app.writeFile(path, '').catch((error) => String(error)), path);
    expect(await refused('../up.py')).toContain('EmbedError: ');
    expect(await refused('.streamlit/secrets.toml')).toContain('secrets.toml');
    expect(await page.evaluate(() => globalThis.app.writeFile('a', 1 as never).catch(String))).toContain(
      'TypeError: mount: the file a must be a string, a Uint8Array or an ArrayBuffer, not number.',
    );

    await page.evaluate(() => globalThis.app.dispose());
    await expect(page.locator('#place')).toBeEmpty();
    expect(await page.evaluate(() => globalThis.app.run().catch((error) => error.code))).toBe('disposed');
    await page.evaluate(() => globalThis.app.dispose());
  });

  test('starts with the files as they are then, and one that is taken away early holds up nobody', async ({
    page,
    embedding,
  }) => {
    await page.goto(
      await embedding.page(`${with_mount}<div style="height:4000px"></div><div id="below"></div>`),
    );
    await page.waitForFunction(() => 'mount' in globalThis);
    const given = await page.evaluate(async () => {
      const files = {
        'app.py': 'import streamlit as st\nst.text(open("word.txt").read())',
        'word.txt': 'old',
      };
      const first = globalThis.mount(globalThis.place(), { files });
      first.run().catch((error) => Object.assign(globalThis, { first: error.code }));
      await new Promise((resolve) => setTimeout(resolve));
      first.dispose();
      const second = globalThis.mount(globalThis.place('#below'), { files });
      await second.writeFile('word.txt', 'new');
      const frames = document.querySelectorAll('iframe').length;
      await second.run();
      return { frames, first: globalThis.first };
    });
    expect(given).toEqual({ frames: 0, first: 'disposed' });
    await page.locator('#below').scrollIntoViewIfNeeded();
    await expect(text(page, '#below')).toHaveText('new');
  });

  test('refuses what is no option, in words', async ({ page, embedding }) => {
    await page.goto(await embedding.page(with_mount));
    await page.waitForFunction(() => 'mount' in globalThis);
    const refusal = (options: unknown) =>
      page.evaluate((options) => {
        try {
          globalThis.mount(globalThis.place(), options as never);
          return 'taken';
        } catch (error) {
          return String(error);
        }
      }, options);
    expect(await refusal({ file: {} })).toContain('there is no option file');
    expect(await refusal({ files: { 'a.py': 1 } })).toContain('the file a.py must be a string');
    expect(await refusal({ files: {} })).toContain('files is empty');
    expect(await refusal({ files: { 'a.py': '' }, entrypoint: 'b.py' })).toContain('is not one of files');
    expect(await refusal({ theme: 'purple' })).toContain('theme must be "system", "light" or "dark"');
    expect(await refusal('app.py')).toContain('options must be an object');
    await expect(page.locator('#place')).toBeEmpty();
  });
});

test.describe('what goes wrong is said', () => {
  const alert = (page: Page) => page.locator('tablit-app').getByRole('alert');

  test('a source that is not there; it can be tried again', async ({ page, embedding }) => {
    await page.goto(await embedding.page(`${module_script}<tablit-app src="later.py"></tablit-app>`));
    await expect(alert(page)).toContainText('/later.py could not be fetched: the server answered 404.');
    await expect(page.locator('tablit-app iframe')).toHaveCount(0);
    await embedding.file('later.py', hello);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(text(page)).toHaveText('hello', long);
  });

  test('a source that is a web page, a file of secrets, a script that cannot be compiled', async ({
    page,
    embedding,
  }) => {
    await embedding.file('some.html', '<!doctype html><p>no app</p>');
    const body = `${module_script}
      <tablit-app id="a" src="some.html"></tablit-app>
      <tablit-app id="b">
        <script type="text/x-python">1</script>
        <script type="text/x-python" data-file="../up.py">1</script>
      </tablit-app>
      ${inline('if', 'id="c"')}`;
    await page.goto(await embedding.page(body));
    await expect(app_in(page, '#a').getByRole('alert')).toContainText(
      'some.html is a web page, not an app',
      long,
    );
    await expect(app_in(page, '#b').getByRole('alert')).toContainText('../up.py', long);
    await expect(app_in(page, '#c').getByRole('dialog')).toContainText('SyntaxError', long);
  });

  test('attributes with a wrong value: in the element and the console, and the app runs', async ({
    page,
    embedding,
    complaints,
  }) => {
    const attributes = 'loading="whatever" theme="purple"';
    await page.goto(await embedding.page(`${module_script}${inline(hello, attributes)}`));
    await expect(text(page)).toHaveText('hello', long);
    const wrong_loading = 'tablit-app: loading must be lazy or eager, not "whatever". It is taken as lazy.';
    await expect(page.locator('tablit-app').getByRole('status')).toHaveText(
      new RegExp(`^${wrong_theme}\\s*${wrong_loading}$`),
    );
    expect(complaints).toEqual([wrong_theme, wrong_loading]);
  });

  test('a script of a type that nobody runs', async ({ page, embedding, complaints }) => {
    const body = `${module_script}<tablit-app><script type="python">import streamlit</script></tablit-app>`;
    await page.goto(await embedding.page(body));
    await expect(alert(page)).toContainText('<script type="python"> is run by nobody');
    await expect(page.locator('tablit-app iframe')).toHaveCount(0);
    expect(complaints).toEqual([expect.stringContaining('<script type="python"> is run by nobody')]);
  });

  test('an address with a password, one that is cut short, one of no host', async ({ page, embedding }) => {
    await page.route('**/cut.py', (route) => route.abort('connectionreset'));
    const body = `${module_script}
      <tablit-app id="a" src="https://mia:pa55word@example.org/app.py"></tablit-app>
      <tablit-app id="b" src="cut.py"></tablit-app>
      <tablit-app id="c" src=""></tablit-app>
      <tablit-app id="d" src="http://127.0.0.1:9/app.py"></tablit-app>`;
    await page.goto(await embedding.page(body));
    const alert_of = (id: string) => page.locator(id).getByRole('alert');
    await expect(alert_of('#a')).toContainText('a name or a password for example.org');
    await expect(alert_of('#b')).toContainText('/cut.py could not be fetched: its host cannot be reached');
    await expect(alert_of('#c')).toContainText('src="" is not the address of a file');
    await expect(alert_of('#d')).toContainText('could not be fetched: its host cannot be reached');
    await expect(page.locator('body')).not.toContainText(/TypeError|pa55word/);
  });

  test('a script that cannot be compiled, where nobody can save another', async ({ page, embedding }) => {
    await page.goto(await embedding.page(`${module_script}${inline('if', 'source')}`));
    const dialog = app_in(page).getByRole('dialog');
    await expect(dialog).toContainText('SyntaxError', long);
    await expect(dialog).toContainText('Whoever wrote the app has to correct it.');
    await expect(dialog).not.toContainText('Save a corrected script');
  });

  test('a policy of the page that keeps the frame out', async ({ page, embedding }) => {
    const policy = policy_of("default-src 'none'; script-src 'self'; connect-src 'self'; frame-src 'none'");
    await page.goto(await embedding.page(`${module_script}${inline(hello)}`, 'here', policy));
    await expect(alert(page)).toContainText(`frame-src must name ${new URL(embedding.here.url).origin}`);
  });

  test('a site that is not there', async ({ page, embedding }) => {
    embedding.here.refuse = (path) => (path === 'tablit/index.html' ? 503 : undefined);
    await page.clock.install();
    await page.goto(await embedding.page(`${module_script}${inline(hello)}`));
    await expect(page.locator('tablit-app iframe')).toHaveCount(1);
    await page.clock.runFor(61_000);
    await expect(alert(page)).toContainText('did not answer');
  });
});

test('needs no more of a strict policy than it says', async ({ page, embedding, complaints }) => {
  const { origin } = new URL(embedding.here.url);
  const policy = policy_of(
    `default-src 'none'; script-src ${origin}/tablit/; frame-src ${origin}/tablit/; connect-src 'self'; ` +
      "img-src data:; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  await page.goto(await embedding.page(`${module_script}${inline(hello, 'source')}`, 'here', policy));
  await expect(text(page)).toHaveText('hello', long);
  await expect(page.locator('tablit-app').getByRole('status')).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test.describe('in a page of another host', () => {
  for (const [name, script] of [
    ['a module, where the site lets others load it', module_script],
    ['a plain script, which any site gives', classic_script],
  ] as const) {
    test(name, async ({ page, embedding }) => {
      await page.goto(await embedding.page(`${script}${inline(hello)}`, 'there'));
      await expect(text(page)).toHaveText('hello', long);
      // The browser keeps the two apart: neither reaches into the other.
      const frame = await page.locator('tablit-app iframe').evaluate((node) => {
        const { contentDocument } = node as HTMLIFrameElement;
        return contentDocument === null;
      });
      expect(frame).toBe(true);
      const height = await page.locator('tablit-app iframe').evaluate((node) => node.clientHeight);
      expect(height).toBeLessThan(300);
    });
  }

  test('the plain script has mount', async ({ page, embedding }) => {
    await page.goto(await embedding.page(`${classic_script}<div id="place"></div>`, 'there'));
    await page.evaluate(async (source) => {
      const { tablit } = globalThis as unknown as { tablit: { mount: typeof globalThis.mount } };
      const place = document.querySelector('#place');
      if (place) await tablit.mount(place, { files: { 'app.py': source } }).run();
    }, hello);
    await expect(text(page, '#place')).toHaveText('hello');
  });
});
