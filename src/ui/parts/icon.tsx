/** An icon: an emoji, a Material Symbol (`:material/name:`, drawn by the icon font from its name), or the spinner. */
import type { JSX } from 'preact';
import { core_icons } from './core_icons.ts';
import './icon.css';

const hidden = { 'aria-hidden': true } as const;

export function Icon({ icon, label }: { icon: string; label?: string }): JSX.Element {
  const name = material_name(icon);
  const named = label === undefined ? hidden : ({ role: 'img', 'aria-label': label } as const);
  if (icon === 'spinner') return <span class="stIconSpinner" data-testid="stSpinnerIcon" {...named} />;
  if (name === undefined) {
    return (
      <span class="stIconEmoji" data-testid="stIconEmoji" {...named}>
        {icon}
      </span>
    );
  }
  return (
    <span
      class="stIconMaterial"
      data-testid="stIconMaterial"
      data-core={core_icons.has(name)}
      translate={false}
      {...named}
    >
      {name}
    </span>
  );
}

/** An icon of the page's own: the font draws it, and its name is no text of the page. */
export function DrawnIcon({ name }: { name: string }): JSX.Element {
  const drawn = { class: 'stIconMaterial', 'data-core': core_icons.has(name), 'data-name': name };
  return <span {...drawn} translate={false} {...hidden} />;
}

/** `home` of `:material/home:`, undefined for anything else. */
export function material_name(icon: string): string | undefined {
  return /^:material\/([a-z0-9_]+):$/.exec(icon)?.[1];
}
