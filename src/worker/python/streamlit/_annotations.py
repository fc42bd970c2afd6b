"""Names for the types that the signatures of many commands share. For type checkers only."""

from __future__ import annotations

from typing import Literal

Width = int | Literal["stretch", "content"]
WidthWithoutContent = int | Literal["stretch"]
Height = int | Literal["stretch", "content"]
TextAlignment = Literal["left", "center", "right", "justify"]
