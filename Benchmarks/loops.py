#!/usr/bin/env python3
"""Loops, components, circulations beside other libraries on the same graphs: CPU medians, one thread.

    swift build -c release --product LoopBenchmark && swift build -c release --product dealgraph
    python3 -m venv .build/peers
    .build/peers/bin/pip install networkx igraph rustworkx scipy networkit ortools
    .build/peers/bin/python Benchmarks/loops.py [all|loops|components|circulation|hub|best|process|time]
    .build/peers/bin/python Benchmarks/loops.py EDGES BOUND

With a list of edges (such as SNAP's Bitcoin-OTC) and a bound, 0 for none, that graph alone is
measured. LEMON takes part where its headers and g++ are installed. What a line says of a peer is how
many times its own time is ours; a peer that finds another number is marked WRONG.
"""
import bisect
import collections
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import time

import graphs
import igraph
import networkit
import networkx
import numpy
import rustworkx
from ortools.graph.python import min_cost_flow
from scipy.sparse import csgraph, csr_array

ROOT = pathlib.Path(__file__).resolve().parent.parent


def measured(call):
    times, result = [], None
    while len(times) < 5 and sum(times) < 8:
        start = time.process_time()
        result = call()
        times.append(time.process_time() - start)
    return statistics.median(times), result


def printed(program, *arguments, table):
    run = subprocess.run(
        [program, *map(str, arguments)], input=table.tobytes(), capture_output=True, check=True)
    return [float(cell) for cell in run.stdout.split()]


def own(*arguments, table):
    return printed(ROOT / ".build/release/LoopBenchmark", *arguments, table=table)


def report(name, seconds, result, peers, note=""):
    line = f"{name:<22} {int(result):>10}  {seconds * 1e3:9.2f} ms{note}"
    for peer, (other, found) in peers.items():
        line += f"  {peer} {other / seconds:.1f}x" + ("" if found == result else f" WRONG {found}")
    print(line, flush=True)


def as_igraph(table):
    nodes = int(table[:, :2].max()) + 1
    return igraph.Graph(n=nodes, edges=numpy.ascontiguousarray(table[:, :2]), directed=True)


def loops(name, table, bound, only=("igraph", "networkx", "rustworkx")):
    seconds, count = own("count", bound, table=table)
    kept, _, width = own("list", bound, table=table)
    edges = [tuple(edge) for edge in table[:, :2].tolist()]
    plain, dense = networkx.DiGraph(edges), as_igraph(table)
    sparse = rustworkx.PyDiGraph()
    sparse.add_nodes_from(range(dense.vcount()))
    sparse.add_edges_from_no_data(edges)
    calls = {
        "igraph": lambda: len(dense.simple_cycles(min=-1, max=bound or -1, output="vpath")),
        "networkx": lambda: sum(1 for _ in networkx.simple_cycles(plain, bound or None)),
        "rustworkx": lambda: sum(1 for _ in rustworkx.simple_cycles(sparse)),
    }
    if bound:
        del calls["rustworkx"]
    peers = {peer: measured(call) for peer, call in calls.items() if peer in only}
    note = f", kept {kept * 1e3:.2f} ms, {width:.1f} B/loop"
    report(f"loops {name} <={bound or '-'}", seconds, count, peers, note)


def components(name, table):
    seconds, count = own("components", table=table)
    nodes = int(table[:, :2].max()) + 1
    ones = numpy.ones(len(table), numpy.int8)
    matrix = csr_array((ones, (table[:, 0], table[:, 1])), shape=(nodes, nodes))
    networkit.setNumberOfThreads(1)
    coordinates = (table[:, 0].astype(numpy.uint64), table[:, 1].astype(numpy.uint64))
    net = networkit.GraphFromCoo(coordinates, n=nodes, directed=True)
    dense = as_igraph(table)
    calls = {
        "scipy": lambda: csgraph.connected_components(matrix, True, "strong")[0],
        "networkit": lambda: networkit.components.StronglyConnectedComponents(net)
        .run().numberOfComponents(),
        "igraph": lambda: len(dense.connected_components(mode="strong")),
    }
    report(f"components {name}", seconds, count, {p: measured(c) for p, c in calls.items()})


def circulation(name, table):
    seconds, total = own("circulation", table=table)

    def solved():
        flow = min_cost_flow.SimpleMinCostFlow()
        costs = numpy.full(len(table), -1)
        flow.add_arcs_with_capacity_and_unit_cost(table[:, 0], table[:, 1], table[:, 2], costs)
        start = time.process_time()
        flow.solve()
        return time.process_time() - start, -flow.optimal_cost()

    runs = [solved() for _ in range(5)]
    peers = {"ortools": (statistics.median(run[0] for run in runs), runs[0][1])}
    lemon = ROOT / ".build/peers/circulation"
    source = ROOT / "Benchmarks/circulation.cpp"
    if not lemon.exists():
        subprocess.run(["g++", "-O3", "-o", lemon, source], check=False, capture_output=True)
    if lemon.exists():
        peers["LEMON simplex"] = printed(lemon, "simplex", table=table)
        peers["LEMON scaling"] = printed(lemon, "scaling", table=table)
    report(f"circulation {name}", seconds, total, peers)


def split(table):
    """The graph with its hub as two nodes, so that a loop is a path between them, and the two."""
    center = graphs.hub(table)
    pairs = table[:, :2].copy()
    pairs[pairs[:, 1] == center, 1] = int(table[:, :2].max()) + 1
    dense = as_igraph(pairs)
    return dense, center, dense.vcount() - 1


def through(name, table, bound):
    """Loops through the hub beside igraph's simple paths."""
    dense, center, end = split(table)
    seconds, count = own("through", bound, center, table=table)
    call = lambda: len(dense.get_all_simple_paths(center, to=end, maxlen=bound, mode="out"))
    report(f"through {name} <={bound}", seconds, count, {"igraph": measured(call)})


def best(name, table):
    """The length of the hundred shortest loops through the hub, and of the first of all by others."""
    dense, center, end = split(table)
    seconds, length = own("shortest", 0, center, table=table)

    def shortest():
        paths = dense.get_k_shortest_paths(center, end, k=100, mode="out", output="epath")
        return sum(map(len, paths))

    report(f"100 shortest, hub {name}", seconds, length, {"igraph": measured(shortest)})
    for task in ("shortest", "widest", "surest", "latest"):
        report(f"100 {task} {name} <=12", *own(task, 12, table=table), {})


def in_time(name, table, window):
    """Loops whose payments follow each other, each choice of payments one, beside plain search."""
    seconds, count = own("timed", window, table=table)
    after = collections.defaultdict(list)
    for payer, payee, _, day in table.tolist():
        after[payer].append((day, payee))
    for payments in after.values():
        payments.sort()

    def extend(path, first, last):
        found, payments = 0, after[path[-1]]
        for day, payee in payments[bisect.bisect_right(payments, (last, end)):]:
            if day > first + window:
                break
            if payee == path[0]:
                found += 1
            elif payee not in path:
                found += extend(path + [payee], first, day)
        return found

    end = int(table[:, :2].max()) + 1
    call = lambda: sum(
        extend([payer, payee], day, day) for payer, payee, _, day in table.tolist())
    report(f"in time {name} {window} d", seconds, count, {"plain search": measured(call)})


def process(name, table):
    """The command from file to table, as a user runs it: CPU and wall-clock seconds."""
    nodes = int(table[:, :2].max()) + 1
    path = ROOT / ".build/peers/graph.json"
    kinds, statuses = ("investment", "purchase", "loan"), ("completed", "agreed", "planned", "talks")
    edges = []
    for key, (payer, payee, usd, day) in enumerate(table.tolist()):
        text = f"Party {payer} Inc. agreed to pay Party {payee} Inc. ${usd} million, it said on day {day}."
        start = key % 3000
        amount = {"value": usd * 1e6, "currency": "USD", "bound": "exact", "scope": "own", "usd": usd * 1e6}
        evidence = {
            "article": f"a{key % 1000}", "start": start, "end": start + len(text), "text": text,
            "payer": [start, start + 9], "payee": [start + 30, start + 39],
            "amount": [start + 45, start + 49], "rule": "pay.active"}
        edges.append({
            "key": f"party-{payer}>party-{payee}:{kinds[key % 3]}:1", "source": f"party-{payer}",
            "target": f"party-{payee}", "kind": kinds[key % 3], "returns": "equity",
            "amount": None if usd % 5 == 0 else amount, "capacity": None, "stake": None, "years": None,
            "date": f"{2020 + day // 365}-{1 + day % 12:02}-{1 + day % 28:02}",
            "status": statuses[usd % 4], "confidence": 0.93, "evidence": [evidence]})
    parties = [
        {"id": f"party-{k}", "name": f"Party {k}", "aliases": [f"Party {k} Inc."], "kind": "company",
         "ticker": None} for k in range(nodes)]
    graph = {"format": "dealgraph", "version": 1, "articles": []}
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"directed": True, "multigraph": True, "graph": graph, "nodes": parties,
                   "edges": edges}, file, separators=(",", ":"))
    program = ROOT / ".build/release/dealgraph"
    times = []
    for _ in range(5):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([program, "loops", "-q", "--limit", "100", path], check=True,
                       stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        times.append((cpu, time.perf_counter() - start))
    cpu, wall = (statistics.median(run[k] for run in times) for k in (0, 1))
    size = path.stat().st_size / 1e6
    print(f"process {name} ({size:.0f} MB)  CPU {cpu * 1e3:.0f} ms, wall {wall * 1e3:.0f} ms", flush=True)


TASKS = {
    "loops": lambda: [
        *(loops("deals-200", graphs.deals(200, 1200, 2002), bound) for bound in (4, 5, 6)),
        loops("like OTC", graphs.deals(5881, 35592, 7), 3, only=("igraph",)),
        loops("deals-30", graphs.deals(30, 90, 301), 0),
        loops("deals-50", graphs.deals(50, 150, 501), 0),
        loops("complete-9", graphs.complete(9), 0),
        loops("layers", graphs.layered(3, 12), 0),
        loops("trap", graphs.trap(100, 14), 0),
        loops("ring-2000", graphs.ring(2000, 12), 0),
        loops("igraph-miss", graphs.rows([(0, 3), (2, 3), (3, 2)]), 0),
    ],
    "components": lambda: [
        components("10k", graphs.deals(10_000, 100_000, 10, 0.25)),
        components("100k", graphs.deals(100_000, 1_000_000, 100, 0.25)),
        components("1M", graphs.deals(1_000_000, 10_000_000, 1000, 0.25)),
    ],
    "circulation": lambda: [
        circulation("1,200", graphs.deals(200, 1200, 2002)),
        circulation("100,000", graphs.deals(10_000, 100_000, 10, 0.25)),
    ],
    "hub": lambda: [
        through("deals-200", graphs.deals(200, 1200, 2002), 5),
        through("10k", graphs.deals(10_000, 100_000, 10, 0.25), 5),
    ],
    "best": lambda: [
        best("deals-200", graphs.deals(200, 1200, 2002)),
        best("10k", graphs.deals(10_000, 100_000, 10, 0.25)),
    ],
    "process": lambda: process("100,000 deals", graphs.deals(20_000, 100_000, 10, 0.25)),
    "time": lambda: [
        in_time("like OTC", graphs.deals(5881, 35592, 7), days) for days in (30, 90, 180)
    ],
}


def main():
    if len(sys.argv) == 3:
        table = graphs.read(sys.argv[1])
        name, bound = pathlib.Path(sys.argv[1]).stem, int(sys.argv[2])
        if len(numpy.unique(table[:, 3])) > 1 and "dated" in name:
            in_time(name, table, bound)
        else:
            loops(name, table, bound, only=("igraph",))
        return
    chosen = sys.argv[1] if len(sys.argv) > 1 else "all"
    for name, task in TASKS.items():
        if chosen in ("all", name):
            task()


if __name__ == "__main__":
    main()
