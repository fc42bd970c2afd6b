"""Unit converter.
Two fields that follow each other: callbacks write into session state.
"""

import streamlit as st

#: How many of the base unit one of each is.
UNITS = {
    "Length": {"metre": 1.0, "kilometre": 1000.0, "mile": 1609.344, "foot": 0.3048, "inch": 0.0254},
    "Weight": {"kilogram": 1.0, "gram": 0.001, "pound": 0.45359237, "ounce": 0.028349523125},
    "Volume": {"litre": 1.0, "millilitre": 0.001, "US gallon": 3.785411784, "US cup": 0.2365882365},
}

st.title("Unit converter")
kind = st.radio("What", list(UNITS), horizontal=True)
units = UNITS[kind]
names = list(units)
state = st.session_state
state.setdefault("left", 1.0)


def convert(source, target):
    """Writes what the `source` field says into the `target` field, in the unit chosen there."""
    factor = units[state[f"{kind} {source}"]] / units[state[f"{kind} {target}"]]
    state[target] = state[source] * factor


columns = st.columns(2)
for index, side in enumerate(("left", "right")):
    columns[index].selectbox("Unit", names, index, key=f"{kind} {side}", label_visibility="collapsed")

# A unit may have changed: the left amount stays, the right one follows.
convert("left", "right")
for index, (side, other) in enumerate((("left", "right"), ("right", "left"))):
    columns[index].number_input("Amount", format="%.6g", key=side, on_change=convert, args=(side, other))

st.markdown(f"**{state.left:,.6g}** {state[f'{kind} left']} = **{state.right:,.6g}** {state[f'{kind} right']}")
