/** What the script printed and logged, at the foot of the page. */
import type { JSX, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsoleLine } from '../store/page.ts';
import { useSelect } from '../store/store.ts';
import type { Page } from '../view/context.ts';
import { console_text } from './console_lines.ts';
import { Control } from './control.tsx';
import { CopyButton } from './copy_button.tsx';
import { Glyph } from './glyph.tsx';
import './console_drawer.css';

export interface ConsoleDrawerProps {
  readonly page: Page;
  readonly onClose: () => void;
}

export function ConsoleDrawer({ page, onClose }: ConsoleDrawerProps): JSX.Element {
  const { store } = page;
  const lines = useSelect(store, (state) => state.console);
  const log = useRef<HTMLDivElement>(null);
  const [follow, set_follow] = useState(true);

  useEffect(() => log.current?.focus({ preventScroll: true }), []);

  // The newest line stays in sight until the reader scrolls up.
  useLayoutEffect(() => {
    if (follow && log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [lines, follow]);

  return (
    <section
      class="stConsole"
      data-testid="stConsole"
      aria-label="Console"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>Console</h2>
        <CopyButton text={() => console_text(lines)} label="Copy all" />
        <Control
          onClick={() => store.dispatch({ type: 'console_cleared' })}
          aria-label="Clear the console"
          title="Clear"
        >
          <Glyph name="trash" />
        </Control>
        <Control onClick={onClose} aria-label="Close the console" title="Close">
          <Glyph name="close" />
        </Control>
      </header>
      <div
        ref={log}
        class="stConsoleLines"
        role="log"
        aria-label="Output of the script"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys.
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) =>
          set_follow(scrollHeight - scrollTop - clientHeight < 24)
        }
      >
        {lines.length === 0 && <p>Nothing has been printed yet.</p>}
        {lines.map(view_of)}
      </div>
    </section>
  );
}

const views = new WeakMap<ConsoleLine, VNode>();
let last_key = 0;

/** Made once for each line: a thousand that are there cost nothing when one more comes. Their places move, so no index. */
function view_of(line: ConsoleLine): VNode {
  const known = views.get(line);
  if (known) return known;
  const view = (
    <div key={++last_key} class="stConsoleLine" data-testid="stConsoleLine" data-stream={line.stream}>
      {line.stream === 'stderr' && <span class="st-visually-hidden">Error output: </span>}
      {line.text.replace(/\n$/, '')}
    </div>
  );
  views.set(line, view);
  return view;
}
