#!/usr/bin/env python3
"""Reading beside spaCy's blank tokenizer with a PhraseMatcher of our names, in one run, CPU seconds of one
core on both sides: matcher.py READING_BENCHMARK TEXT [MB]. Needs spacy (PyPI).

TEXT is what bigtext.py wrote; its first MB megabytes are read. READING_BENCHMARK is
`swift build -c release --product ReadingBenchmark`. spaCy only cuts tokens and finds known names.
"""
import os
import subprocess
import sys
import tempfile
import time

import spacy
from spacy.matcher import PhraseMatcher

tables = os.path.dirname(os.path.abspath(__file__)) + "/../../Sources/CDealTables/tables"
program, path = sys.argv[1], sys.argv[2]
size = int(float(sys.argv[3]) * 1e6) if len(sys.argv) > 3 else 5_000_000
with open(path, "rb") as file:
    articles = file.read(size).split(b"\f")[:-1]

names = set()
with open(tables + "/parties.tsv", encoding="utf-8") as file:
    head = file.readline().rstrip("\n").split("\t")
    for line in file:
        cells = dict(zip(head, line.rstrip("\n").split("\t")))
        for column in ["name", "simplified", "traditional", "aliases"]:
            names.update(form for form in cells.get(column, "").split("|") if form)

engines = {}
for language in ["en", "zh"]:
    nlp = spacy.blank(language)
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("party", list(nlp.tokenizer.pipe(sorted(names))))
    engines[language] = (nlp, matcher)

texts = []
for article in articles:
    text = article.decode()
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    texts.append((text, "zh" if han * 8 > sum(c.isascii() and c.isalpha() for c in text) else "en"))
total = sum(map(len, articles))
start = time.process_time()
found = 0
for text, language in texts:
    nlp, matcher = engines[language]
    found += len(matcher(nlp.make_doc(text)))
other = time.process_time() - start

with tempfile.NamedTemporaryFile(suffix=".txt") as file:
    file.write(b"\f".join(articles))
    file.flush()
    own = float(subprocess.run([program, file.name, "1"], check=True, capture_output=True, text=True)
                .stdout.split()[2])
print(f"{total / 1e6:.2f} MB: dealgraph {total / 1e6 / own:.3f} MB/s, spaCy {total / 1e6 / other:.3f} MB/s "
      f"({found} names), dealgraph is {other / own:.2f} times as fast")
