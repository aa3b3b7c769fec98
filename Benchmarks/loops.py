#!/usr/bin/env python3
"""Counts loops beside networkx, igraph and rustworkx on the same edge lists, CPU medians, one thread.

    swift build -c release --product LoopBenchmark
    python3 -m venv .build/peers && .build/peers/bin/pip install networkx igraph rustworkx
    .build/peers/bin/python Benchmarks/loops.py [EDGES BOUND]...

Graphs come from a counter-based splitmix64, so they are the same everywhere; further edge lists
(such as SNAP's Bitcoin-OTC) can be named with a bound, 0 for none. A peer whose count differs is
marked WRONG.
"""
import pathlib
import statistics
import subprocess
import sys
import time

import igraph
import networkx
import rustworkx

ROOT = pathlib.Path(__file__).resolve().parent.parent
MASK = (1 << 64) - 1


def unit(seed, index):
    """The index-th number of a stream, 0 up to 1."""
    word = (seed + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    word = ((word ^ word >> 30) * 0xBF58476D1CE4E5B9) & MASK
    word = ((word ^ word >> 27) * 0x94D049BB133111EB) & MASK
    return ((word ^ word >> 31) >> 11) * 2.0**-53


def deals(nodes, arcs, seed):
    """Scale-free: parties drawn as nodes * u**2, hubs pay and are paid."""
    edges, index = {}, 0
    while len(edges) < arcs:
        ends = [min(nodes - 1, int(nodes * unit(seed + k, index) ** 2)) for k in (0, 1)]
        index += 1
        if ends[0] != ends[1]:
            edges[tuple(ends)] = None
    return list(edges)


def complete(nodes):
    return [(a, b) for a in range(nodes) for b in range(nodes) if a != b]


def trap(roots, links):
    """2 roots + 2**links loops, and 2**links dead ends from each root."""
    hub, edges = roots, []
    for leaf in range(roots):
        edges += [(leaf, hub), (hub, leaf), (leaf, hub + 1 + leaf), (hub + 1 + leaf, hub)]
    last, free = hub, 2 * roots + 1
    for _ in range(links):
        edges += [(last, free), (last, free + 1), (free, free + 2), (free + 1, free + 2)]
        last, free = free + 2, free + 3
    return edges + [(last, hub)]


def ring(nodes, chords):
    step = nodes // chords
    return [(i, (i + 1) % nodes) for i in range(nodes)] + [
        (k * step, k * step + 3) for k in range(chords)
    ]


def measured(call):
    times, result = [], None
    while len(times) < 5 and sum(times) < 8:
        start = time.process_time()
        result = call()
        times.append(time.process_time() - start)
    return statistics.median(times), result


def own(task, bound, edges):
    text = "\n".join(f"{a} {b}" for a, b in edges).encode()
    program = ROOT / ".build/release/LoopBenchmark"
    run = subprocess.run([program, task, str(bound)], input=text, capture_output=True, check=True)
    cells = run.stdout.split()
    return float(cells[0]), int(cells[1]), float(cells[2]) if len(cells) > 2 else None


def compare(name, edges, bound):
    seconds, count, _ = own("count", bound, edges)
    kept, _, width = own("list", bound, edges)
    line = f"{name:<14} <={bound or '-':<3} {count:>9} loops  {seconds * 1e3:9.2f} ms"
    line += f"  kept {kept * 1e3:9.2f} ms, {width:.1f} B/loop"
    nodes = max(max(edge) for edge in edges) + 1
    plain = networkx.DiGraph(edges)
    dense = igraph.Graph(n=nodes, edges=edges, directed=True)
    calls = {
        "igraph": lambda: len(dense.simple_cycles(min=-1, max=bound or -1, output="vpath")),
        "networkx": lambda: sum(1 for _ in networkx.simple_cycles(plain, bound or None)),
    }
    if not bound:
        sparse = rustworkx.PyDiGraph()
        sparse.add_nodes_from(range(nodes))
        sparse.add_edges_from_no_data(edges)
        calls["rustworkx"] = lambda: sum(1 for _ in rustworkx.simple_cycles(sparse))
    for peer, call in calls.items():
        other, found = measured(call)
        line += f"  {peer} {other / seconds:.0f}x" + ("" if found == count else f" WRONG {found}")
    print(line, flush=True)


def main():
    for path, bound in zip(sys.argv[1::2], sys.argv[2::2]):
        with open(path, encoding="ascii") as file:
            edges = dict.fromkeys(tuple(map(int, line.split()[:2])) for line in file)
        compare(pathlib.Path(path).stem, list(edges), int(bound))
    if len(sys.argv) > 1:
        return
    for bound in (4, 5, 6):
        compare("deals-200", deals(200, 1200, 2002), bound)
    compare("deals-30", deals(30, 90, 301), 0)
    compare("complete-9", complete(9), 0)
    compare("trap", trap(100, 14), 0)
    compare("ring-2000", ring(2000, 12), 0)
    compare("igraph-miss", [(0, 3), (2, 3), (3, 2)], 0)


if __name__ == "__main__":
    main()
