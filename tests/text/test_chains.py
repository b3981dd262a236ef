"""The heaviest rising chain, against trying every chain."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviews.text.chains import heaviest_chain

PAIRS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 5)), max_size=7, unique_by=lambda p: p[:2]
)


@given(PAIRS)
def test_no_chain_is_heavier(weighed: list[tuple[int, int, int]]) -> None:
    weighed = sorted({i: (i, j, w) for i, j, w in weighed}.values())
    weight = {(i, j): w for i, j, w in weighed}
    chain = heaviest_chain(list(weight), list(weight.values()))
    rising = [
        sum(weight[p] for p in some)
        for size in range(len(weight) + 1)
        for some in combinations(weight, size)
        if all(a[1] < b[1] for a, b in pairwise(some))
    ]
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(chain))
    assert sum(weight[p] for p in chain) == max(rising)


def test_without_weights_the_longest() -> None:
    assert heaviest_chain([(0, 5), (1, 1), (2, 2), (3, 0)]) == [(1, 1), (2, 2)]
    assert heaviest_chain([]) == []
