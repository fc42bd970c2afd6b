/** Each theme option: what its value must look like and which custom property it becomes. */

/** The text for CSS, or undefined when the value is not one. */
export type Reader = (value: unknown) => string | undefined;

export interface OptionRow {
  readonly read: Reader;
  /** What the option takes, for the line in the console. */
  readonly wants: string;
  readonly property: string;
  /** Set for the whole page only, not for the sidebar or for one mode. */
  readonly top_only?: boolean;
}

export type IsColor = (text: string) => boolean;

/** Named colours and newer notations are known by the browser alone. */
const browser_knows: IsColor = (text) => typeof CSS !== 'undefined' && CSS.supports('color', text);

const color_shape = /^(#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(rgb|hsl)a?\([\d\s.,%/deg-]+\))$/i;

/** Nothing that could leave its declaration gets through, whatever a browser makes of it. */
const safe = /^[^;{}<>\\]*$/;

export function color_reader(is_color: IsColor = browser_knows): Reader {
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const text = value.trim();
    if (!safe.test(text) || /\b(var|env|url)\(/i.test(text)) return undefined;
    return color_shape.test(text) || is_color(text) ? text : undefined;
  };
}

const size: Reader = (value) => {
  if (typeof value === 'number') return value >= 0 && Number.isFinite(value) ? `${value}px` : undefined;
  if (typeof value !== 'string') return undefined;
  const parts = /^(\d+(?:\.\d+)?|\.\d+)\s*(px|rem|em)?$/i.exec(value.trim());
  return parts ? `${Number(parts[1])}${parts[2]?.toLowerCase() ?? 'px'}` : undefined;
};

const radii: Readonly<Record<string, string>> = {
  none: '0px',
  small: '0.35rem',
  medium: '0.5rem',
  large: '1rem',
  full: '9999px',
};

const radius: Reader = (value) =>
  typeof value === 'string' ? (radii[value.trim().toLowerCase()] ?? size(value)) : size(value);

const weight: Reader = (value) =>
  typeof value === 'number' && value >= 100 && value <= 900 && value % 100 === 0 ? String(value) : undefined;

const families: Readonly<Record<string, string>> = {
  'sans-serif': '"Source Sans", "Source Sans Fallback", "Noto Sans", system-ui, sans-serif',
  serif: '"Source Serif", "Noto Serif", ui-serif, Georgia, serif',
  monospace: '"Source Code Pro", ui-monospace, "Noto Sans Mono", monospace',
};

/** A family, a list of them, or `name:address`, of which only the name counts: the page fetches no fonts elsewhere. */
const font: Reader = (value) => {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const text = value.replace(/^\s*([^:,]+):\s*https?:.*$/, '$1').trim();
  if (!/^[\p{L}\p{N}\s"',._-]+$/u.test(text) || (text.match(/"/g)?.length ?? 0) % 2 === 1) return undefined;
  return families[text.toLowerCase()] ?? `${text}, ${families['sans-serif']}`;
};

/** Arrays, or a text that is one in JSON or has commas. */
export function list_of(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value === 'number') return [value];
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!text.startsWith('[')) return text.split(',').map((part) => part.trim());
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function list(read: Reader): Reader {
  return (value) => {
    const items = list_of(value)?.map(read);
    return items && items.length > 0 && items.every((item) => item !== undefined)
      ? items.join(', ')
      : undefined;
  };
}

function flag(yes: string, no: string): Reader {
  return (value) => (typeof value === 'boolean' ? (value ? yes : no) : undefined);
}

export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const palette_names = ['red', 'orange', 'yellow', 'blue', 'green', 'violet', 'gray'] as const;

const palette = palette_names.flatMap((name) => [
  `${name}Color`,
  `${name}BackgroundColor`,
  `${name}TextColor`,
]);

/** The names whose value is one colour. */
const colors = [
  ...['primaryColor', 'backgroundColor', 'secondaryBackgroundColor', 'textColor', 'borderColor', 'linkColor'],
  ...['codeBackgroundColor', 'codeTextColor'],
  ...['dataframeBorderColor', 'dataframeHeaderBackgroundColor', 'dataframeHeaderTextColor'],
  ...palette,
];

/** All rows by option name, without the section before it. */
export function option_rows(is_color?: IsColor): ReadonlyMap<string, OptionRow> {
  const color = color_reader(is_color);
  const rows = new Map<string, OptionRow>();
  const add = (names: readonly string[], read: Reader, wants: string, top_only = false) => {
    for (const name of names) rows.set(name, { read, wants, property: `--st-${kebab(name)}`, top_only });
  };
  add(colors, color, 'a CSS colour such as "#ff4b4b"');
  add(
    ['chartCategoricalColors', 'chartSequentialColors', 'chartDivergingColors'],
    list(color),
    'a list of colours',
  );
  add(['font', 'headingFont', 'codeFont'], font, 'a font family, or "sans-serif", "serif", "monospace"');
  add(
    ['baseRadius', 'buttonRadius'],
    radius,
    '"none", "small", "medium", "large", "full", or a size such as "8px"',
  );
  add(['codeFontSize', 'paddingTop', 'paddingBottom'], size, 'a size such as "14px" or "0.9rem"');
  add(['baseFontSize', 'metricValueFontSize'], size, 'a size such as 16 or "2rem"', true);
  add(['codeFontWeight'], weight, 'a weight from 100 to 900 in hundreds');
  add(['baseFontWeight', 'metricValueFontWeight'], weight, 'a weight from 100 to 900 in hundreds', true);
  add(['headingFontSizes'], list(size), 'one to six sizes');
  add(
    ['headingFontWeights'],
    list((value) => weight(Number(value))),
    'one to six weights',
  );
  add(['linkUnderline'], flag('underline', 'none'), 'true or false');
  add(['showWidgetBorder'], flag('var(--st-border-color)', 'transparent'), 'true or false');
  add(['showSidebarBorder'], flag('var(--st-border-color-light)', 'transparent'), 'true or false', true);
  return rows;
}
