/** Appears when the script has written to stderr and nobody has looked: how often, and the way to it. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { ConsoleLine } from '../store/page.ts';
import { useSelect } from '../store/store.ts';
import type { Page } from '../view/context.ts';
import { badge_text, unread_errors } from './console_lines.ts';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';

export interface ConsoleToggleProps {
  readonly page: Page;
  /** What is in the open console has been seen. */
  readonly open: boolean;
  readonly onOpen: () => void;
}

export function ConsoleToggle({ page, open, onOpen }: ConsoleToggleProps): JSX.Element | null {
  const lines = useSelect(page.store, (state) => state.console);
  const seen = useRef<ConsoleLine | undefined>(undefined);
  if (open) seen.current = lines.at(-1);
  const count = unread_errors(lines, seen.current);
  if (count === 0) return null;
  return (
    <div class="stConsoleToggle" data-testid="stConsoleToggle">
      <Control
        onClick={onOpen}
        aria-label={`Open the console: ${count} new ${count === 1 ? 'line' : 'lines'} of error output`}
      >
        <Glyph name="terminal" />
        <span class="stConsoleBadge">{badge_text(count)}</span>
      </Control>
    </div>
  );
}
