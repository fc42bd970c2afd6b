"""Mandelbrot in text.
Real Python at work in your tab: every slider move computes the set anew.
"""

import streamlit as st

SHADES = " .:-=+*#%@"

st.title("Mandelbrot")
zoom = st.slider("Zoom", 1.0, 60.0, 1.0, 0.5)
left, right = st.columns(2)
x = left.slider("Across", -2.0, 1.0, -0.75, 0.01)
y = right.slider("Up", -1.25, 1.25, 0.1, 0.01)
depth = st.radio("Depth", [20, 40, 80, 160], index=1, horizontal=True)

lines = []
for row in range(28):
    line = []
    for column in range(72):
        point = complex(x + (column - 36) / 24 / zoom, y + (14 - row) / 12 / zoom)
        z = 0j
        for step in range(depth):
            z = z * z + point
            if z.real * z.real + z.imag * z.imag > 4:
                line.append(SHADES[step * (len(SHADES) - 1) // depth])
                break
        else:
            line.append(SHADES[-1])
    lines.append("".join(line))
st.code("\n".join(lines), language=None)
