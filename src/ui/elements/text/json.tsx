import { lazy, useLazy } from '../../parts/lazy.ts';
import type { Component } from '../component.ts';

const view = lazy(() => import('./json_view.tsx'));

export const json: Component<'json'> = ({ element }) => {
  const View = useLazy(view)?.JsonView;
  return (
    <div class="stJson" data-testid="stJson">
      {View && <View {...element} />}
    </div>
  );
};
