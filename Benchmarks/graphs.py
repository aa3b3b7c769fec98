"""Graphs to measure on: the same everywhere, rows of payer, payee, amount and day.

Numbers come from a counter-based splitmix64, so that any language can make the same graphs.
"""
import numpy

STEP = 0x9E3779B97F4A7C15
ROUNDS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


def units(seed, start, count):
    """The numbers start… of a stream, 0 up to 1."""
    index = numpy.arange(start + 1, start + count + 1, dtype=numpy.uint64)
    words = numpy.uint64(seed) + index * numpy.uint64(STEP)
    for shift, factor in ROUNDS:
        words = (words ^ words >> numpy.uint64(shift)) * numpy.uint64(factor)
    words ^= words >> numpy.uint64(31)
    return (words >> numpy.uint64(11)).astype(numpy.float64) * 2.0**-53


def deals(nodes, arcs, seed, mixed=1.0):
    """Scale-free: parties drawn as nodes * u**2, so that hubs pay and are paid.

    A payee is drawn in the payers' order with the probability `mixed`, else in another.
    """
    pairs, start = numpy.empty((0, 2), numpy.int64), 0
    while len(pairs) < arcs:
        count = arcs + arcs // 2 + 100
        ends = [
            numpy.minimum(nodes - 1, (nodes * units(seed + k, start, count) ** 2).astype(numpy.int64))
            for k in (0, 1)
        ]
        if mixed < 1:
            apart = units(seed + 2, start, count) >= mixed
            ends[1] = numpy.where(apart, (ends[1] * 104729 + 3) % nodes, ends[1])
        block = numpy.stack(ends, axis=1)
        pairs = numpy.concatenate([pairs, block[block[:, 0] != block[:, 1]]])
        _, first = numpy.unique(pairs[:, 0] * nodes + pairs[:, 1], return_index=True)
        pairs, start = pairs[numpy.sort(first)], start + count
    return rows(pairs[:arcs], seed)


def rows(pairs, seed=1):
    """Pairs with amounts, a few of them large, and days of five years."""
    pairs = numpy.asarray(pairs, dtype=numpy.int64)
    amounts = 1 + (100_000 * units(seed + 3, 0, len(pairs)) ** 4).astype(numpy.int64)
    days = (1826 * units(seed + 4, 0, len(pairs))).astype(numpy.int64)
    return numpy.column_stack([pairs, amounts, days]).astype(numpy.int32)


def read(path):
    """A list of edges, with amounts and days where it has them; a pair may come again."""
    table = numpy.loadtxt(path, dtype=numpy.int64, ndmin=2)
    made = rows(table[:, :2])
    width = min(4, table.shape[1])
    made[:, 2:width] = table[:, 2:width]
    return made


def complete(nodes):
    return rows([(a, b) for a in range(nodes) for b in range(nodes) if a != b])


def layered(width, layers):
    """A party pays a row of complete layers, and the last is paid back: width**layers loops."""
    ranks = [[0]] + [[1 + k * width + i for i in range(width)] for k in range(layers)]
    ranks.append([1 + layers * width])
    pairs = [(a, b) for low, high in zip(ranks, ranks[1:]) for a in low for b in high]
    return rows(pairs + [(1 + layers * width, 0)])


def trap(roots, links):
    """2 roots + 2**links loops, and 2**links dead ends from each root."""
    hub, pairs = roots, []
    for leaf in range(roots):
        pairs += [(leaf, hub), (hub, leaf), (leaf, hub + 1 + leaf), (hub + 1 + leaf, hub)]
    last, free = hub, 2 * roots + 1
    for _ in range(links):
        pairs += [(last, free), (last, free + 1), (free, free + 2), (free + 1, free + 2)]
        last, free = free + 2, free + 3
    return rows(pairs + [(last, hub)])


def ring(nodes, chords):
    """A ring with chords that do not overlap: 2**chords loops, nearly all of them long."""
    step = nodes // chords
    pairs = [(i, (i + 1) % nodes) for i in range(nodes)]
    return rows(pairs + [(k * step, k * step + 3) for k in range(chords)])


def hub(table):
    """The party with the most ways through it."""
    nodes = int(table[:, :2].max()) + 1
    ends = [numpy.bincount(table[:, k], minlength=nodes) for k in (0, 1)]
    return int((ends[0] * ends[1]).argmax())
