#!/usr/bin/env python3
"""Turns hand-written drafts into annotated articles and checks them.

usage: compile.py DRAFT... --out DIR     writes DIR/NAME.txt and DIR/NAME.json for each article that has no error
       compile.py --check DIR...         checks annotated articles that exist already

A draft file holds any number of articles, each in this form (README.md has the rules of annotation):

    === name-001
    lang: en
    text:
    Headline
    16 September 2025

    First paragraph ...
    parties:
    Nvidia = Nvidia | NVIDIA Corp. | the exact other surface forms
    OpenAI
    others: Bloomberg | Gartner | organisations named in the text that are in no deal
    deals:
    Nvidia > OpenAI ; investment ; agreed ; amount 100000000000 USD upTo own ; capacity 10 GW atLeast ; stake 5 ; years 3 ; date 2025-09-22 ; ev First words of the sentence ... its last words.

Evidence may be whole or `beginning ... end`; it is expanded to the exact substring of the text.
"""
import argparse
import json
import re
import sys
from pathlib import Path

KINDS = "investment acquisition loan purchase compute lease licence equityGrant guarantee grant revenueShare".split()
STATUSES = "completed agreed planned talks ended".split()
BOUNDS = "exact upTo atLeast about".split()
UNITS = "GW MW GPU share chip server".split()
LANGUAGES = "en zh-Hans zh-Hant".split()


class Fault(Exception):
    pass


def number(text):
    value = float(text.replace(",", ""))
    return int(value) if value == int(value) else value


def expand(quote, text):
    """The exact substring of `text` that an evidence quote stands for."""
    if quote in text:
        return quote
    if " ... " in quote or "..." in quote or "……" in quote:
        head, tail = [part.strip() for part in re.split(r"\s*(?:\.\.\.|……)\s*", quote, maxsplit=1)]
        start = text.find(head)
        end = text.find(tail, start) if start >= 0 else -1
        if start >= 0 and end >= 0 and head and tail:
            return text[start:end + len(tail)]
    raise Fault(f"evidence not in the text: {quote[:70]!r}")


def parse_deal(line, text):
    fields = [part.strip() for part in re.split(r"\s+;\s+", line)]
    pair = re.split(r"\s+>\s+", fields[0])
    if len(pair) != 2 or len(fields) < 4:
        raise Fault(f"deal line: {line[:80]!r}")
    deal = {"payer": pair[0], "payee": pair[1], "kind": fields[1], "amount": None, "capacity": None, "stake": None,
            "years": None, "date": None, "status": fields[2], "evidence": None}
    for field in fields[3:]:
        key, _, rest = field.partition(" ")
        rest = rest.strip()
        if key == "amount":
            value, currency, bound, scope = rest.split()
            deal["amount"] = {"value": number(value), "currency": currency, "bound": bound, "scope": scope}
        elif key == "capacity":
            value, unit, bound = rest.split()
            deal["capacity"] = {"value": number(value), "unit": unit, "bound": bound}
        elif key in ("stake", "years"):
            deal[key] = number(rest)
        elif key == "date":
            deal["date"] = rest
        elif key == "ev":
            deal["evidence"] = expand(rest, text)
        else:
            raise Fault(f"deal field {field[:60]!r}")
    return deal


def parse_article(block):
    name, _, rest = block.partition("\n")
    head, found, rest = rest.partition("\ntext:\n")
    language = head.replace("lang:", "").strip()
    body = re.split(r"\n(?=(?:parties|others|deals):)", "\n" + rest)
    if not found or not body:
        raise Fault("no text")
    text = body[0].strip("\n") + "\n"
    article = {"article": name.strip(), "language": language, "parties": {}, "others": [], "deals": []}
    for part in body[1:]:
        key, _, content = part.partition(":")
        lines = [line.strip() for line in content.split("\n") if line.strip() and line.strip() not in ("-", "none")]
        if key == "parties":
            for line in lines:
                canonical, _, forms = line.partition(" = ")
                forms = [form.strip() for form in forms.split("|") if form.strip()] or [canonical.strip()]
                article["parties"][canonical.strip()] = list(dict.fromkeys(forms))
        elif key == "others":
            article["others"] = [form.strip() for line in lines for form in line.split("|") if form.strip()]
        else:
            article["deals"] = [parse_deal(line, text) for line in lines]
    return article, text


def faults(article, text):
    """Every breach of the annotation rules that a program can see."""
    forms = {}
    if article["language"] not in LANGUAGES:
        yield f"language {article['language']!r}"
    for party, surfaces in article["parties"].items():
        for form in surfaces:
            if form not in text:
                yield f"form {form!r} of {party} is not in the text"
            if forms.setdefault(form, party) != party:
                yield f"form {form!r} belongs to {party} and to {forms[form]}"
    for other in article.get("others", []):
        if other not in text:
            yield f"other {other!r} is not in the text"
        if other in forms:
            yield f"other {other!r} is a party"
    used, seen = set(), set()
    for deal in article["deals"]:
        label = f"{deal['payer']} > {deal['payee']}"
        used |= {deal["payer"], deal["payee"]}
        if deal["kind"] not in KINDS:
            yield f"{label}: kind {deal['kind']!r}"
        if deal["status"] not in STATUSES:
            yield f"{label}: status {deal['status']!r}"
        if deal["payer"] == deal["payee"]:
            yield f"{label}: pays itself"
        for role in ("payer", "payee"):
            if deal[role] not in article["parties"]:
                yield f"{label}: {role} is no party"
        amount, capacity = deal["amount"], deal["capacity"]
        if amount and (amount["bound"] not in BOUNDS or amount["scope"] not in ("own", "joint")
                       or not re.fullmatch("[A-Z]{3}", amount["currency"]) or amount["value"] <= 0):
            yield f"{label}: amount {amount}"
        if capacity and (capacity["bound"] not in BOUNDS or capacity["unit"] not in UNITS):
            yield f"{label}: capacity {capacity}"
        if deal["stake"] is not None and not 0 < deal["stake"] <= 100:
            yield f"{label}: stake {deal['stake']}"
        if deal["date"] and not re.fullmatch(r"(19|20)\d\d(-\d\d(-\d\d)?)?", deal["date"]):
            yield f"{label}: date {deal['date']}"
        if not deal["evidence"] or deal["evidence"] not in text:
            yield f"{label}: evidence not in the text"
        key = json.dumps({k: v for k, v in deal.items() if k != "evidence"}, sort_keys=True)
        if key in seen:
            yield f"{label}: twice the same deal"
        seen.add(key)
    for party in set(article["parties"]) - used:
        yield f"party {party} has no deal (put it under others)"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drafts", nargs="*")
    parser.add_argument("--out")
    parser.add_argument("--check", nargs="+", default=[])
    options = parser.parse_args()
    errors = articles = deals = 0

    def report(name, messages):
        nonlocal errors
        for message in messages:
            errors += 1
            print(f"{name}: {message}")

    for folder in options.check:
        for path in sorted(Path(folder).rglob("*.json")):
            article, text = json.loads(path.read_text()), path.with_suffix(".txt").read_text()
            articles, deals = articles + 1, deals + len(article["deals"])
            report(path.stem, faults(article, text))
    for draft in options.drafts:
        for block in re.split(r"(?m)^=== ", Path(draft).read_text())[1:]:
            name = block.split("\n", 1)[0].strip()
            try:
                article, text = parse_article(block)
                found = list(faults(article, text))
            except (Fault, ValueError) as fault:
                found = [str(fault)]
            if found:
                report(name, found)
                continue
            articles, deals = articles + 1, deals + len(article["deals"])
            if options.out:
                folder = Path(options.out)
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{name}.txt").write_text(text)
                (folder / f"{name}.json").write_text(json.dumps(article, ensure_ascii=False, indent=1) + "\n")
    print(f"{articles} articles, {deals} deals, {errors} errors")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
