"""Word counter.
Paste a text: its words, its sentences, and what it says most.
"""

import re
from collections import Counter

import streamlit as st

st.title("What does the text say?")
text = st.text_area(
    "Text",
    "The quick brown fox jumps over the lazy dog. The dog sleeps. The fox does not.",
    height=160,
)
least = st.slider("Words of at least … letters", 1, 10, 3)
words = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
sentences = [part for part in re.split(r"[.!?]+", text) if part.strip()]

one, two, three = st.columns(3, border=True)
for place, label, value in (
    (one, "Words", len(words)),
    (two, "Different", len(set(words))),
    (three, "Sentences", len(sentences)),
):
    place.caption(label)
    place.subheader(str(value), anchor=False)

common = Counter(word for word in words if len(word) >= least).most_common(8)
most = common[0][1] if common else 1
for word, count in common:
    st.progress(count / most, f"**{word}** — {count}")
