"""What a call of an element takes: 1,000 texts that say what they said before, in parts of 50 for a coarse clock."""

import statistics
import time

import streamlit as st

st.button("Again")
parts = []
for part in range(20):
    started = time.perf_counter()
    for row in range(50):
        st.text(f"row {part} {row}")
    parts.append((time.perf_counter() - started) / 50)
st.markdown(f"one call takes {statistics.median(parts) * 1e6:.2f} us")
