#!/usr/bin/env python3
"""Makes web pages in the shapes of news sites, each with the text that a reader wants: pages.py FOLDER [COUNT] [SEED]."""
import html, json, os, random, sys

NAMES = "Nvidia OpenAI Oracle AMD CoreWeave Intel Microsoft Harborline Quillon Northgate Veldt Sarnow".split()
VERBS = ["will invest up to", "agreed to pay", "committed", "is in talks to lend", "signed a contract worth", "raised"]
TAILS = ["over five years, people close to the talks said", "in exchange for shares", "for rented compute in three data centres",
         "subject to approval by regulators", "as the build-out of capacity goes on", "according to a filing published late on Tuesday"]
ZH = ["英伟达", "甲骨文", "超威", "微软", "软银", "智远科技", "海岸云", "北辰能源"]
ZHV = ["宣布将投资", "同意支付", "计划采购价值", "与对方签署了总额", "正洽谈提供贷款"]
ZHT = ["，用于建设数据中心", "，交易仍需监管批准", "，知情人士透露", "，合同期限为五年", "，以换取对方的股份"]

def sentence(r, zh):
    n = r.choice([2, 5, 6.5, 10, 40, 100, 300])
    if zh:
        return f"{r.choice(ZH)}{r.choice(ZHV)}{n}亿美元{r.choice(ZHT)}，第{r.randint(1, 999)}号公告显示。"
    return f"{r.choice(NAMES)} {r.choice(VERBS)} ${n} billion to {r.choice(NAMES)} {r.choice(TAILS)}, note {r.randint(1, 9999)} says."

def paragraphs(r, zh, count): return [("" if zh else " ").join(sentence(r, zh) for _ in range(r.randint(1, 4))) for _ in range(count)]
def links(r, zh, count, cls):
    return f'<div class="{cls}"><h3>{"相关阅读" if zh else "More stories"}</h3><ul>' + "".join(
        f'<li><a href="/n/{r.randint(1, 10**6)}"><img src="t.jpg" alt=""><span>{html.escape(sentence(r, zh)[:70])}</span></a></li>' for _ in range(count)) + "</ul></div>"
def nav(r, zh): return '<nav class="main-nav"><ul>' + "".join(f'<li><a href="/{w}">{w}</a></li>' for w in (["首页", "财经", "科技", "视频"] if zh else ["Home", "Markets", "Tech", "Opinion", "Video"]) * 4) + "</ul></nav>"
def foot(zh): return f'<footer class="site-footer"><p>{"版权所有 未经许可不得转载。联系我们。" if zh else "© 2025 Example Media Group. All rights reserved. Terms of use and privacy notice apply to this site."}</p></footer>'
def ad(): return '<div class="ad-slot" data-ad="1"><span>Advertisement</span><script>window.ads=window.ads||[];ads.push({a:"<p>no text</p>"});</script></div>'
def comments(r, zh): return '<section id="comments" class="comment-list">' + "".join(f'<div class="comment"><b>user{r.randint(1, 99)}</b><p>{"我觉得这个交易很奇怪，大家怎么看？" if zh else "I do not think this deal makes any sense at all, what do others believe?"}</p></div>' for _ in range(6)) + "</section>"
COOKIE = '<div id="cookie-consent" class="cookie-banner"><p>We use cookies and similar technologies to run this site and to measure how it is used by you.</p><button>Accept</button></div>'

def page(shape, r):
    zh = shape.startswith("zh")
    title = sentence(r, zh).rstrip("。.")[:60]
    paras = paragraphs(r, zh, r.randint(6, 16))
    gold = [title] + paras
    p = [f"<p>{html.escape(x)}</p>" for x in paras]
    head = f'<!DOCTYPE html><html lang="{"zh" if zh else "en"}"><head><meta charset="utf-8"><title>{html.escape(title)} | Example News</title><meta property="og:title" content="{html.escape(title)}"><meta property="article:published_time" content="2025-09-22T08:00:00Z"><style>.a{{color:red}}</style><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2025-09-22"})}</script></head>'
    h1 = f"<h1>{html.escape(title)}</h1>"
    top, bottom = COOKIE + nav(r, zh), links(r, zh, 12, "recommended-stories") + foot(zh)
    if shape == "article":
        body = f'<main><article>{h1}<div class="byline">By A. Writer</div><div class="social-share"><a href="#">Share</a></div>' + "".join(x + (ad() if i % 4 == 1 else "") for i, x in enumerate(p)) + "</article></main>" + comments(r, zh)
    elif shape == "nested":
        body = '<div class="wrap"><div class="col"><div class="x1"><div class="x2">' + h1 + '<div class="story-body"><div>' + "</div><div>".join(f'<div class="t">{x}</div>' for x in p) + "</div></div></div></div></div>" + links(r, zh, 8, "sidebar") + "</div>"
    elif shape == "infinite":
        body = f'<article class="post">{h1}<div class="entry-content">' + "".join(p) + "</div></article>" + "".join(links(r, zh, 20, "related-feed") for _ in range(6))
    elif shape == "table":
        rows = [[r.choice(NAMES), f"{r.randint(1, 90)} billion", r.choice(["loan", "equity", "chips"])] for _ in range(6)]
        gold = [title] + paras[:3] + [" ".join(c) for c in rows] + paras[3:]
        table = "<table><tbody>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows) + "</tbody></table>"
        body = f"<article>{h1}{''.join(p[:3])}{table}{''.join(p[3:])}</article>"
    elif shape == "amp":
        head = head.replace("<html", "<html amp"); body = f'<amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article class="amp-article">{h1}' + "".join(x + ("<amp-ad width=300 height=250></amp-ad>" if i % 3 == 0 else "") for i, x in enumerate(p)) + "</article>"
    elif shape == "live":
        body = f'<main class="live-blog">{h1}' + "".join(f'<article class="update"><time datetime="2025-09-22T{i % 24:02d}:00Z">{i % 24}:00</time>{x}</article>' for i, x in enumerate(p)) + "</main>"
    elif shape == "paywall":
        gold = [title] + paras[:2]
        body = f'<article>{h1}{"".join(p[:2])}<div class="paywall-overlay subscription-offer"><h2>Subscribe to continue</h2><p>Get unlimited access to all our stories for one dollar a week, cancel at any time you like.</p></div></article>'
    elif shape == "breaks":
        body = f'<div id="content"><h1>{html.escape(title)}</h1><div class="text">' + "<br><br>".join(html.escape(x) for x in paras) + "</div></div>"
    elif shape == "lists":
        heads = ["What was agreed", "What comes next"]
        gold = [title, paras[0], heads[0]] + paras[1:5] + [heads[1]] + paras[5:]
        body = f"<article>{h1}{p[0]}<h2>{heads[0]}</h2><ul>" + "".join(f"<li>{html.escape(x)}</li>" for x in paras[1:5]) + f"</ul><h2>{heads[1]}</h2>{''.join(p[5:])}</article>"
    elif shape == "zh-portal":
        body = f'<div class="left-col"><div class="crumb"><a href="/">首页</a> &gt; <a href="/f">财经</a></div>{h1}<div class="info"><span>2025年09月22日 10:00</span> <span>来源：示例财经</span></div><div id="artibody">' + "".join(f"<p>　　{html.escape(x)}</p>" for x in paras) + '<p class="editor">责任编辑：某某</p></div></div>' + links(r, zh, 15, "hot-news") + comments(r, zh)
    else:  # zh-div
        body = f'<div class="main_wrap">{h1}<div class="content_area">' + "".join(f"<div>{html.escape(x)}</div>" for x in paras) + '</div><div class="fenxiang"><a href="#">微信</a><a href="#">微博</a></div></div>' + links(r, zh, 15, "tuijian")
    return head + f"<body>{top}<div class='page'>{body}</div>{bottom}</body></html>", "\n\n".join(gold)


def write_pages(page, shapes, usual):
    """Writes pages and their main texts: FOLDER [COUNT [SEED]] on the command line."""
    folder, count, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else usual, int(sys.argv[3]) if len(sys.argv) > 3 else 1
    os.makedirs(folder, exist_ok=True)
    r = random.Random(seed)
    for i in range(count):
        text, gold = page(shapes[i % len(shapes)], r)
        name = f"{folder}/{i:04d}-{shapes[i % len(shapes)]}"
        open(name + ".html", "w").write(text); open(name + ".gold", "w").write(gold)


SHAPES = ["article", "nested", "infinite", "table", "amp", "live", "paywall", "breaks", "lists", "zh-portal", "zh-div"]
if __name__ == "__main__":
    write_pages(page, SHAPES, 66)
