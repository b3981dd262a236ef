"""Arabic and English as text: normalise, split, align, read numbers, dates and names, compare.

Pure functions over strings; no Django. Offsets are code points into the text as it is stored.

    arabic.fold, english.fold     a text reduced for comparison, with the way back to its offsets
    arabic.matches_word           one written word and a term, with و ف ب ك ل ال لل joined
    terms.TermIndex               the phrases of a glossary in a text
    tokens.words, tokens.pieces   words as readers count them; words, spaces and signs that tile the text
    segments.paragraphs, .sentences
    align.align                   which units of a translation answer which of its source
    diff.compare, .merge, .changed_words; moves.moves
    numbers.read, dates.read      figures and dates as values with spans
"""
