#!/usr/bin/env python3
"""A web archive of generated pages, read beside warcio + trafilatura on one core: warc.py DEALGRAPH [MEGABYTES] [SAMPLE].

MEGABYTES are those of the pages; the other side reads the first SAMPLE pages and its time is taken in proportion."""
import io, os, random, resource, subprocess, sys, tempfile, time
import trafilatura
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hard_pages

megabytes, sample = int(sys.argv[2]) if len(sys.argv) > 2 else 100, int(sys.argv[3]) if len(sys.argv) > 3 else 2000
r = random.Random(7)
pool = [hard_pages.page(hard_pages.SHAPES[i % len(hard_pages.SHAPES)], r)[0] for i in range(400)]
with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
    path, size, count = folder + "/pages.warc.gz", 0, 0
    with open(path, "wb") as f:
        w = WARCWriter(f, gzip=True)
        while size < megabytes << 20:
            body = pool[count % 400].replace("第", f"第{count}", 1).replace(", note ", f", note {count}-", 1).encode()
            h = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            w.write_record(w.create_warc_record(f"https://news.example/{count}", "response", payload=io.BytesIO(body), http_headers=h))
            size += len(body); count += 1
    print(f"{count} pages, {size >> 20} MiB, packed {os.path.getsize(path) >> 20} MiB", flush=True)
    start = time.time()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    p = subprocess.Popen(["taskset", "-c", "0", sys.argv[1], "text", "--json", path], stdout=subprocess.PIPE)
    lines = sum(1 for _ in p.stdout); p.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"dealgraph: {lines} articles, {own:.1f} s CPU, {time.time() - start:.1f} s wall, {after.ru_maxrss >> 10} MiB", flush=True)
    start, read = time.process_time(), 0
    with open(path, "rb") as f:
        for record in ArchiveIterator(f):
            if record.rec_type == "response":
                trafilatura.bare_extraction(record.content_stream().read(), with_metadata=True)
                read += 1
                if read == sample: break
    other = (time.process_time() - start) * count / read
    print(f"warcio + trafilatura: {other:.1f} s CPU for all, from {read} pages; {other / own:.1f} times")
