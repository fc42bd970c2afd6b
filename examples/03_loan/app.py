"""Loan calculator.
Numbers in, an answer at once, and the whole plan month by month.
"""

import streamlit as st

st.title("What does the loan cost?")
with st.sidebar:
    st.header("The loan", anchor=False)
    amount = st.number_input("Amount in €", 1_000, 1_000_000, 20_000, step=1_000)
    rate = st.slider("Interest per year", 0.0, 12.0, 4.5, 0.1, format="%.1f %%")
    years = st.slider("Years", 1, 30, 10)

months = years * 12
monthly = rate / 100 / 12
payment = amount / months if monthly == 0 else amount * monthly / (1 - (1 + monthly) ** -months)

one, two, three = st.columns(3, border=True)
one.caption("Each month")
one.subheader(f"{payment:,.2f} €", anchor=False)
two.caption("Interest in all")
two.subheader(f"{payment * months - amount:,.0f} €", anchor=False)
three.caption("Paid in all")
three.subheader(f"{payment * months:,.0f} €", anchor=False)

rest = amount
rows = []
for year in range(1, years + 1):
    interest = 0.0
    for _ in range(12):
        part = rest * monthly
        interest += part
        rest -= payment - part
    rows.append(f"| {year} | {interest:,.2f} € | {12 * payment - interest:,.2f} € | {max(rest, 0):,.2f} € |")

with st.expander("Year by year", expanded=years <= 10):
    st.markdown("\n".join(["| Year | Interest | Paid back | Left |", "|---:|---:|---:|---:|", *rows]))
