"""Arabic and English as text: normalise, split, align, read numbers, dates and names, compare.

Pure functions over strings; no Django. Offsets are code points into the text as it is stored.
"""
