"""HTTP plumbing that mentions no noun of the newsroom: fragments for htmx, forms, pages of long lists,
bidi isolation, and the two choices everybody has: the language and the theme of the interface.
"""
