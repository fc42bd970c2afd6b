import { lazy, useLazy } from '../../parts/lazy.ts';
import type { Component } from '../component.ts';

const view = lazy(() => import('./help_view.tsx'));

export const help: Component<'help'> = ({ element }) => {
  const View = useLazy(view)?.HelpView;
  return (
    <div class="stHelp" data-testid="stHelp">
      {View && <View {...element} />}
    </div>
  );
};
