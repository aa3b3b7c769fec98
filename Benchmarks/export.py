"""Times the writers for JSON, CSV and GraphML beside those of networkx on one made graph.

CPU time on both sides. Usage: export.py EXPORT_BENCHMARK [DEALS]   (needs networkx, lxml)
The program is `swift build -c release --product ExportBenchmark`. Only the writing counts on both
sides; networkx has the same nodes, edges and attributes, without those that are empty.
"""
import gc
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import networkx

program, deals = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "1000000"
folder = tempfile.TemporaryDirectory()


def ours(name):
    file = str(Path(folder.name, f"ours.{name}"))
    runs = [subprocess.run([program, name, deals, file], check=True, capture_output=True, text=True)
            .stdout.split() for _ in range(3)]
    seconds, size, before, after = sorted(runs, key=lambda run: float(run[0]))[1]
    return float(seconds), int(size), int(before), int(after)


def flat(edge):
    proof = (edge["evidence"] or [{}])[0]
    cells = {**edge, **(edge["amount"] or {}), "amount": (edge["amount"] or {}).get("value"),
             "edge_id": edge["key"], "article": proof.get("article"), "start": proof.get("start"),
             "end": proof.get("end"), "evidence": proof.get("text")}
    return {k: v for k, v in cells.items()
            if v is not None and k not in ("source", "target", "key", "value")}


figures = {name: ours(name) for name in ("json", "csv", "graphml")}
gc.disable()
data = json.loads(Path(folder.name, "ours.json").read_bytes())
theirs = {}


def timed(name, write):
    start = time.process_time()
    write(str(Path(folder.name, f"theirs.{name}")))
    theirs[name] = time.process_time() - start


def write_json(path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(networkx.node_link_data(graph, edges="edges"), file, ensure_ascii=False)


graph = networkx.node_link_graph(data, edges="edges")
timed("json", write_json)
graph = networkx.MultiDiGraph()
for node in data["nodes"]:
    graph.add_node(node["id"], name=node["name"], aliases="|".join(node["aliases"]))
for edge in data["edges"]:
    graph.add_edge(edge["source"], edge["target"], **flat(edge))
names = ["edge_id", "kind", "amount", "currency", "bound", "scope", "usd", "date", "status",
         "confidence", "article", "start", "end", "evidence"]
timed("csv", lambda path: networkx.write_edgelist(graph, path, delimiter=",", data=names))
timed("graphml", lambda path: networkx.write_graphml(graph, path))
print(f"{deals} deals, networkx {networkx.__version__}")
for name, (seconds, size, before, after) in figures.items():
    print(f"{name:8} {seconds:7.2f} s  networkx {theirs[name]:7.2f} s  {theirs[name] / seconds:5.1f} times"
          f"  {size / 1e6:6.0f} MB  memory {before} MiB, while writing {after} MiB")
