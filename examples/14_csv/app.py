"""Sums of a CSV file.
Choose a file, say in a form what to add up, save the result. Nothing leaves the tab.
"""

import csv
import io

import streamlit as st

SAMPLE = """item,kind,price
bread,food,3.20
apples,food,4.10
tram,travel,2.60
train,travel,31.00
book,leisure,14.90
"""


def is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


st.title("Sums of a CSV file")
file = st.file_uploader("CSV file", type="csv", help="Without one there is a sample.")
text = io.TextIOWrapper(file, "utf-8-sig", errors="replace") if file else io.StringIO(SAMPLE)
rows = [{name: value or "" for name, value in row.items() if name} for row in csv.DictReader(text)]
columns = list(rows[0]) if rows else []
numbers = [column for column in columns if all(is_number(row[column]) for row in rows)]
groups = [column for column in columns if column not in numbers]
if not numbers or not groups:
    st.error("It takes a column of numbers, a column of something else, and a row.")
    st.stop()

with st.form("sums"):
    by = st.selectbox("For each", groups, index=len(groups) - 1)
    of = st.selectbox("Add up", numbers)
    least = st.number_input("Leave out sums below", 0.0)
    st.form_submit_button("Add up", type="primary")

sums: dict[str, float] = {}
for row in rows:
    sums[row[by]] = sums.get(row[by], 0) + float(row[of])
result = sorted(((name, total) for name, total in sums.items() if total >= least), key=lambda pair: -pair[1])

st.markdown("\n".join([f"| {by} | {of} |", "|---|--:|", *(f"| {name} | {total:.2f} |" for name, total in result)]))
out = io.StringIO()
csv.writer(out).writerows([(by, of), *result])
st.download_button("Save as CSV", out.getvalue(), "sums.csv", "text/csv", icon=":material/download:", on_click="ignore")
