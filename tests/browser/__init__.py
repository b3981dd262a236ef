"""Tests that drive a real Chromium over a live server."""
