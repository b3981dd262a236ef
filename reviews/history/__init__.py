"""History: who did what to what, when. It only grows."""
