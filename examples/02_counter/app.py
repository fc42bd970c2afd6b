"""Counter with memory.
Session state and callbacks: the count survives every rerun of the script.
"""

import streamlit as st

st.title("Counter")
st.session_state.setdefault("count", 0)


def add(step):
    st.session_state.count += step


left, middle, right = st.columns(3, vertical_alignment="center")
left.button("Take one", icon=":material/remove:", on_click=add, args=(-1,), width="stretch")
middle.subheader(f"{st.session_state.count}", anchor=False, text_alignment="center")
right.button("Add one", icon=":material/add:", on_click=add, args=(1,), type="primary", width="stretch")

if st.session_state.count >= 10:
    st.success("Ten or more. Well counted.", icon=":material/check_circle:")
