/** Icons of the tab that need more than their name: a Material Symbol is drawn with its font, a shortcode looked up. */
import { emoji_url, type PageIcon } from './page_icon.ts';

const SIZE = 64;

const FONT = `400 ${SIZE}px "Material Symbols Rounded"`;

export async function drawn_icon(
  icon: Extract<PageIcon, { readonly kind: 'material' | 'shortcode' }>,
): Promise<string | undefined> {
  return icon.kind === 'material' ? symbol_url(icon.name) : shortcode_url(icon.name);
}

/** A picture, since a tab's icon has no fonts. Grey, so that it can be seen on a light and on a dark tab. */
async function symbol_url(name: string): Promise<string | undefined> {
  await document.fonts.load(FONT, name);
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.font = FONT;
  context.fillStyle = '#7d7873';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(name, SIZE / 2, SIZE);
  return canvas.toDataURL('image/png');
}

async function shortcode_url(name: string): Promise<string | undefined> {
  const [{ read_emoji_names }, { default: lines }] = await Promise.all([
    import('../parts/markdown_emoji.tsx'),
    import('../parts/emoji_names.txt?raw'),
  ]);
  const emoji = read_emoji_names(lines).get(name);
  return emoji === undefined ? undefined : emoji_url(emoji);
}
