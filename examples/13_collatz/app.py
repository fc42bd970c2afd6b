"""Collatz chains.
Which number takes longest to come down to one? Each limit is worked out once and remembered, also for your next visit.
"""

from time import perf_counter

import streamlit as st


@st.cache_resource
def chain_lengths():
    """Lengths that are known already: one dictionary for all calls, which fill it."""
    return {1: 1}


@st.cache_data(persist="disk", show_spinner="Following the chains…")
def longest_below(limit):
    lengths = chain_lengths()
    for start in range(2, limit):
        path, number = [], start
        while number not in lengths:
            path.append(number)
            number = number // 2 if number % 2 == 0 else 3 * number + 1
        for step, passed in enumerate(reversed(path), 1):
            lengths[passed] = lengths[number] + step
    return max(range(1, limit), key=lengths.get)


@st.cache_data
def chain(number):
    numbers = [number]
    while number != 1:
        number = number // 2 if number % 2 == 0 else 3 * number + 1
        numbers.append(number)
    return numbers


st.title("Collatz chains")
st.markdown("Halve an even number, triple an odd one and add one: every chain that anybody tried ends at **1**.")
limit = st.selectbox("Numbers below", [100, 1_000, 10_000, 100_000], 1)
began = perf_counter()
start = longest_below(limit)
took = (perf_counter() - began) * 1000
numbers = chain(start)
st.success(f"**{start:,}** takes longest: {len(numbers) - 1} steps, up to {max(numbers):,} on its way.")
st.caption(f"Answered in {took:.1f} ms. Choose a limit again, or load the page anew: it is remembered.")
with st.expander("The chain"):
    st.text(" → ".join(f"{number:,}" for number in numbers))
if st.button("Forget the answers", icon=":material/delete:"):
    longest_below.clear()
    chain_lengths.clear()
    st.rerun()
