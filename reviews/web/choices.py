"""The theme of the interface: a choice of the browser, kept in a cookie, so that the first paint is right."""

THEME_COOKIE = "theme"
THEMES = ("auto", "light", "dark")


def theme_of(cookies: dict[str, str]) -> str:
    """The theme a browser asked for: light, dark, or auto, which leaves it to the system."""
    chosen = cookies.get(THEME_COOKIE, "auto")
    return chosen if chosen in THEMES else "auto"
