"""Graphs for the tests of the page, written as the data contract says."""

HOSTILE = "</script><img src=x onerror=alert(1)><b>bold</b> javascript:alert(2) \u202egnp.exe\u202c"


def deal(source, target, kind, number=1, usd=None, status="agreed", date=None, confidence=0.9,
         currency="USD", value=None, article="a1", text=None, marks=None):
    text = text or f"{source} pays {target}."
    payer, payee, amount = marks or ([0, len(source.encode())], None, None)
    value = value if value is not None else usd
    return {
        "key": f"{source}>{target}:{kind}:{number}", "source": source, "target": target, "kind": kind,
        "returns": None,
        "amount": None if value is None else {
            "value": value, "currency": currency, "bound": "exact", "scope": "own", "usd": usd},
        "capacity": None, "stake": None, "years": None, "date": date, "status": status,
        "confidence": confidence,
        "evidence": [{"article": article, "start": 0, "end": len(text.encode()), "text": text,
                      "payer": payer, "payee": payee, "amount": amount, "rule": None}]}


def graph(nodes, edges, articles=None):
    articles = articles or [{"id": "a1", "title": "The circle", "source": "https://example.org/circle",
                             "date": "2025-10-20", "language": "en", "bytes": 900}]
    return {"directed": True, "multigraph": True,
            "graph": {"format": "dealgraph", "version": 1, "articles": articles},
            "nodes": nodes, "edges": edges}


def circle():
    """Five parties, seven deals, two loops; the first of them in the middle of a longer article."""
    nodes = [{"id": i, "name": n, "aliases": a, "kind": "company", "ticker": None} for i, n, a in [
        ("chips", "Chips Corp", ["Chips", "芯片公司"]), ("model", "Model Lab", []),
        ("cloud", "Cloud AG", ["Wolke"]), ("power", "Power & Light", []), ("bank", "Bank <One>", [])]]
    said = "Chips Corp will invest €90 billion in Model Lab."
    first = deal("chips", "model", "investment", usd=1e11, value=9e10, currency="EUR", date="2025-09-22",
                 text=said, marks=([100, 110], [100 + said.encode().index(b"Model"), 100 + len(said.encode()) - 1],
                                   [100 + said.encode().index("€".encode()), 100 + said.encode().index(b" in ")]))
    first["evidence"][0].update(start=100, end=100 + len(said.encode()))
    return graph(nodes, [
        first,
        deal("model", "cloud", "compute", usd=3e11, date="2025-07-01"),
        deal("cloud", "chips", "purchase", usd=4e10, date="2025-03"),
        deal("cloud", "power", "purchase", date=None, status="planned", confidence=0.4),
        deal("power", "cloud", "lease", usd=2e8, date="2024", status="talks", confidence=0.55),
        deal("bank", "power", "loan", usd=5e9, date="2025-01-15", status="completed"),
        deal("bank", "model", "loan", usd=1e9, date="2024-06-01", status="ended", confidence=0.7)])


def hostile():
    """Names, texts, titles, links, kinds and ids that would like to be markup or scripts."""
    nodes = [{"id": "a", "name": HOSTILE, "aliases": [HOSTILE, "{{script}}"], "kind": "x\"><script>", "ticker": HOSTILE},
             {"id": "__proto__", "name": "constructor", "aliases": [], "kind": None, "ticker": None},
             {"id": "b\"'<i>&-->", "name": "B", "aliases": [], "kind": "company", "ticker": None}]
    articles = [{"id": "a1", "title": HOSTILE, "source": "javascript:alert(3)", "date": None, "language": "\"><script>", "bytes": 1},
                {"id": "a2", "title": "x", "source": "https://example.org/\"onclick=\"alert(4)", "date": None, "language": None, "bytes": 1}]
    edges = [deal("a", "__proto__", "loan\"><script>alert(5)</script>", usd=1e9, text=HOSTILE, marks=([0, 9], [5, 5], [7, 99999])),
             deal("__proto__", "a", "loan", usd=2e9, status="<b>", text="=HYPERLINK(\"x\")", article="a2"),
             deal("a", "b\"'<i>&-->", "investment", usd=1e9, text="二" * 10, marks=([1, 4], [0, 3], None))]
    return graph(nodes, edges, articles)


def many(count):
    """A ring of parties with chords, half of the names Chinese."""
    nodes = [{"id": f"p{i}", "name": f"第{i}电力控股公司" if i % 2 else f"Party {i} Holdings", "aliases": [],
              "kind": "company", "ticker": None} for i in range(count)]
    kinds = ["investment", "purchase", "compute", "loan", "lease", "licence", "grant", "acquisition"]
    edges = [deal(f"p{i}", f"p{(i + 1) % count}", kinds[i % 8], usd=10 ** (8 + i % 4), date=f"20{20 + i % 6}-0{1 + i % 9}-11")
             for i in range(count)]
    edges += [deal(f"p{i}", f"p{(i * 7 + 3) % count}", kinds[i % 8], 2, status="planned", confidence=0.5)
              for i in range(0, count, 3) if i != (i * 7 + 3) % count]
    return graph(nodes, edges)
