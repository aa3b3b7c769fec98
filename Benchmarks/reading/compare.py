#!/usr/bin/env python3
"""Main text beside trafilatura, in one run: compare.py DEALGRAPH [COUNT] [pages|hard_pages]. Needs trafilatura (PyPI)."""
import collections, glob, json, os, re, statistics, subprocess, sys, tempfile, time
import trafilatura

here = os.path.dirname(os.path.abspath(__file__))
count = sys.argv[2] if len(sys.argv) > 2 else "66"
maker = sys.argv[3] if len(sys.argv) > 3 else "pages"

def words(text): return collections.Counter(re.findall(r"[A-Za-z0-9.$&'-]+|[\u4e00-\u9fff]", text))
def f1(found, gold):
    a, b = words(found), words(gold)
    both = sum((a & b).values())
    return 2 * both / max(1, sum(a.values()) + sum(b.values()))

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.executable, f"{here}/{maker}.py", folder, count], check=True)
    files = sorted(glob.glob(folder + "/*.html"))
    golds = {f: open(f[:-5] + ".gold").read() for f in files}
    clock = lambda: sum(os.times()[:4])
    subprocess.run([sys.argv[1], "text", "--json", files[0]], capture_output=True)
    start = clock()
    lines = subprocess.run([sys.argv[1], "text", "--json"] + files, capture_output=True, check=True).stdout
    own_time = clock() - start
    def titled(d): return d["text"] if (d["title"] or "") in d["text"] else d["title"] + "\n" + d["text"]
    own = {json.loads(x)["source"]: titled(json.loads(x)) for x in lines.splitlines()}
    pages = {f: open(f).read() for f in files}
    trafilatura.extract(pages[files[0]])
    start = clock()
    other = {f: trafilatura.bare_extraction(pages[f], with_metadata=True) for f in files}
    other_time = clock() - start
    def text(d):
        d = d.as_dict() if d is not None else {"text": "", "title": ""}
        t = d["text"] or ""
        return t if (d["title"] or "") in t else (d["title"] or "") + "\n" + t
    by = collections.defaultdict(list)
    for f in files:
        by[f.split("-", 1)[1][:-5]].append((f1(own.get(f, ""), golds[f]), f1(text(other[f]), golds[f])))
    for shape, values in by.items():
        print(f"{shape:10} dealgraph {statistics.mean(v[0] for v in values):.3f}  trafilatura {statistics.mean(v[1] for v in values):.3f}")
    every = [v for values in by.values() for v in values]
    print(f"all {len(every)}: dealgraph {statistics.mean(v[0] for v in every):.4f}  trafilatura {statistics.mean(v[1] for v in every):.4f}")
    size = sum(len(p.encode()) for p in pages.values())
    print(f"CPU: dealgraph {own_time:.3f} s ({size / own_time / 1e6:.1f} MB/s, start-up included), trafilatura {other_time:.3f} s, {other_time / own_time:.1f} times")
