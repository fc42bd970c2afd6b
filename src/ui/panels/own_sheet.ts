/**
 * The style sheet of the page's own windows. They stand in a shadow tree of their own, where no rule of an app's
 * reaches, and so the page's sheets do not either: these are theirs.
 */
import controls from '../chrome/control.css?inline';
import dialogs from '../chrome/dialog.css?inline';
import base from '../theme/base.css?inline';
import tokens from '../theme/tokens.css?inline';
import drop from './drop.css?inline';
import offline from './offline.css?inline';
import own from './own.css?inline';
import parts from './parts.css?inline';
import permissions from './permissions.css?inline';
import share from './share.css?inline';
import stranger_controls from './stranger_controls.css?inline';

const sheets = [
  tokens,
  base,
  controls,
  dialogs,
  own,
  parts,
  permissions,
  share,
  offline,
  stranger_controls,
  drop,
];

export interface OwnSheetOptions {
  /** Pixels of the reader's own font size. */
  readonly rem: number;
  /** Nobody else can guess it. */
  readonly name: string;
}

/** The text of the sheet for a tree whose first element has the class `stOwn`. */
export function own_sheet(options: OwnSheetOptions): string {
  return own_css(sheets.join('\n'), options);
}

/**
 * What reaches into a shadow tree after all is taken out of the sheet: `rem` follows the document's root, and
 * custom properties are inherited from it and can be declared for all trees with `@property`, so they get other names.
 */
export function own_css(css: string, { rem, name }: OwnSheetOptions): string {
  return css
    .replaceAll(':root', '.stOwn')
    .replaceAll('--st-', `--${name}-`)
    .replace(/(?<![\w.-])(-?\d*\.?\d+)rem\b/g, (_all, size: string) => `${Number(size) * rem}px`);
}
