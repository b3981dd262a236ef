"""What every test starts from."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def no_memory_of_other_tests(request):
    """Lock-outs and other counters live in the cache; tests that touch the database begin with an empty one."""
    if request.node.get_closest_marker("django_db"):
        cache.clear()
