"""Makes the two icon fonts of `src/ui/theme/fonts/` from the `material-symbols` package.

The package has one variable font of several megabytes; the page wants one weight of it, and at first only a few icons.
Run it when the package or `src/ui/parts/core_icons.ts` changes, and commit what it wrote:

    python -m venv env && env/bin/pip install fonttools brotli && env/bin/python tools/icons/fonts.py
"""

from __future__ import annotations

import re
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "node_modules/material-symbols/material-symbols-rounded.woff2"
CORE = ROOT / "src/ui/parts/core_icons.ts"
OUT = ROOT / "src/ui/theme/fonts"
#: Letters of the names: without them no ligature begins.
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789_"


def static_font() -> TTFont:
    font = TTFont(SOURCE)
    instantiateVariableFont(font, {"wght": 400, "FILL": 0, "GRAD": 0, "opsz": 24}, inplace=True)
    return font


def core_names() -> list[str]:
    text = CORE.read_text("utf-8")
    [names] = re.findall(r"`([^`]+)`\.split", text)
    return names.split()


def glyph_of_name(font: TTFont) -> dict[str, str]:
    """The glyph that each icon's name becomes, read from the ligatures."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if chr(code) in LETTERS}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            for first, ligatures in getattr(table, "ligatures", {}).items():
                for ligature in ligatures:
                    name = [letters.get(glyph, "") for glyph in [first, *ligature.Component]]
                    if all(name):
                        found["".join(name)] = ligature.LigGlyph
    return found


def subset(font: TTFont, names: list[str]) -> None:
    glyphs = glyph_of_name(font)
    unknown = [name for name in names if name not in glyphs]
    if unknown:
        raise SystemExit(f"No such icons: {', '.join(unknown)}")
    options = Options()
    options.layout_features = ["*"]
    # Or every ligature of these letters, which is every icon, would be kept.
    options.layout_closure = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(glyphs=[glyphs[name] for name in names], text=LETTERS)
    subsetter.subset(font)


def save(font: TTFont, name: str) -> None:
    font.flavor = "woff2"
    path = OUT / name
    font.save(path)
    print(f"{path.relative_to(ROOT)} {path.stat().st_size} bytes")


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    save(static_font(), "material-symbols.woff2")
    core = static_font()
    subset(core, core_names())
    save(core, "material-symbols-core.woff2")


if __name__ == "__main__":
    main()
