#!/usr/bin/env python3
"""Makes pages as messy as those of news sites, each with the text a reader wants: hard_pages.py FOLDER [COUNT] [SEED].

What is wanted: the headline and the article's own paragraphs, subheads, lists and tables. Not wanted: menus, advertising,
links to other stories and their teasers, boxes that sell something, captions, bylines, biographies, comments, legal notices.
"""
import html, json
from pages import NAMES, ZH, sentence, write_pages

e = html.escape
PEOPLE = ["Mara Lindqvist", "Tom Okafor", "Ines Duarte", "Wei Han", "Paul Brandt", "Rosa Klein"]
QUOTES = ["We buy what we need", "It is a loan, nothing more", "The chips are paid for", "Nobody forced anyone to sign",
          "Ask me again in a year", "That money comes back to us"]
SHORT = ["Why now?", "The short answer is cash.", "Not everyone agrees.", "It was not always so.", "Then came the second deal.",
         "Shares fell.", "Both firms declined to comment.", "There is a catch."]
TEASERS = ["The fund has grown for nine years in a row and its managers say they see no reason to slow down now.",
           "A small town waits for the data centre that was promised to it three summers ago, and for the jobs.",
           "Our columnist asks whether the price of power will end the boom before the banks do.",
           "Rail workers walk out for a second week as talks with the ministry break down once more."]
SELLS = ["Get the stories that move markets in your inbox every weekday morning, free of charge.",
         "Join more than two million readers who start their day with our briefing.",
         "Trade shares from one cent with Brightpath: open an account in five minutes, capital at risk.",
         "Download our app and never miss an alert about the companies that you follow."]
ZHSHORT = ["原因何在？", "市场并不意外。", "双方均未置评。", "股价随后下跌。"]
ZHTEASERS = ["高速铁路将于明年开通，沿线居民表示期待，专家则提醒注意成本与客流。",
             "多家银行下调存款利率，储户该如何选择？业内人士给出了三点建议。",
             "这座小城用十年时间把废弃矿山变成了公园，去年游客突破百万人次。"]
ZHSELLS = ["海量资讯、精准解读，尽在示例财经客户端，立即下载体验更多功能。", "关注官方微信公众号，每天第一时间获取重要财经新闻和深度报道。"]


def paragraph(r, zh):
    kind = r.random()
    if kind < 0.18:
        return r.choice(ZHSHORT if zh else SHORT)
    if kind < 0.34:
        return (f"“{r.choice(QUOTES)},” said {r.choice(PEOPLE)}, who sits on the board of {r.choice(NAMES)}." if not zh
                else f"“我们按合同付款，”{r.choice(ZH)}一位高管说，“没有别的。”")
    return ("" if zh else " ").join(sentence(r, zh) for _ in range(r.randint(1, 4)))


def linked(r, text, zh):
    """The paragraph with links on the names of companies and emphasis, as desks and their programs set them."""
    out = e(text)
    for name in (ZH if zh else NAMES):
        if name in text and r.random() < 0.5:
            out = out.replace(name, f'<a href="/q/{r.randint(1, 999)}" class="x{r.randint(1, 99)}">{name}</a>' if r.random() < 0.7
                              else f"<strong>{name}</strong>", 1)
    return out


def noise_name(r):
    return "css-" + "".join(r.choice("abcdefghijkmnpqrstuvwxyz0123456789") for _ in range(6))


def card(r, zh, heading="h3"):
    title = sentence(r, zh)[:70]
    return (f'<div class="{noise_name(r)}"><a href="/s/{r.randint(1, 10**6)}"><{heading}>{e(title)}</{heading}></a>'
            f'<p>{r.choice(ZHTEASERS if zh else TEASERS)}</p><span>{r.randint(1, 9)} {"小时前" if zh else "hours ago"}</span></div>')


def cards(r, zh, count, cls, label):
    return f'<section class="{cls}"><h2>{label}</h2>' + "".join(card(r, zh) for _ in range(count)) + "</section>"


def box(r, zh):
    """One of the things that stand between the paragraphs of a story and are no part of it."""
    links = "".join(f'<li><a href="/r/{r.randint(1, 10**6)}">{e(sentence(r, zh)[:80])}</a></li>' for _ in range(r.randint(1, 4)))
    sells = r.choice(ZHSELLS if zh else SELLS)
    more = "相关阅读" if zh else r.choice(["Read more", "Related", "More on this story", "Also read"])
    return r.choice([
        f'<div class="{noise_name(r)}"><span>{"广告" if zh else "Advertisement"}</span><div id="div-gpt-ad-{r.randint(1, 99)}"></div></div>',
        f'<div class="inline-promo"><h4>{more}</h4><ul>{links}</ul></div>',
        f'<div class="{noise_name(r)}"><strong>{more}:</strong> <a href="/r/1">{e(sentence(r, zh)[:80])}</a></div>',
        f'<p><strong>{more.upper()}:</strong> <a href="/r/2">{e(sentence(r, zh)[:80])}</a></p>',
        f'<div class="newsletter-inline"><h3>{"订阅" if zh else "The Morning Ledger"}</h3><p>{sells}</p><form><input type="email"><button>OK</button></form></div>',
        f'<aside><h3>{more}</h3><p>{r.choice(ZHTEASERS if zh else TEASERS)}</p></aside>',
        f'<figure><img src="/i.jpg" alt="{e(sentence(r, zh))}"><figcaption>{"图为" if zh else "A view of"} {e(r.choice(ZH if zh else NAMES))}{"总部，资料图片。" if zh else " headquarters in a picture taken in spring."} <span>{"图片来源：视觉示例" if zh else "Photograph: A. Lens/Example Pictures"}</span></figcaption></figure>',
        f'<div class="ad-unit sponsored"><p>{sells}</p><a href="/ad">{"了解更多" if zh else "Learn more"}</a></div>',
        f'<blockquote class="pullquote"><p>{"我们按合同付款" if zh else r.choice(QUOTES)}</p></blockquote>',
        f'<div class="social-embed"><p>{"微博" if zh else "View this post"}</p><a href="/x">{"分享" if zh else "Share on X"}</a></div>',
    ])


def comments(r, zh, cls):
    said = "大家怎么看这件事？我觉得没有那么简单，以后肯定还会有变化。" if zh else "I worked in this trade for twenty years and I have never seen a bill like this one, honestly."
    return (f'<section class="{cls}"><h2>{"网友评论" if zh else "Comments"}</h2>' + "".join(
        f'<div class="entry"><a href="/u/{i}">{"用户" if zh else "reader"}{r.randint(1, 99)}</a><time>{i} h</time><p>{said}</p><a href="#">{"回复" if zh else "Reply"}</a></div>'
        for i in range(r.randint(3, 9))) + "</section>")


def bio(r, zh, cls):
    return (f'<div class="{cls}"><p>{"作者简介：某某，本报记者，长期关注科技与能源领域，曾获多个新闻奖项。" if zh else r.choice(PEOPLE) + " covers chips, power and the people who pay for both. Before that she reported from Oslo and Lagos."}</p></div>')


def menu(r, zh):
    items = ["首页", "财经", "科技", "汽车", "房产", "视频", "博客"] if zh else ["Home", "World", "Business", "Markets", "Tech", "Opinion", "Video", "Puzzles"]
    inner = "".join(f'<li><a href="/{i}">{w}</a></li>' for i, w in enumerate(items * r.randint(1, 3)))
    return r.choice([f'<nav><ul>{inner}</ul></nav>', f'<div class="{noise_name(r)}"><ul>{inner}</ul></div>', f'<header class="site-header"><ul>{inner}</ul></header>'])


def consent(zh):
    return (f'<div id="onetrust-consent-sdk" role="dialog"><h2>{"隐私" if zh else "We value your privacy"}</h2><p>'
            f'{"我们使用本地存储来改善您的浏览体验并统计访问量。" if zh else "We and our 812 partners store and access information on a device, such as unique identifiers, to show you advertising that fits you."}</p></div>')


def foot(r, zh):
    return (f'<footer><p>{"本网站所刊载信息，不代表本网观点。刊用本网站稿件，务经书面授权。未经授权禁止转载。" if zh else "Quotes are delayed by at least fifteen minutes. See here for a complete list of exchanges and delays. © 2025 Example Media. All rights reserved."}</p>'
            + "".join(f'<a href="/f/{i}">{w}</a> ' for i, w in enumerate(["关于我们", "联系我们"] if zh else ["About", "Careers", "Terms", "Privacy"])) + "</footer>")


def mixed(r, paras, zh, rate=0.45, tag="p"):
    """The paragraphs with boxes between them."""
    out = []
    for index, text in enumerate(paras):
        out.append(f"<{tag}>{linked(r, text, zh)}</{tag}>")
        if index and r.random() < rate:
            out.append(box(r, zh))
    return "".join(out)


def page(shape, r):
    zh = shape.startswith("zh")
    title = sentence(r, zh).rstrip("。.")[:64]
    paras = [sentence(r, zh) + ("" if zh else " ") + sentence(r, zh)] + [paragraph(r, zh) for _ in range(r.randint(7, 18))]
    gold = [title] + paras
    h1 = f"<h1>{e(title)}</h1>"
    byline = f'<div class="{noise_name(r)}"><span>{"作者 某某" if zh else "By " + r.choice(PEOPLE)}</span><time datetime="2025-09-22T08:00:00Z">{"2025年9月22日" if zh else "September 22, 2025 8:00 am"}</time></div>'
    linked_data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": "2025-09-22T08:00:00Z"}
    latest = cards(r, zh, 6, noise_name(r), "最新" if zh else "Latest")
    more = cards(r, zh, 8, "more-stories", "推荐阅读" if zh else "More from Business")
    if shape == "hashed":  # class names say nothing
        deep = "".join(f'<div class="{noise_name(r)}">' for _ in range(9))
        body = f'{deep}<div class="{noise_name(r)}">{h1}{byline}{mixed(r, paras, zh)}</div>{bio(r, zh, noise_name(r))}{"</div>" * 9}{latest}{more}'
    elif shape == "wordpress":
        body = (f'<div id="primary"><article class="post-812 post type-post hentry"><header class="entry-header">{h1}{byline}</header><div class="entry-content">{mixed(r, paras, zh, 0.3)}'
                '<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li></ul></div><div class="jp-relatedposts"><h3>Related</h3>'
                f'{card(r, zh, "h4")}{card(r, zh, "h4")}</div></div><footer class="entry-footer">Filed under: <a href="/c">Chips</a></footer>{bio(r, zh, "author-info")}</article>'
                f'{comments(r, zh, "comments-area")}</div><div id="secondary">{latest}</div>')
    elif shape == "live":
        points = [sentence(r, zh) for _ in range(3)]
        heads = [r.choice(NAMES) + " responds" for _ in paras]
        gold = [title] + points + [x for pair in zip(heads, paras) for x in pair]
        updates = "".join(f'<div class="{noise_name(r)}"><time>{i % 12 + 1}:{i:02d} pm</time><h3>{e(h)}</h3><p>{linked(r, x, zh)}</p><button>Share</button><a href="#u{i}">Link to this update</a></div>'
                          + (box(r, zh) if r.random() < 0.3 else "") for i, (h, x) in enumerate(zip(heads, paras)))
        body = f'<main>{h1}<ul class="key-points">' + "".join(f"<li>{e(p)}</li>" for p in points) + f'</ul><div class="feed">{updates}</div></main>{latest}'
    elif shape == "paywall":
        gold = [title] + paras[:3]
        body = (f'<article>{h1}{byline}{mixed(r, paras[:3], zh, 0.3)}<div class="{noise_name(r)}"><h2>Keep reading for one dollar</h2><p>{SELLS[1]}</p><p>Unlimited digital access for four weeks, then nine dollars a month. Cancel whenever you like.</p>'
                f'<ul><li>Every story on every device</li><li>Weekend edition in print</li></ul><a href="/log">Already a subscriber? Log in</a></div></article>{more}')
    elif shape == "scroll":  # the next stories follow under the first
        others = "".join(f'<article class="{noise_name(r)}"><h1>{e(sentence(r, zh)[:60])}</h1>' + "".join(f"<p>{linked(r, paragraph(r, zh), zh)}</p>" for _ in range(4)) + "</article>" for _ in range(2))
        body = f'<article class="{noise_name(r)}">{h1}{byline}{mixed(r, paras, zh, 0.3)}</article><h2>Up next</h2>{others}'
    elif shape == "infobox":
        facts = "".join(f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in [("Founded", "1993"), ("Staff", "36,000"), ("Chair", r.choice(PEOPLE)), ("Listed", "yes")])
        rows = [[r.choice(NAMES), f"{r.randint(1, 90)} billion", r.choice(["loan", "equity", "chips"])] for _ in range(5)]
        half = len(paras) // 2
        gold = [title] + paras[:half] + [" ".join(c) for c in [["Payer", "Sum", "Kind"]] + rows] + paras[half:]
        table = "<table><thead><tr><th>Payer</th><th>Sum</th><th>Kind</th></tr></thead><tbody>" + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows) + "</tbody></table>"
        body = f'<div class="content"><article>{h1}<table class="infobox"><tbody>{facts}</tbody></table>{mixed(r, paras[:half], zh, 0.3)}{table}{mixed(r, paras[half:], zh, 0.3)}</article></div>{latest}'
    elif shape == "amp":
        body = (f'<amp-sidebar id="s">{menu(r, zh)}</amp-sidebar><article class="amp-wp-article">{h1}{byline}<amp-img src="a"></amp-img>' + mixed(r, paras, zh, 0.4)
                + f'<amp-list src="x"><div fallback>{card(r, zh)}</div></amp-list></article><amp-consent id="c"><p>{SELLS[3]}</p></amp-consent>')
    elif shape == "oldtable":
        left = "".join(f'<a href="/{i}">{w}</a><br>' for i, w in enumerate(NAMES))
        body = (f'<table width="980"><tr><td colspan="3">{menu(r, zh)}</td></tr><tr><td width="150">{left}</td><td><font size="5"><b>{e(title)}</b></font><br><br>'
                + "<br><br>".join(f'<font face="Arial">{linked(r, x, zh)}</font>' for x in paras) + f'<br><br><i>Send your views to the editor.</i></td><td width="200">{latest}</td></tr></table>')
    elif shape == "divs":
        body = f'<div class="wrap"><div class="headline">{e(title)}</div><div class="{noise_name(r)}">{mixed(r, paras, zh, 0.4, "div")}</div>{comments(r, zh, "discussion")}</div>{more}'
    elif shape == "explainer":
        heads = ["What is agreed?", "Who pays?", "What comes next?"]
        parts = [paras[i::3] for i in range(3)]
        items = [sentence(r, zh)[:60] for _ in range(4)]
        gold = [title] + [x for h, part in zip(heads, parts) for x in [h] + part] + items
        body = (f'<main><div class="{noise_name(r)}">{h1}{byline}<ul class="toc">' + "".join(f'<li><a href="#s{i}">{h}</a></li>' for i, h in enumerate(heads)) + "</ul>"
                + "".join(f'<h2 id="s{i}">{h}</h2>{mixed(r, part, zh, 0.35)}' for i, (h, part) in enumerate(zip(heads, parts)))
                + "<ol>" + "".join(f"<li>{e(x)}</li>" for x in items) + f'</ol></div></main>{bio(r, zh, "contributor-note")}{more}{comments(r, zh, noise_name(r))}')
    elif shape == "release":
        about = f"About {r.choice(NAMES)}: the company makes chips and rents them out by the hour in eleven countries."
        legal = "Statements in this release that are not history look forward and may prove wrong; actual results may differ materially."
        gold = [title] + paras + [about, legal]
        body = f'<div class="wd_newsfeed"><div class="wd_title">{h1}</div><div class="wd_body">{"".join(f"<p>{e(x)}</p>" for x in paras)}<p>{e(about)}</p><p>{legal}</p></div><div class="wd_tools"><a href="/pdf">PDF</a> <a href="/rss">RSS</a></div></div>{cards(r, zh, 4, "wd_more", "Other releases")}'
    elif shape == "zh-portal":
        tail = f'<p>（责任编辑：某某 HN{r.randint(100, 999)}）</p><p>【免责声明】本文仅代表作者本人观点，与本网站无关，请读者仅作参考。</p><div class="prev">上一篇：<a href="/1">{e(sentence(r, zh)[:30])}</a></div><div>下一篇：<a href="/2">{e(sentence(r, zh)[:30])}</a></div>'
        body = f'<div class="crumbs"><a href="/">首页</a> &gt; <a href="/f">财经</a> &gt; 正文</div>{h1}<div class="info"><span>2025年09月22日 10:00</span><span>来源：<a href="/s">示例财经</a></span></div><div id="artibody">{mixed(r, paras, zh, 0.3)}{tail}</div>{cards(r, zh, 8, "tuijian", "热门推荐")}{comments(r, zh, "pinglun")}'
    elif shape == "zh-hashed":
        body = f'<div class="{noise_name(r)}"><div class="{noise_name(r)}">{h1}{byline}{mixed(r, ["　　" + x for x in paras], zh, 0.35)}</div>{bio(r, zh, noise_name(r))}</div><div class="{noise_name(r)}">{latest}</div>'
    else:  # zh-span: the lines of a mobile portal
        body = f'<section class="{noise_name(r)}"><div class="title">{e(title)}</div><div class="rich_media_content">' + "".join(f"<section><span style='font-size:15px'>{linked(r, x, zh)}</span></section>" for x in paras) + f'</div><p>{ZHSELLS[1]}</p><p>阅读 10万+　在看</p></section>{cards(r, zh, 5, noise_name(r), "大家都在看")}'
    head = (f'<!DOCTYPE html><html lang="{"zh-CN" if zh else "en"}"><head><meta charset="utf-8"><title>{e(title)} - {"示例网" if zh else "The Example"}</title>'
            f'<meta property="og:title" content="{e(title)}"><script type="application/ld+json">{json.dumps(linked_data)}</script><style>.a{{b:c}}</style><script>var d=["<p>none</p>"];</script></head>')
    return f'{head}<body>{consent(zh)}{menu(r, zh)}{body}{foot(r, zh)}<script>go()</script></body></html>', "\n\n".join(gold)


SHAPES = ["hashed", "wordpress", "live", "paywall", "scroll", "infobox", "amp", "oldtable", "divs", "explainer", "release", "zh-portal", "zh-hashed", "zh-span"]
if __name__ == "__main__":
    write_pages(page, SHAPES, 140)
