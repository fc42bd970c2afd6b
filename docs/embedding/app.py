"""How a sum grows with compound interest."""

import streamlit as st

st.subheader("Compound interest")
start = st.slider("Sum", 100, 10_000, 1_000, step=100)
rate = st.slider("Interest per year, %", 0.0, 12.0, 5.0, step=0.5)
years = st.slider("Years", 1, 40, 10)

st.markdown(f"After **{years} years** it is **{start * (1 + rate / 100) ** years:,.0f}**.")

if st.checkbox("Year by year"):
    for year in range(1, years + 1):
        st.text(f"{year:>3}  {start * (1 + rate / 100) ** year:>12,.0f}")
