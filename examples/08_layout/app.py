"""Layout.
Sidebar, columns, containers, expanders, and places that are filled later.
"""

import streamlit as st

st.set_page_config(page_title="Layout", page_icon=":material/dashboard:", layout="wide")
st.sidebar.header("Sidebar")
count = st.sidebar.slider("Cards", 1, 8, 4)

st.title("Layout")
summary = st.container(border=True)
columns = st.columns(4)
for index in range(count):
    with columns[index % 4].container(border=True):
        st.markdown(f"**Card {index + 1}**")
        if st.checkbox("Pick", key=f"pick{index}"):
            st.caption("Picked")

picked = sum(st.session_state[f"pick{index}"] for index in range(count))
summary.markdown(f"{picked} of {count} picked. This stands above the cards, and was written after them.")
with st.expander("How?"):
    st.code("summary = st.container()\n…\nsummary.write('later')")
