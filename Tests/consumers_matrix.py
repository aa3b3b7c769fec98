"""One small hostile graph in every format, opened by the tool it is for, every value compared."""
import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

# The command duckdb lies beside the Python that has its package.
TOOLS = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}

HOSTILE = "& < > \" ' \\ `x` \n 输入 =1+1 '});DROP TABLE deals;// ]]> -->"


def graph():
    def deal(key, source, target, kind, **fields):
        base = {"returns": None, "amount": None, "capacity": None, "stake": None, "years": None,
                "date": None, "status": "agreed", "confidence": None, "evidence": []}
        return {"key": key, "source": source, "target": target, "kind": kind, **base, **fields}

    def node(identifier, name, *aliases):
        return {"id": identifier, "name": name, "aliases": list(aliases), "kind": "company",
                "ticker": None}

    trillion = {"value": 1e12, "currency": "USD", "bound": "upTo", "scope": "own", "usd": 1e12}
    proof = {"article": "x1", "start": 0, "end": 9, "text": HOSTILE, "payer": None, "payee": None,
             "amount": None, "rule": None}
    return {
        "directed": True, "multigraph": True,
        "graph": {"format": "dealgraph", "version": 1, "articles": [
            {"id": "x1", "title": HOSTILE, "source": "https://example.org/a?b=1&c=2",
             "date": "2025-09", "language": "en", "bytes": 9}]},
        "nodes": [node("a'b\"c", HOSTILE, "=cmd()", "一"), node("乙", "英伟达"), node("c", "end")],
        "edges": [
            deal("k1", "a'b\"c", "乙", "loan", amount=trillion, date="2025", evidence=[proof]),
            deal("k2", "a'b\"c", "乙", "loan", status="planned"),
            deal("k'3\\", "乙", "a'b\"c", "investment", date="2025-09-22", stake=9.5),
            deal("k4", "c", "乙", "partnership")]}


class Matrix:
    def __init__(self, program):
        self.program, self.data = program, graph()
        self.text = json.dumps(self.data)
        self.ends = sorted((e["key"], e["source"], e["target"]) for e in self.data["edges"])
        self.amounts = {e["key"]: e["amount"] and e["amount"]["value"] for e in self.data["edges"]}

    def export(self, name):
        return subprocess.run([self.program, "export", "-", "-f", name], check=True, env=TOOLS,
                              input=self.text.encode(), capture_output=True).stdout

    def saved(self, name, folder):
        path = str(Path(folder, f"d.{name}"))
        subprocess.run([self.program, "export", "-", "-f", name, "-o", path], check=True, env=TOOLS,
                       input=self.text.encode())
        return path

    def tables(self, name):
        with tempfile.TemporaryDirectory() as folder:
            stem = Path(self.saved(name, folder)).stem
            return [list(csv.DictReader(io.StringIO(
                Path(folder, f"{stem}.{part}.{name}").read_text(), newline="")))
                for part in ("nodes", "edges")]

    def same(self, rows, breaks=True):
        """rows: key, source, target, amount, date, evidence"""
        rows = sorted(rows)
        assert [r[:3] for r in rows] == self.ends, rows
        for key, _, _, amount, date, evidence in rows:
            edge = next(e for e in self.data["edges"] if e["key"] == key)
            assert (float(amount) if amount not in (None, "") else None) == self.amounts[key], key
            assert (date or None) == edge["date"], key
            wanted = edge["evidence"][0]["text"] if edge["evidence"] else None
            wanted = wanted if breaks or not wanted else wanted.replace("\n", " ")
            assert (evidence or None) == wanted, (evidence, wanted)

    def json(self):
        assert json.loads(self.export("json"))["edges"] == self.data["edges"]
        assert [json.loads(x) for x in self.export("jsonl").splitlines()] == self.data["edges"]

    def networkx(self, name, loaded):
        assert loaded.is_multigraph() and loaded.is_directed()
        assert set(loaded) == {n["id"] for n in self.data["nodes"]}
        self.same([(d[name], u, v, d.get("amount"), d.get("date"), d.get("evidence"))
                   for u, v, d in loaded.edges(data=True)])

    def graphml(self):
        import igraph
        import networkx
        raw = self.export("graphml")
        self.networkx("edge_id", networkx.parse_graphml(raw.decode()))
        with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
            file.write(raw)
            file.flush()
            loaded = igraph.Graph.Read_GraphML(file.name)
        assert sorted((e["edge_id"], loaded.vs[e.source]["id"], loaded.vs[e.target]["id"])
                      for e in loaded.es) == self.ends

    def gexf(self):
        import networkx
        loaded = networkx.read_gexf(io.BytesIO(self.export("gexf")), version="1.3")
        self.networkx("edge_id", loaded)
        colours = [d["viz"]["color"] for _, d in loaded.nodes(data=True)]
        assert len(colours) == 3
        starts = {d["edge_id"]: d.get("start") for _, _, d in loaded.edges(data=True)}
        assert starts == {"k1": "2025-01-01", "k2": None, "k'3\\": "2025-09-22", "k4": None}

    def cyjs(self):
        import networkx
        self.networkx("key", networkx.cytoscape_graph(json.loads(self.export("cyjs"))))

    def jgf(self):
        loaded = json.loads(self.export("jgf"))["graph"]
        assert {k: v["label"] for k, v in loaded["nodes"].items()} == {
            n["id"]: n["name"] for n in self.data["nodes"]}
        assert set(loaded) <= {"directed", "type", "nodes", "edges", "label", "metadata", "id"}
        self.same([(e["id"], e["source"], e["target"], e["metadata"]["amount"],
                    e["metadata"]["date"], e["metadata"]["evidence"]) for e in loaded["edges"]])

    def csv(self):
        nodes, edges = self.tables("csv")
        assert nodes[0]["Aliases"] == "'=cmd()|一" and nodes[0]["Label"] == HOSTILE
        self.same([(r["Id"], r["Source"], r["Target"], r["Amount"], r["Date"], r["Evidence"])
                   for r in edges])
        import duckdb
        with tempfile.TemporaryDirectory() as folder:
            self.saved("csv", folder)
            rows = duckdb.read_csv(str(Path(folder, "d.edges.csv")), all_varchar=True)
            self.same(rows.project("Id, Source, Target, Amount, Date, Evidence").fetchall())

    def neo4j(self):
        nodes, edges = self.tables("neo4j")
        assert [n["id:ID"] for n in nodes] == [n["id"] for n in self.data["nodes"]]
        assert nodes[0]["aliases:string[]"].split(";") == ["=cmd()", "一"]
        self.same([(r["key"], r[":START_ID"], r[":END_ID"], r["amount:double"], r["date"],
                    r["evidence"]) for r in edges])

    def cypher(self):
        import kuzu
        lines = self.export("cypher").decode().splitlines()
        with tempfile.TemporaryDirectory() as folder:
            base = kuzu.Connection(kuzu.Database(str(Path(folder, "db"))))
            for line in lines:
                if line.startswith("// kuzu: "):
                    base.execute(line.removeprefix("// kuzu: "))
            for line in lines:
                if not line.startswith("//"):
                    base.execute(line)
            rows = base.execute(
                "MATCH (a)-[d:DEAL]->(b) RETURN d.key, a.id, b.id, d.amount, d.date, d.evidence")
            self.same([tuple(row) for row in rows.get_all()], breaks=False)
            names = base.execute("MATCH (p:Party) RETURN p.name ORDER BY p.name").get_all()
            assert sorted(n[0] for n in names) == sorted(n["name"].replace("\n", " ") for n in self.data["nodes"])
            loops = base.execute("MATCH (a)-[:DEAL]->(b)-[:DEAL]->(a) RETURN a.id").get_all()
            assert {row[0] for row in loops} == {"a'b\"c", "乙"}

    def mermaid(self):
        import html
        import re
        import mermaidx
        picture = html.unescape(mermaidx.render(self.export("mermaid").decode()).svg())
        plain = re.sub(r"\s+", "", re.sub(r"</?(?:tspan|text|span|p|div|g|rect)\b[^>]*>", "", picture))
        assert "英伟达" in plain and "1000000000000" in plain
        assert "DROPTABLEdeals;//]]>-->" in plain, "a label was cut"
        assert len(re.findall(r'class="[^"]*flowchart-link', picture)) == 4

    def ftm(self):
        from followthemoney import model
        lines = [json.loads(line) for line in self.export("ftm").splitlines()]
        assert len(lines) == 7
        for line in lines:
            kept = model.get_proxy(json.loads(json.dumps(line)), cleaned=False).to_dict()
            assert kept["id"] == line["id"] and kept["schema"] == line["schema"]
            went = {k: sorted(v) for k, v in line["properties"].items()}
            assert {k: sorted(v) for k, v in kept["properties"].items()} == went, (kept, line)

    def rdf(self):
        import rdflib
        from rdflib.compare import isomorphic
        from pyshacl import validate
        turtle = rdflib.Graph().parse(data=self.export("ttl"), format="turtle")
        linked = rdflib.Graph().parse(data=self.export("jsonld"), format="json-ld")
        assert isomorphic(turtle, linked)
        schema, prov = rdflib.Namespace("https://schema.org/"), rdflib.PROV
        assert len(set(turtle.subjects(rdflib.RDF.type, schema.PayAction))) == 4
        assert {str(o) for o in turtle.objects(None, prov.value)} == {HOSTILE}
        assert sorted(str(o) for o in turtle.objects(None, schema.name)) == sorted(
            n["name"] for n in self.data["nodes"])
        shapes = Path(__file__).with_name("shapes.ttl").read_text()
        conforms, _, report = validate(turtle, shacl_graph=shapes, shacl_graph_format="turtle")
        assert conforms, report
        agent = next(turtle.triples((None, schema.agent, None)))
        turtle.remove(agent)
        assert not validate(turtle, shacl_graph=shapes, shacl_graph_format="turtle")[0]

    def xlsx(self):
        import openpyxl
        book = openpyxl.load_workbook(io.BytesIO(self.export("xlsx")))
        assert book.sheetnames == ["Deals", "Parties", "Articles"]
        heads, *rows = book["Deals"].iter_rows(values_only=True)
        rows = [dict(zip(heads, row)) for row in rows]
        self.same([(r["key"], r["payer"], r["payee"], r["amount"], r["date"], r["evidence"])
                   for r in rows])
        cells = [c for row in book["Parties"].iter_rows() for c in row]
        assert all(c.data_type != "f" for c in cells)
        assert cells[6].value == HOSTILE

    def sqlite(self):
        query = ("SELECT d.key, payer, payee, amount, date, e.text FROM {0}deals d "
                 "LEFT JOIN {0}evidence e ON e.deal = d.key")
        with tempfile.TemporaryDirectory() as folder:
            path = self.saved("sqlite", folder)
            base = sqlite3.connect(path)

            def rows(text):
                return base.execute(text).fetchall()
            self.same(rows(query.format("")))
            assert rows("PRAGMA integrity_check") == [("ok",)]
            assert rows("PRAGMA foreign_key_check") == []
            assert sorted(rows("SELECT id, name FROM parties")) == sorted(
                (n["id"], n["name"]) for n in self.data["nodes"])
            assert rows("SELECT alias FROM aliases ORDER BY position") == [("=cmd()",), ("一",)]
            assert rows("SELECT title, date, bytes FROM articles") == [(HOSTILE, "2025-09", 9)]
            assert rows("SELECT first_day, last_day FROM deals WHERE key = 'k1'") == [
                ("2025-01-01", "2025-12-31")]
            assert rows("SELECT first, second, first_pays, second_pays FROM mutual_flows") == [
                ("a'b\"c", "乙", 1e12, None)]
            assert rows("SELECT deals, without_sum FROM flows ORDER BY deals") == [(1, 1), (2, 1)]
            assert rows("SELECT paid FROM party_sums WHERE id = 'c'") == [(None,)]
            assert rows("SELECT evidence FROM deal_list WHERE key = 'k1'") == [(HOSTILE,)]
            assert rows("SELECT * FROM triangles") == []
            assert "-- Whole units" in rows("SELECT sql FROM sqlite_schema WHERE name = 'deals'")[0][0]
            base.close()
            import duckdb
            import duckdb_extension_sqlite_scanner as scanner
            base = duckdb.connect()
            extension = next(Path(scanner.__path__[0]).rglob("*.duckdb_extension"))
            base.execute(f"LOAD '{extension}'")
            base.execute(f"ATTACH '{path}' AS s (TYPE sqlite, READ_ONLY)")
            self.same(base.execute(query.format("s.")).fetchall())
            assert base.execute("SELECT count(*) FROM s.flows").fetchall() == [(2,)]

    def parquet(self):
        import duckdb
        command = shutil.which("duckdb", path=TOOLS["PATH"])
        version = command and subprocess.run(
            [command, "--version"], env=TOOLS, capture_output=True, text=True)
        if not version or version.returncode or not version.stdout.startswith("v"):
            return "left out: no command duckdb is there"
        with tempfile.TemporaryDirectory() as folder:
            self.saved("parquet", folder)
            deals, parties = (duckdb.read_parquet(str(Path(folder, f"d.{part}.parquet")))
                              for part in ("edges", "nodes"))
            self.same(deals.project("key, payer, payee, amount, date, evidence").fetchall())
            days = deals.filter("key = 'k1'").project("first_day, last_day").fetchone()
            assert [str(day) for day in days] == ["2025-01-01", "2025-12-31"]
            assert parties.project("id, name, aliases").fetchall() == [
                (n["id"], n["name"], n["aliases"]) for n in self.data["nodes"]]
        alone = subprocess.run([self.program, "export", "-", "-f", "parquet"], env={"PATH": ""},
                               input=self.text.encode(), capture_output=True)
        assert alone.returncode == 69 and b"pip install duckdb-cli" in alone.stderr, alone

    def report(self):
        import lxml.html
        from markdown_it import MarkdownIt
        page = lxml.html.document_fromstring(self.export("html"))
        text = MarkdownIt("commonmark").enable("table").render(self.export("markdown").decode())
        names = {n["id"]: n["name"] for n in self.data["nodes"]}
        flat = " ".join
        wanted = [[flat(names[e["source"]].split()), flat(names[e["target"]].split()), e["kind"]]
                  for e in self.data["edges"]]
        for tree in (page, lxml.html.document_fromstring(text)):
            rows = [[flat(c.text_content().split()) for c in r.xpath("td")]
                    for r in tree.xpath("//tbody/tr")]
            assert [r[:3] for r in rows] == wanted, rows

    def dot(self):
        canon = subprocess.run(["dot", "-Tcanon"], input=self.export("dot"), check=True,
                               capture_output=True).stdout.decode()
        assert canon.count(" -> ") >= 4 and "英伟达" in canon

    def imported(self):
        for name in ["json", "jsonl", "csv", "graphml"]:
            back = json.loads(subprocess.run(
                [self.program, "import", "-"], input=self.export(name), check=True,
                capture_output=True).stdout)
            for edge, wanted in zip(back["edges"], self.data["edges"], strict=True):
                assert len(edge["evidence"]) == len(wanted["evidence"])
                for proof, known in zip(edge["evidence"], wanted["evidence"]):
                    assert proof["text"] == known["text"]
                assert {**edge, "evidence": 0} == {**wanted, "evidence": 0}, name
        self.imported_parties()

    def imported_parties(self):
        with tempfile.TemporaryDirectory() as folder:
            self.saved("csv", folder)
            both = [str(Path(folder, f"d.{part}.csv")) for part in ("edges", "nodes")]
            graphml = self.saved("graphml", folder)
            for files in (both, [graphml]):
                back = json.loads(subprocess.run([self.program, "import", *files], check=True,
                                                 capture_output=True).stdout)
                assert back["nodes"] == self.data["nodes"], files
                assert len(back["edges"]) == len(self.data["edges"])
            self.imported_from_others(graphml, folder)

    def imported_from_others(self, graphml, folder):
        import igraph
        import networkx
        copies = [str(Path(folder, f"{tool}.graphml")) for tool in ("networkx", "igraph")]
        networkx.write_graphml(networkx.read_graphml(graphml), copies[0])
        igraph.Graph.Read_GraphML(graphml).write_graphml(copies[1])
        for copy in copies:
            back = json.loads(subprocess.run([self.program, "import", copy], check=True,
                                             capture_output=True).stdout)
            assert [e["key"] for e in back["edges"]] == [e["key"] for e in self.data["edges"]], copy
            for field in ("id", "name", "aliases"):
                assert [n[field] for n in back["nodes"]] == [
                    n[field] for n in self.data["nodes"]], copy

    def run(self):
        formats = ["json", "graphml", "gexf", "cyjs", "jgf", "csv", "neo4j", "cypher", "mermaid",
                   "ftm", "rdf", "xlsx", "sqlite", "parquet", "report", "dot", "imported"]
        failed = []
        for name in formats:
            try:
                print(f"  {name}: {getattr(self, name)() or 'as it went in'}")
            except Exception as error:  # every format is tried, then the run fails
                failed.append(name)
                print(f"  {name}: FAILED {type(error).__name__}: {str(error)[:600]}")
        assert not failed, failed
