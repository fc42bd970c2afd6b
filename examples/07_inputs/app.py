"""Every input.
All the widgets there are so far, and what each gives back.
"""

import datetime as dt

import streamlit as st

st.title("Inputs")
left, right = st.columns(2)
with left:
    name = st.text_input("Name", placeholder="Ada", help="Press Enter, or leave the field.")
    age = st.number_input("Age", 0, 130, 36)
    colour = st.selectbox("Colour", ["Red", "Green", "Blue"], index=None)
    notes = st.text_area("Notes", max_chars=200)
with right:
    size = st.radio("Size", ["S", "M", "L"], captions=["small", "medium", "large"])
    news = st.checkbox("Send me news")
    dark = st.toggle("Lights off")
    span = st.slider("Range", 0, 100, (25, 75))
    day = st.slider("Day", dt.date(2026, 1, 1), dt.date(2026, 12, 31), dt.date(2026, 6, 1), format="D MMM")

st.divider()
st.json(
    {
        "name": name,
        "age": age,
        "colour": colour,
        "notes": notes,
        "size": size,
        "news": news,
        "dark": dark,
        "range": span,
        "day": str(day),
    }
)
