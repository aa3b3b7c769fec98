#!/usr/bin/env python3
"""Pages in shapes that the rules for main text were not made with: fresh_pages.py FOLDER [COUNT] [SEED].

Written after the rules, to be measured with once and not to be tuned on. What is wanted is as in hard_pages.py.
"""
import html
from hard_pages import PEOPLE, QUOTES, SELLS, TEASERS, ZHSELLS, ZHTEASERS, noise_name, paragraph
from pages import NAMES, ZH, sentence, write_pages

e = html.escape


def teaser(r, zh): return r.choice(ZHTEASERS if zh else TEASERS)


def page(shape, r):
    zh = shape.startswith("zh")
    title = sentence(r, zh).rstrip("。.")[:64]
    paras = [sentence(r, zh) + ("" if zh else " ") + sentence(r, zh)] + [paragraph(r, zh) for _ in range(r.randint(6, 14))]
    gold = [title] + paras
    p = [f"<p>{e(x)}</p>" for x in paras]
    n = lambda: noise_name(r)
    h1 = f"<h1>{e(title)}</h1>"
    if shape == "transcript":  # an interview: who speaks stands in bold before what is said
        people = [r.choice(PEOPLE) for _ in paras]
        gold = [title] + [f"{a}: {x}" for a, x in zip(people, paras)]
        body = f'<main>{h1}<div class="player"><audio src="a"></audio><p>Listen to this episode on your favourite player, or below.</p></div>' + "".join(f"<p><b>{a}:</b> {e(x)}</p>" for a, x in zip(people, paras)) + f'</main><section><h2>More episodes</h2>' + "".join(f'<a href="/{i}"><div><h3>Episode {i}</h3><p>{teaser(r, zh)}</p></div></a>' for i in range(5)) + "</section>"
    elif shape == "wiki":  # an entry with an index, notes and a box of facts
        heads = ["History", "Finance"]
        half = len(paras) // 2
        gold = [title] + [heads[0]] + paras[:half] + [heads[1]] + paras[half:]
        note = lambda i: f'<sup><a href="#n{i}">[{i}]</a></sup>'
        body = (f'<div id="mw-content"><h1 id="firstHeading">{e(title)}</h1><div id="siteSub">From the example encyclopedia</div><div class="thumb"><div class="thumbcaption">The seat of the company</div></div>'
                f'<div id="toc"><h2>Contents</h2><ul><li><a href="#a">1 History</a></li><li><a href="#b">2 Finance</a></li></ul></div>'
                + "".join(f'<h2>{h}<span class="mw-editsection">[<a href="/e">edit</a>]</span></h2>' + "".join(x.replace("</p>", note(i) + "</p>") for i, x in enumerate(part)) for h, part in zip(heads, (p[:half], p[half:])))
                + '<h2>References</h2><ol class="references">' + "".join(f'<li>↑ <a href="/x{i}">{e(sentence(r, zh)[:50])}</a>, retrieved in May 2025.</li>' for i in range(9)) + "</ol></div>")
    elif shape == "newsletter":  # a mail in tables within tables
        cell = lambda x: f'<table width="600"><tr><td style="padding:8px">{x}</td></tr></table>'
        body = "<table><tr><td>" + cell(f"<h1>{e(title)}</h1>") + "".join(cell(x) for x in p) + cell(f"<p>{SELLS[1]}</p>") + cell('<a href="/v">View in browser</a> | <a href="/u">Unsubscribe</a> | 12 Example Street, London') + "</td></tr></table>"
    elif shape == "sidebars":  # three columns; the outer ones hold as many words as the middle
        left = "".join(f'<div class="{n()}"><h4><a href="/{i}">{e(sentence(r, zh)[:50])}</a></h4><div>{teaser(r, zh)}</div></div>' for i in range(7))
        right = "".join(f'<div class="{n()}"><p>{teaser(r, zh)} <a href="/{i}">More</a></p></div>' for i in range(7))
        body = f'<div class="row"><div class="col-3">{left}</div><div class="col-6">{h1}{"".join(p)}</div><div class="col-3">{right}</div></div>'
    elif shape == "slides":  # a slide show: a picture, a head and a paragraph each
        heads = [f"{i + 1}. {r.choice(NAMES)}" for i in range(len(paras))]
        gold = [title] + [x for pair in zip(heads, paras) for x in pair]
        body = f"<article>{h1}" + "".join(f'<div class="slide"><img src="{i}.jpg"><small>Picture: Example Agency</small><h3>{h}</h3>{x}</div>' for i, (h, x) in enumerate(zip(heads, p))) + '<a class="next" href="/2">Next gallery</a></article>'
    elif shape == "minutes":  # a filing-like page with definition lists
        gold = [title] + [x for i, x in enumerate(paras) for x in (f"Item {i + 1}", x)]
        body = f'<div class="doc">{h1}<dl>' + "".join(f"<dt>Item {i + 1}</dt><dd>{e(x)}</dd>" for i, x in enumerate(paras)) + f'</dl><div class="tools"><a href="/p">Print</a> <a href="/d">Download</a></div></div><div class="{n()}"><h3>Recently viewed</h3><p>{teaser(r, zh)}</p></div>'
    elif shape == "zh-app":  # the page of a reading application
        body = f'<div class="article-detail"><div class="{n()}">{h1}<div><span>示例号</span><span>2025-09-22 08:00</span><button>关注</button></div></div><div class="{n()}">' + "".join(f'<p data-track="{i}">{e(x)}</p>' for i, x in enumerate(paras)) + f'</div><div class="{n()}"><p>{ZHSELLS[0]}</p></div><div><span>赞 128</span><span>收藏</span><span>举报</span></div></div><div class="feed">' + "".join(f'<div><a href="/{i}"><p>{teaser(r, zh)}</p></a><span>评论 {i}</span></div>' for i in range(9)) + "</div>"
    else:  # zh-forum: the first post is the article, the others answer it
        body = f'<div class="thread"><h1>{e(title)}</h1><div class="floor"><div class="user">楼主 某某<br>积分 1024</div><div class="message">' + "<br>".join(e(x) for x in paras) + '</div></div>' + "".join(f'<div class="floor"><div class="user">用户{i}<br>积分 {i}</div><div class="message">同意楼主的看法，不过数字好像不对，请再核实一下。</div><a href="#">回复</a></div>' for i in range(6)) + "</div>"
    menu = "".join(f'<a href="/{i}">{w}</a> ' for i, w in enumerate(ZH if zh else NAMES))
    head = f'<!DOCTYPE html><html lang="{"zh" if zh else "en"}"><head><meta charset="utf-8"><title>{e(title)} | {"示例" if zh else "Example"}</title></head>'
    return f'{head}<body><div class="{n()}">{menu}</div>{body}<div class="{n()}"><p>{"京ICP备00000000号 违法和不良信息举报电话：000-0000" if zh else "Registered in England and Wales, company number 0000000. The Example is a trading name."}</p></div></body></html>', "\n\n".join(gold)


SHAPES = ["transcript", "wiki", "newsletter", "sidebars", "slides", "minutes", "zh-app", "zh-forum"]
if __name__ == "__main__":
    write_pages(page, SHAPES, 80)
