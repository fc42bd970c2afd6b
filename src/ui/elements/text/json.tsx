import { useMemo } from 'preact/hooks';
import { JsonTree } from '../../parts/json_tree.tsx';
import { read_json } from '../../parts/json_value.ts';
import type { Component } from '../component.ts';
import './json.css';

export const json: Component<'json'> = ({ element }) => {
  const { body, expanded } = element;
  const depth = expanded === true ? Number.POSITIVE_INFINITY : Number(expanded);
  const read = useMemo(() => read_json(body), [body]);
  return (
    <div class="stJson" data-testid="stJson">
      {'value' in read ? (
        <JsonTree key={String(expanded)} value={read.value} depth={depth} />
      ) : (
        <>
          <p class="stJsonFault">This is no JSON: {read.fault}</p>
          <pre>{body}</pre>
        </>
      )}
    </div>
  );
};
