/** The chunk that draws JSON. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ElementByType } from '../../../wire/elements/index.ts';
import { JsonTree } from '../../parts/json_tree.tsx';
import { read_json } from '../../parts/json_value.ts';
import './json_view.css';

export function JsonView({ body, expanded }: ElementByType<'json'>): JSX.Element {
  const read = useMemo(() => read_json(body), [body]);
  if ('value' in read) {
    const depth = expanded === true ? Number.POSITIVE_INFINITY : Number(expanded);
    return <JsonTree key={String(expanded)} value={read.value} depth={depth} />;
  }
  return (
    <>
      <p class="stJsonFault">This is no JSON: {read.fault}</p>
      <pre>{body}</pre>
    </>
  );
}
