/** Where `secrets.toml` is typed, pasted or dropped; says line and column of what is no TOML. */
import type { JSX, TargetedDragEvent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { TomlFaultView } from './secrets_panel.tsx';

export interface TomlAreaProps {
  readonly text: string;
  readonly fault: TomlFaultView | undefined;
  readonly check: (text: string) => Promise<TomlFaultView | undefined>;
  readonly onText: (text: string) => void;
  readonly onFault: (fault: TomlFaultView | undefined) => void;
}

/** The vault takes no larger records. */
const MOST_BYTES = 1024 * 1024;
/** Milliseconds after the last key at which the text is looked at. */
const PAUSE = 400;

export function TomlArea({ text, fault, check, onText, onFault }: TomlAreaProps): JSX.Element {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [dropping, set_dropping] = useState(false);
  const [refused, set_refused] = useState('');

  useEffect(() => {
    let late = false;
    const timer = setTimeout(() => void check(text).then((found) => late || onFault(found)), PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [text]);

  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = await text_of(file);
    set_refused(read.kind === 'refused' ? read.reason : '');
    if (read.kind === 'text') onText(read.text);
    area.current?.focus();
  };

  const drop = (event: TargetedDragEvent<HTMLTextAreaElement>) => {
    set_dropping(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void take(file);
  };

  return (
    <div class="stPanelField">
      <label for={id}>secrets.toml</label>
      <textarea
        ref={area}
        id={id}
        value={text}
        rows={12}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="none"
        placeholder={'OPENAI_API_KEY = "sk-…"\n\n[database]\nhost = "localhost"'}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        data-dropping={dropping}
        onInput={(event) => onText(event.currentTarget.value)}
        onDragOver={(event) => {
          if (!event.dataTransfer?.types.includes('Files')) return;
          event.preventDefault();
          set_dropping(true);
        }}
        onDragLeave={() => set_dropping(false)}
        onDrop={drop}
      />
      <div id={`${id}-fault`} role="status" class="stTomlFault">
        {refused || (fault && `Line ${fault.line}, column ${fault.column}: ${fault.reason}.`)}
      </div>
      <div class="stPanelRow">
        {fault && (
          <button
            type="button"
            class="stControl stControl-bordered"
            onClick={() => select_position(area.current, fault)}
          >
            Go there
          </button>
        )}
        <label class="stControl stControl-bordered stTomlFile">
          Open a file
          <input
            type="file"
            class="st-visually-hidden"
            accept=".toml,text/plain,application/toml"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
    </div>
  );
}

type Read =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

async function text_of(file: File): Promise<Read> {
  if (file.size > MOST_BYTES) return { kind: 'refused', reason: `${file.name} is larger than 1 MiB.` };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return { kind: 'text', text };
  } catch {
    return { kind: 'refused', reason: `${file.name} is no text in UTF-8.` };
  }
}

function select_position(area: HTMLTextAreaElement | null, { line, column }: TomlFaultView): void {
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
  const end = start - column + 1 + (lines[line - 1]?.length ?? 0);
  area.focus();
  area.setSelectionRange(start, Math.max(start, end));
}
