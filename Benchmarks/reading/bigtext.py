#!/usr/bin/env python3
"""All texts of the corpus, repeated with the names of their parties varied: bigtext.py OUT [MB].

Articles are parted by form feeds. The first round is the corpus as it stands; in each further round every
party has a name that no other round has, the same wherever its article names it. Always the same bytes.
"""
import glob
import json
import os
import random
import re
import sys

corpus = os.path.dirname(os.path.abspath(__file__)) + "/../../Tests/Corpus"
size = float(sys.argv[2]) * 1e6 if len(sys.argv) > 2 else 50e6
random = random.Random(7)
SYLLABLES = [a + b for a in "b br d f g h k l m n p r s st t tr v z".split() for b in "a e i o u ar en or".split()]
HAN = "明辰启恒瑞盛泰嘉鸿华正源安信达远中天海云星晨泽汇金博川宏立新德福康宁永昌隆合力飞腾创"


def latin(word):
    made = "".join(random.choice(SYLLABLES) for _ in range(max(1, len(word) // 3)))
    return made.upper() if word.isupper() and len(word) > 1 else made.capitalize()


def varied(forms):
    """Each form with its first word, or its first two characters, made anew."""
    made, result = {}, {}
    for form in forms:
        han = re.match(r"[\u4e00-\u9fff]{2}", form)
        head = han or re.match(r"[A-Za-zÀ-ɏ0-9'-]+", form)
        if not head:
            continue
        old = head.group()
        if old.lower() not in made:
            made[old.lower()] = "".join(random.sample(HAN, 2)) if han else latin(old)
        result[form] = made[old.lower()] + form[len(old):]
    return result


articles = []
for path in sorted(glob.glob(corpus + "/*/*.txt")):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    with open(path[:-3] + "json", encoding="utf-8") as file:
        names = json.load(file)["parties"]
    articles.append((text, sorted({form for forms in names.values() for form in forms}, key=lambda f: (-len(f), f))))

written, turn = 0, 0
with open(sys.argv[1], "wb") as out:
    while written < size:
        for text, forms in articles:
            if turn and forms:
                names = varied(forms)
                text = re.sub("|".join(map(re.escape, forms)), lambda m: names.get(m.group(), m.group()), text)
            data = text.encode() + b"\f"
            out.write(data)
            written += len(data)
            if written >= size:
                break
        turn += 1
