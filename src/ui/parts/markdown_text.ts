/** What stands for a character in Markdown's text: `&copy;`, `&#169;`, and the few signs that are typed as arrows. */

/** Names of the characters from `from` on, in order; `_` skips one. */
const runs: readonly (readonly [from: number, names: string])[] = [
  [
    160,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
  ],
  [
    913,
    'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho _ Sigma Tau Upsilon Phi Chi Psi Omega',
  ],
  [
    945,
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega',
  ],
  [0x2190, 'larr uarr rarr darr harr'],
  [0x21d0, 'lArr uArr rArr dArr hArr'],
  [0x2013, 'ndash mdash _ _ _ lsquo rsquo sbquo _ ldquo rdquo bdquo _ dagger Dagger bull _ _ _ hellip'],
];

const named = new Map<string, string>([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['permil', '‰'],
  ['prime', '′'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['euro', '€'],
  ['trade', '™'],
  ['forall', '∀'],
  ['part', '∂'],
  ['exist', '∃'],
  ['empty', '∅'],
  ['isin', '∈'],
  ['notin', '∉'],
  ['prod', '∏'],
  ['sum', '∑'],
  ['minus', '−'],
  ['radic', '√'],
  ['infin', '∞'],
  ['cap', '∩'],
  ['cup', '∪'],
  ['int', '∫'],
  ['asymp', '≈'],
  ['ne', '≠'],
  ['equiv', '≡'],
  ['le', '≤'],
  ['ge', '≥'],
  ['sub', '⊂'],
  ['sup', '⊃'],
  ['check', '✓'],
  ['star', '☆'],
  ['starf', '★'],
  ['hearts', '♥'],
]);
for (const [from, names] of runs) {
  for (const [index, name] of names.split(' ').entries()) named.set(name, String.fromCodePoint(from + index));
}

/** The text with its character references replaced. A name that HTML has and this table has not stays as it is. */
export function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return named.get(name) ?? whole;
    return character(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}

function character(code: number): string {
  const is_valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return is_valid ? String.fromCodePoint(code) : '\ufffd';
}

const signs: Readonly<Record<string, string>> = {
  '<-': '←',
  '->': '→',
  '<->': '↔',
  '--': '—',
  '>=': '≥',
  '<=': '≤',
  '~=': '≈',
};

/** Signs that stand alone, between blanks: `a -> b`, but not `a->b`. */
export function typographic(text: string): string {
  return text.replace(/(?<!\S)(?:<->|<-|->|--|>=|<=|~=)(?!\S)/g, (sign) => signs[sign] ?? sign);
}
