"""Opens what `dealgraph` writes in the tools it is written for. Usage: consumers.py PROGRAM"""
import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import networkx

from consumers_matrix import Matrix

program = sys.argv[1]
root = Path(__file__).resolve().parent.parent
articles = sorted(str(path) for path in (root / "Examples" / "Articles").glob("*.txt"))


def run(*arguments):
    return subprocess.run([program, *arguments], check=True, capture_output=True).stdout


data = json.loads(run("extract", *articles))
jsonschema.validate(data, json.loads(run("schema")))
graph = networkx.node_link_graph(data, edges="edges")
assert graph.is_multigraph() and graph.is_directed()
assert graph.number_of_edges() == len(data["edges"]) > 5, "deals were lost on the way to networkx"
for article in articles:
    text = Path(article).read_bytes()
    for edge in json.loads(run("extract", article))["edges"]:
        for proof in edge["evidence"]:
            assert text[proof["start"]:proof["end"]].decode() == proof["text"], proof

graphml = networkx.parse_graphml(run("export", "-f", "graphml", *articles).decode())
assert {(u, v, d["kind"]) for u, v, d in graphml.edges(data=True)} == {
    (e["source"], e["target"], e["kind"]) for e in data["edges"]}
assert {d["edge_id"] for _, _, d in graphml.edges(data=True)} == {e["key"] for e in data["edges"]}

rows = list(csv.DictReader(io.StringIO(run("export", "-f", "csv", *articles).decode(), newline="")))
assert [row["Id"] for row in rows] == [e["key"] for e in data["edges"]]
lines = run("export", "-f", "jsonl", *articles).splitlines()
assert [json.loads(line)["key"] for line in lines] == [e["key"] for e in data["edges"]]
assert run("extract", *articles) == run("extract", *articles), "two runs differ"
print(f"{len(data['edges'])} deals: schema, networkx, GraphML, CSV and JSON Lines agree")
Matrix(program).run()
