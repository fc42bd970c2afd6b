/** The page that lists a site's apps, each with its source beside it. */
import type { JSX } from 'preact';
import { useTheme } from '../theme/apply.ts';
import { type ThemeChoice, theme_choices } from '../theme/choice.ts';
import { Control } from './control.tsx';
import { Glyph } from './glyph.tsx';
import { SourceView } from './source_view.tsx';
import { theme_names } from './theme_names.ts';
import '../theme/theme.css';
import './control.css';
import './gallery.css';

export interface GalleryApp {
  readonly slug: string;
  readonly title: string;
  readonly description: string;
  readonly source: string;
  readonly href: string;
}

export interface GalleryProps {
  readonly apps: readonly GalleryApp[];
  readonly theme?: ThemeChoice;
  /** Without it there is no switch. */
  readonly onTheme?: (choice: ThemeChoice) => void;
  /** Shows the link that holds the app. */
  readonly onShare: (slug: string) => void;
  /** Asks for an app's files. */
  readonly onOpenFile: () => void;
}

export function Gallery({ apps, theme = 'system', onTheme, onShare, onOpenFile }: GalleryProps): JSX.Element {
  useTheme(theme);
  return (
    <div class="stGallery" data-testid="stGallery">
      <header class="stGalleryHeader">
        <div class="stGalleryTop">
          <span class="stGalleryMark">Tablit</span>
          {onTheme && <ThemeSwitch theme={theme} onTheme={onTheme} />}
        </div>
        <h1>Python apps that live in a tab</h1>
        <p>
          Each of these is a Streamlit script. It runs right here, in CPython inside your browser: no server,
          nothing to install, and what you enter stays with you.
        </p>
        <p class="stGalleryOwn">
          <Control kind="bordered" onClick={onOpenFile}>
            Open your own
          </Control>
          <span>or drop a script, a zip or a folder on this page.</span>
        </p>
      </header>
      <main>
        {apps.length === 0 && <p class="stGalleryEmpty">There are no apps here yet.</p>}
        <ul class="stGalleryGrid">
          {apps.map((app) => (
            <Card key={app.slug} app={app} onShare={() => onShare(app.slug)} />
          ))}
        </ul>
      </main>
    </div>
  );
}

function Card({ app, onShare }: { readonly app: GalleryApp; readonly onShare: () => void }): JSX.Element {
  const { slug, title, description, source, href } = app;
  const id = `app-${slug}`;
  return (
    <li class="stGalleryCard" data-testid="stGalleryCard">
      <article aria-labelledby={id}>
        <div class="stGalleryAbout">
          <h2 id={id}>{title}</h2>
          <p>{description}</p>
          <div class="stGalleryActions">
            <a class="stControl stControl-primary stGalleryOpen" href={href} aria-label={`Open ${title}`}>
              Open
              <Glyph name="open" size={18} />
            </a>
            <Control kind="bordered" aria-label={`Share ${title}`} onClick={onShare}>
              Share
            </Control>
          </div>
        </div>
        <SourceView source={source} title={title} />
      </article>
    </li>
  );
}

function ThemeSwitch({ theme, onTheme }: Required<Pick<GalleryProps, 'theme' | 'onTheme'>>): JSX.Element {
  return (
    <fieldset class="stThemeSwitch">
      <legend class="st-visually-hidden">Theme</legend>
      {theme_choices.map((choice) => (
        <label key={choice}>
          <input
            class="st-visually-hidden"
            type="radio"
            name="theme"
            checked={choice === theme}
            onChange={() => onTheme(choice)}
          />
          <span>{theme_names[choice]}</span>
        </label>
      ))}
    </fieldset>
  );
}
