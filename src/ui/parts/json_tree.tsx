/** A value as a tree: each array and object opens and closes, and can be copied. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CopyButton } from './copy_button.tsx';
import { entries_of, Verbatim, write_json } from './json_value.ts';
import './json_tree.css';

type Key = string | number | undefined;

export interface JsonTreeProps {
  readonly value: unknown;
  /** How many levels are open at first. */
  readonly depth: number;
  readonly name?: Key;
}

export function JsonTree({ value, depth, name }: JsonTreeProps): JSX.Element {
  if (typeof value === 'object' && value !== null && !(value instanceof Verbatim)) {
    return <Container value={value} depth={depth} name={name} />;
  }
  return (
    <div class="stJsonLeaf">
      <Name name={name} />
      <Leaf value={value} />
    </div>
  );
}

/** More than this many items are grouped, the groups closed: a page shows no thousand lines that nobody asked for. */
const GROUP = 100;

function Container({ value, depth, name }: { value: object; depth: number; name: Key }): JSX.Element {
  const entries = entries_of(value);
  if (entries.length === 0) return <Empty brackets={Array.isArray(value) ? '[]' : '{}'} name={name} />;
  const items = entries.map(([key, item]) => <JsonTree value={item} depth={depth - 1} name={key} />);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return (
    <div class="stJsonNode">
      <Branch
        head={<Name name={name} />}
        brackets={[open as string, close as string]}
        size={entries.length}
        open={depth > 0}
      >
        {() => (items.length > GROUP ? groups(items, open as string, close as string) : items)}
      </Branch>
      <span class="copy-icon">
        <CopyButton text={write_json(value)} testid="stJsonCopyButton" label="Copy to clipboard" />
      </span>
    </div>
  );
}

function Empty({ brackets, name }: { brackets: string; name: Key }): JSX.Element {
  return (
    <div class="stJsonLeaf">
      <Name name={name} />
      <span class="stJsonBracket">{brackets}</span>
    </div>
  );
}

function groups(items: readonly JSX.Element[], open: string, close: string): JSX.Element[] {
  const made: JSX.Element[] = [];
  for (let from = 0; from < items.length; from += GROUP) {
    const part = items.slice(from, from + GROUP);
    const range = (
      <span class="stJsonKey">
        {from} – {from + part.length - 1}
      </span>
    );
    made.push(
      <Branch head={range} brackets={[open, close]} size={part.length} open={false}>
        {() => part}
      </Branch>,
    );
  }
  return made;
}

interface BranchProps {
  readonly head: ComponentChildren;
  readonly brackets: readonly [string, string];
  readonly size: number;
  readonly open: boolean;
  readonly children: () => ComponentChildren;
}

/** What is inside is made when it is opened, and kept. */
function Branch({ head, brackets, size, open, children }: BranchProps): JSX.Element {
  const [is_open, set_open] = useState(open);
  const [left, right] = brackets;
  return (
    <details
      class="stJsonBranch"
      open={is_open}
      onToggle={({ currentTarget }) => set_open(currentTarget.open)}
    >
      <summary>
        {head}
        <span class="stJsonBracket">{is_open ? left : `${left}...${right}`}</span>
        {!is_open && <span class="stJsonSize" data-size={`${size} ${size === 1 ? 'item' : 'items'}`} />}
      </summary>
      {is_open && (
        <>
          <div class="stJsonItems">{children()}</div>
          <div class="stJsonBracket">{right}</div>
        </>
      )}
    </details>
  );
}

function Name({ name }: { name: Key }): JSX.Element | null {
  if (name === undefined) return null;
  return (
    <>
      <span class="stJsonKey" data-kind={typeof name}>
        {typeof name === 'string' ? JSON.stringify(name) : name}
      </span>
      <span class="stJsonColon">:</span>
    </>
  );
}

function Leaf({ value }: { value: unknown }): JSX.Element {
  if (value === null)
    return (
      <span class="stJsonValue" data-kind="null">
        NULL
      </span>
    );
  const text = value instanceof Verbatim ? value.text : JSON.stringify(value);
  return (
    <span class="stJsonValue" data-kind={value instanceof Verbatim ? 'number' : typeof value}>
      {text}
    </span>
  );
}
