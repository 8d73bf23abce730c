"""Which edges of a tree with several parents can be, before the database is asked."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def without_rings(
    wanted: Sequence[tuple[T, T]], held: Iterable[tuple[T, T]]
) -> tuple[list[tuple[T, T]], list[tuple[T, T]]]:
    """Part edges (child, parent) into those that can be added, from the root down, and the others.

    An edge is refused if it would close a ring with those that are held or stand before it.

    >>> without_rings([("b", "a"), ("c", "b"), ("a", "c"), ("d", "d")], [])
    ([('b', 'a'), ('c', 'b')], [('a', 'c'), ('d', 'd')])
    """
    parents: dict[T, set[T]] = {}
    for child, parent in held:
        parents.setdefault(child, set()).add(parent)
    kept, refused = [], []
    for child, parent in wanted:
        if child == parent or child in _above(parent, parents):
            refused.append((child, parent))
        else:
            parents.setdefault(child, set()).add(parent)
            kept.append((child, parent))
    depth = _depths({child for child, _ in kept} | {parent for _, parent in kept}, parents)
    return sorted(kept, key=lambda edge: depth[edge[0]]), refused


def _above(start: T, parents: dict[T, set[T]]) -> set[T]:
    found, waiting = {start}, [start]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return found


def _depths(nodes: Collection[T], parents: dict[T, set[T]]) -> dict[T, int]:
    """Return how far each stands below its farthest root; there is no ring."""
    depth: dict[T, int] = {}
    waiting = list(nodes)
    while waiting:
        node = waiting[-1]
        open_parents = [each for each in parents.get(node, ()) if each not in depth]
        if open_parents:
            waiting += open_parents
            continue
        waiting.pop()
        depth[node] = 1 + max((depth[each] for each in parents.get(node, ())), default=-1)
    return depth
