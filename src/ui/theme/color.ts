/** Colours as numbers: reading what a theme names, mixing, and how well one can be read on another. */

/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** A colour in hexadecimal, `rgb()` or `hsl()`. What is see-through is taken as if it were not. */
export function parse_color(text: string): Rgb | undefined {
  const value = text.trim().toLowerCase();
  return hex(value) ?? functional(value);
}

function hex(value: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1];
  if (digits === undefined) return undefined;
  const long = digits.length < 5 ? digits.replace(/./g, '$&$&') : digits;
  const at = (index: number) => Number.parseInt(long.slice(index, index + 2), 16);
  return [at(0), at(2), at(4)];
}

function functional(value: string): Rgb | undefined {
  const parts = /^(rgb|hsl)a?\(\s*([^()]+)\)$/.exec(value);
  const [a, b, c] = (parts?.[2] ?? '').split(/[\s,/]+/).filter(Boolean);
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (parts?.[1] === 'hsl') {
    return checked(hsl_to_rgb(Number.parseFloat(a), Number.parseFloat(b) / 100, Number.parseFloat(c) / 100));
  }
  return checked([channel(a), channel(b), channel(c)]);
}

function checked(rgb: Rgb): Rgb | undefined {
  return rgb.every((part) => part >= 0 && part <= 255) ? rgb : undefined;
}

function channel(text: string): number {
  return text.endsWith('%') ? Number.parseFloat(text) * 2.55 : Number.parseFloat(text);
}

function hsl_to_rgb(hue: number, saturation: number, lightness: number): Rgb {
  const turn = ((hue % 360) + 360) % 360;
  const part = (n: number): number => {
    const k = (n + turn / 30) % 12;
    const strength = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - strength * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4)];
}

export function to_hex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** So much (0 to 1) of `a` in `b`. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2): number => a[index] * share + b[index] * (1 - share);
  return [part(0), part(1), part(2)];
}

/** Relative luminance as WCAG defines it: 0 is black, 1 is white. */
export function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** From 1 (alike) to 21. Text wants 4.5. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** White where it can be read, else black: for text on `background`. White is favoured, as on most buttons. */
export function text_on(background: Rgb): Rgb {
  return contrast(white, background) >= 3 || luminance(background) < 0.18 ? white : black;
}

/** `color`, as little lighter or darker as makes it readable on `background`. */
export function readable_on(color: Rgb, background: Rgb): Rgb {
  const end = luminance(background) < 0.18 ? white : black;
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(end, color, share);
    if (contrast(candidate, background) >= 4.5) return candidate;
  }
  return end;
}
