import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { lazy, useLazy } from '../../parts/lazy.ts';
import { StaticFilesContext } from '../../parts/static_files.ts';
import type { Component } from '../component.ts';
import './html.css';

const cleaning = lazy(() => import('../../parts/sanitise.ts'));

/** The cleaned nodes are put in as they are: what an app's own styles reach there is the app's own HTML. */
export const html: Component<'html'> = ({ element }) => {
  const { body, javascript = false } = element;
  const host = useRef<HTMLDivElement>(null);
  const sanitise = useLazy(cleaning)?.sanitise;
  const files = useContext(StaticFilesContext);
  useLayoutEffect(() => {
    if (sanitise) host.current?.replaceChildren(sanitise(body, files, 'html'));
  }, [body, sanitise, files]);
  return (
    <>
      <div ref={host} class="stHtml" data-testid="stHtml" />
      {javascript && /<script[\s>]/i.test(body) && (
        <p class="stHtmlNote">A script in this HTML was not run: apps may not run code in the page.</p>
      )}
    </>
  );
};
