"""Icons and shortcuts as a script writes them."""

from __future__ import annotations

import pytest

from streamlit._icons import check_icon
from streamlit._shortcut import normalise
from streamlit.errors import StreamlitAPIException

ONE = [
    "🎈",
    "❤️",
    "❤",
    "👍🏽",
    "👩‍💻",
    "👩🏽‍❤️‍💋‍👨🏿",
    "🏴‍☠️",
    "🇩🇪",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
    "1️⃣",
    "#️⃣",
    "*⃣",
    "©️",
    "🫠",
    "🐦‍🔥",
]
MATERIAL = [":material/home:", ":material/thumb_up:", ":material/10k:"]


@pytest.mark.parametrize("icon", [*ONE, *MATERIAL])
def test_an_icon_is_taken_as_it_is(icon: str) -> None:
    assert check_icon(icon) == icon


@pytest.mark.parametrize("icon", ["🎈🎈", "👩‍💻👩‍💻", "🎈a", "🇩🇪🇫🇷", "🎈 "])
def test_more_than_one_emoji_is_refused_as_such(icon: str) -> None:
    with pytest.raises(StreamlitAPIException, match="is not a valid emoji"):
        check_icon(icon)


@pytest.mark.parametrize("icon", ["a", "1", "#", " ", "material/home", ":material/home", "x:material/home:", "‍", "🇩"])
def test_what_is_no_icon_is_refused(icon: str) -> None:
    with pytest.raises(StreamlitAPIException, match="is not a valid icon"):
        check_icon(icon)


@pytest.mark.parametrize("icon", [":material/Home:", ":material/no_such_icon:", ":material/:"])
def test_a_name_that_the_font_does_not_have_is_refused(icon: str) -> None:
    with pytest.raises(StreamlitAPIException, match="is not a valid Material icon"):
        check_icon(icon)


@pytest.mark.parametrize(
    ("written", "travels"),
    [
        ("K", "k"),
        ("Ctrl+K", "ctrl+k"),
        ("shift + ctrl + k", "ctrl+shift+k"),
        ("ctrl+ctrl+k", "ctrl+k"),
        ("Cmd+Option+Enter", "cmd+alt+enter"),
        ("Esc", "escape"),
        ("ArrowLeft", "left"),
        ("F12", "f12"),
        ("x+", "x"),
        (" ", "space"),
        ("?", "?"),
        (None, None),
    ],
)
def test_a_shortcut_travels_in_one_spelling(written: str | None, travels: str | None) -> None:
    assert normalise(written) == travels
