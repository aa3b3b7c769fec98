#!/usr/bin/env python3
"""Drives pages of `dealgraph report` in headless Chromium by clicks and keys.

Usage: report_test.py DEALGRAPH [FEATURE…]; ends with 1 when a feature fails. Each feature starts
with a fresh page; a console error, a breach of the content security policy or a request fails it.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback

import graphs
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FEATURES = []


def feature(graph="circle", **context):
    def mark(test):
        FEATURES.append((test, graph, context))
        return test
    return mark


def until(page, expression):
    """Waits until an expression holds; the page's policy forbids Playwright's own way, which evaluates text."""
    end = time.monotonic() + 5
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never: {expression}"
        page.wait_for_timeout(20)


def state(page):
    """The state once it is in the address."""
    until(page, "writing === 0")
    return page.evaluate("location.hash")


def edge(page, key):
    return page.locator(f'g.edge[data-deals="{key.replace(">", "%3E").replace(":", "%3A")}"]')


def shown(page):
    return page.inner_text("#shown")


@feature()
def a_click_on_an_edge_opens_its_sentences(page):
    edge(page, "chips>model:investment:1").locator("text").first.click()
    text = page.inner_text("#details")
    for words in ["Chips Corp → Model Lab", "“€90 billion”", "≈ $100 billion", "22 September 2025", "90%", "agreed", "investment"]:
        assert words in text, (words, text)
    marks = page.eval_on_selector_all("#details mark", "list => list.map((m) => [m.className, m.textContent])")
    assert marks == [["payer", "Chips Corp"], ["sum", "€90 billion"], ["payee", "Model Lab"]], marks
    assert page.get_attribute("#details .said a", "href") == "https://example.org/circle"
    assert "deal=chips%253Emodel" in state(page), state(page)


@feature()
def an_edge_is_hit_beside_its_line(page):
    point = page.evaluate("""() => {
      const path = document.querySelector('g.edge[data-deals^="bank%3Epower"] path.hit');
      const at = path.getPointAtLength(path.getTotalLength() / 2), m = path.getScreenCTM();
      return [at.x * m.a + m.e, at.y * m.d + m.f];
    }""")
    page.mouse.click(point[0], point[1] + 6)
    assert "Bank <One> → Power & Light" in page.inner_text("#details")


@feature()
def enter_opens_and_escape_gives_the_focus_back(page):
    edge(page, "model>cloud:compute:1").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details-name"
    assert "Model Lab → Cloud AG" in page.inner_text("#details")
    page.keyboard.press("Escape")
    assert page.is_hidden("#details")
    assert page.evaluate("document.activeElement.dataset.deals").startswith("model%3Ecloud")


@feature()
def a_party_tells_its_money(page):
    page.locator('g.node[data-party="cloud"]').click()
    text = page.inner_text("#details")
    for words in ["Cloud AG", "Wolke", "$300 billion", "$40 billion", "$260 billion", "1 deal without a known sum"]:
        assert words in text, (words, text)
    page.locator("#details button.link", has_text="Cloud AG buys").first.click()
    assert "Cloud AG →" in page.inner_text("#details-name")


@feature()
def loops_are_told_step_by_step(page):
    page.keyboard.press("n")
    assert page.locator("li[data-loop].open").count() == 1
    assert page.locator("g.edge.faded").count() == 4
    assert page.locator("g.edge.weakest").count() == 1
    assert "At most $40 billion can come back" in page.inner_text("#telling")
    page.keyboard.press("ArrowRight")
    first = page.inner_text("#telling")
    assert first.startswith("Step 1 of 3") and "Chips Corp invests EUR" not in first and "invests €90 billion in Model Lab" in first, first
    assert page.locator("g.edge.told").count() == 1
    page.click("#onward")
    page.click("#onward")
    assert "The weakest hop" in page.inner_text("#telling")
    assert "loop=1" in state(page) and "step=3" in state(page)
    page.keyboard.press("n")
    assert "loop=2" in state(page)
    page.keyboard.press("p")
    assert "loop=1" in state(page)
    page.keyboard.press("Escape")
    assert page.locator("g.edge.faded").count() == 0


@feature()
def the_legend_filters(page):
    page.locator("#kinds .chip", has_text="loan").click()
    assert shown(page).startswith("5 of 7 edges shown"), shown(page)
    assert page.locator("g.edge.gone").count() == 2
    assert page.locator("#deals tbody tr:visible").count() == 5
    page.locator("#statuses .chip", has_text="talks").click()
    assert shown(page).startswith("4 of 7 edges shown")
    page.click("#reset")
    assert shown(page) == "7 of 7 edges shown"


@feature()
def dates_filter_by_fields_and_thumbs(page):
    page.fill("#from", "2025-01-01")
    page.keyboard.press("Tab")
    assert shown(page).startswith("4 of 7 edges shown, 1 deal without a date not shown"), shown(page)
    assert "from=2025-01-01" in state(page)
    page.click("#reset")
    page.focus("#to-thumb")
    page.keyboard.press("Home")
    assert shown(page).startswith("1 of 7 edges shown"), shown(page)
    assert page.input_value("#to") == "2024-01-01"
    page.keyboard.press("End")
    assert shown(page) == "7 of 7 edges shown"


@feature()
def sums_and_confidence_filter(page):
    page.focus("#least")
    for _ in range(9):
        page.keyboard.press("ArrowRight")
    assert shown(page).startswith("3 of 7 edges shown"), shown(page)
    assert page.inner_text("#least-said") == "≥ $10 billion"
    page.click("#reset")
    page.focus("#sure")
    for _ in range(11):
        page.keyboard.press("ArrowRight")
    assert shown(page).startswith("6 of 7 edges shown"), shown(page)


@feature()
def slash_searches_names_and_aliases(page):
    page.keyboard.press("/")
    page.keyboard.type("WOLKE")
    assert shown(page).startswith("4 of 7 edges shown"), shown(page)
    page.keyboard.press("Escape")
    assert shown(page) == "7 of 7 edges shown"
    page.keyboard.type("芯片")
    assert shown(page).startswith("2 of 7 edges shown"), shown(page)


@feature()
def keys_of_one_letter_can_be_turned_off(page):
    page.click("#letters")
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("n")
    assert page.is_hidden("#story")


@feature()
def the_picture_moves_zooms_and_fits(page):
    box = lambda: [float(n) for n in page.get_attribute("#viewport svg", "viewBox").split()]
    before = box()
    page.focus("#viewport")
    page.keyboard.press("+")
    until(page, f"box.w < {before[2]} * 0.72")
    near = box()
    page.keyboard.press("ArrowRight")
    assert box()[0] > near[0]
    page.keyboard.press("0")
    until(page, "box.w > whole.w * 0.999")
    place = page.locator("#viewport").bounding_box()
    x, y = place["x"] + 30, place["y"] + place["height"] - 20
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y - 40, steps=4)
    page.mouse.up()
    assert box()[0] < before[0] and box()[1] > before[1], (before, box())
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    until(page, f"box.w < {before[2]} * 0.9")
    assert "at=" in state(page)
    page.click("#fit")
    until(page, "box.w > whole.w * 0.999")


@feature()
def an_address_restores_the_state(page):
    page.locator("#kinds .chip", has_text="purchase").click()
    edge(page, "bank>power:loan:1").locator("text").first.click()
    page.locator("th button", has_text="Sum").click()
    page.keyboard.press("n")
    page.fill("#find", "o")
    address = page.url.split("#")[0] + state(page)
    details, list_, count = page.inner_text("#details"), page.inner_text("#deals tbody"), shown(page)
    page.goto("about:blank")
    page.goto(address)
    assert page.inner_text("#details") == details
    assert page.inner_text("#deals tbody") == list_
    assert shown(page) == count and page.is_visible("#story")
    page.evaluate("location.hash = '#kinds=loan&loop=99&party=nobody&deal=%25E0&sure=x&nonsense=1'")
    until(page, "state.kinds === 'loan'")
    assert page.is_hidden("#details") and page.is_hidden("#story")


@feature()
def the_table_sorts(page):
    column = lambda n: page.eval_on_selector_all("#deals tbody tr", f"rows => rows.map((r) => r.children[{n}].dataset.value)")
    page.locator("th button", has_text="Sum").click()
    values = column(2)
    numbers = [float(v) for v in values if v]
    assert numbers == sorted(numbers, reverse=True) and values[-1] == "", values
    assert page.get_attribute("th[data-by=sum]", "aria-sort") == "descending"
    page.locator("th button", has_text="From").press("Enter")
    assert column(0) == sorted(column(0)), column(0)
    page.locator("tbody th button").first.click()
    assert page.is_visible("#details")


@feature()
def downloads_hold_what_is_shown(page):
    page.locator("#kinds .chip", has_text="loan").click()
    files = {}
    for kind in ["svg", "png", "json", "csv"]:
        with page.expect_download() as download:
            page.click(f"#save-{kind}")
        files[kind] = pathlib.Path(download.value.path()).read_bytes()
        assert download.value.suggested_filename == f"deals.{kind}"
    assert files["svg"].count(b"data-deals=") == 5 and b"<svg" in files["svg"]
    import xml.etree.ElementTree
    xml.etree.ElementTree.fromstring(files["svg"])
    assert files["png"][:4] == b"\x89PNG" and len(files["png"]) > 5000
    graph = json.loads(files["json"])
    assert len(graph["edges"]) == 5 and graph["graph"]["format"] == "dealgraph"
    assert files["csv"].count(b"\r\n") == 6


@feature(java_script_enabled=False)
def without_a_script_all_deals_are_there(page):
    assert page.locator("#deals tbody tr").count() == 7
    assert page.locator("#viewport svg g.edge").count() == 7
    assert page.locator("li[data-hop]:visible").count() == 5
    assert page.is_hidden("#find") and page.is_hidden("#save-svg")
    assert page.locator("#deals mark.sum").first.inner_text() == "€90 billion"


@feature()
def print_shows_the_table_and_the_picture(page):
    page.emulate_media(media="print")
    assert page.is_hidden("#more") and page.is_hidden(".tools")
    assert page.locator("#deals tbody tr:visible").count() == 7
    assert page.locator("li[data-hop]:visible").count() == 5
    assert page.pdf()[:5] == b"%PDF-"


@feature("hostile")
def hostile_texts_do_nothing(page):
    assert page.evaluate("document.querySelectorAll('img, b:not(.chip b), i, script').length") == 4
    assert page.locator("[onerror], [onclick]").count() == 0
    assert page.eval_on_selector_all("a", "list => list.every((a) => !/^javascript/i.test(a.getAttribute('href') ?? ''))")
    for number in range(page.locator("g.edge").count()):
        page.locator("g.edge").nth(number).focus()
        page.keyboard.press("Enter")
        assert page.locator("#details img, #details script, #details b").count() == 0
    page.locator("g.node").first.focus()
    page.keyboard.press("Enter")
    text = page.evaluate("document.querySelector('main').textContent")
    assert not any(mark in text for mark in "\u202e\u202c\u2066"), "a bidi control is on the page"
    assert "onerror=alert(1)" in page.inner_text("#details")
    page.evaluate("location.hash = '#find=<img src=x onerror=alert(6)>&party=__proto__'")
    until(page, "state.party === '__proto__'")
    with page.expect_download() as download:
        page.click("#reset")
        page.click("#save-csv")
    assert b"\"'=HYPERLINK" in pathlib.Path(download.value.path()).read_bytes()


@feature()
def focus_is_visible_and_tab_goes_everywhere(page):
    met = []
    for _ in range(70):
        page.keyboard.press("Tab")
        met.append(page.evaluate("""() => { const e = document.activeElement, s = getComputedStyle(e);
          return [e.id || e.dataset.deals || e.dataset.party || e.textContent.slice(0, 20), s.outlineStyle !== 'none'
            || getComputedStyle(e.querySelector?.('.hit, rect') ?? e).stroke !== 'none' || e.closest('.chip') !== null]; }"""))
    names = [name for name, _ in met]
    for wanted in ["find", "least", "sure", "from", "to-thumb", "viewport", "party-chips", "deal-1", "fit", "next-loop", "save-png"]:
        assert wanted in names, (wanted, names)
    assert all(visible for _, visible in met), [name for name, visible in met if not visible]


@feature(reduced_motion="reduce")
def reduced_motion_is_honoured(page):
    before = page.evaluate("box.w")
    page.click("#closer")
    assert page.evaluate("box.w") < before * 0.72


@feature(forced_colors="active")
def forced_colours_are_used(page):
    colours = page.evaluate("""() => ['g.edge path.line', '#viewport text'].map((s) => {
      const style = getComputedStyle(document.querySelector(s)); return s.includes('text') ? style.fill : style.stroke; })""")
    assert len(set(colours)) == 1, colours


@feature(viewport={"width": 390, "height": 844})
def a_phone_has_no_sideways_scroll(page):
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    edge(page, "chips>model:investment:1").focus()
    page.keyboard.press("Enter")
    place = page.locator("#details").bounding_box()
    assert place["y"] + place["height"] <= 845 and place["width"] == 390, place


@feature(viewport={"width": 390, "height": 844})
def a_phone_keeps_the_filters_closed_until_they_are_wanted(page):
    assert page.is_hidden("#find")
    assert page.locator("#viewport").bounding_box()["y"] < 700
    page.keyboard.press("/")
    assert page.is_visible("#find")
    page.keyboard.type("bank")
    address = page.url.split("#")[0] + state(page)
    page.goto("about:blank")
    page.goto(address)
    assert page.is_visible("#find") and page.input_value("#find") == "bank"


@feature("large")
def a_large_graph_says_what_it_hides(page):
    drawn = page.locator("g.edge").count()
    assert drawn < 200, drawn
    assert f"{drawn} of {drawn} edges shown" in shown(page) and "too many for the picture" in shown(page), shown(page)
    assert page.locator("#deals tbody tr").count() == len(graphs.many(300)["edges"])
    page.locator("li[data-loop]").last.locator("button.loop-head").click()
    loop = page.evaluate("loops[state.loop - 1].hops.map((hop) => hop.deals.some((key) => drawnKeys.has(key)))")
    if not all(loop):
        assert f"{loop.count(False)} of its {len(loop)} hops are not in the picture" in page.inner_text("#telling")


def accessible(page):
    page.keyboard.press("n")
    edge(page, "chips>model:investment:1").focus()
    page.keyboard.press("Enter")
    found = Axe().run(page).response["violations"]
    bad = [(v["id"], v["impact"], [n["html"][:160] for n in v["nodes"]][:3]) for v in found if v["impact"] in ("serious", "critical")]
    assert not bad, bad


@feature(bypass_csp=True)
def axe_finds_nothing_serious(page):
    accessible(page)


@feature(bypass_csp=True, color_scheme="dark")
def axe_finds_nothing_serious_in_the_dark(page):
    accessible(page)


@feature(bypass_csp=True, viewport={"width": 390, "height": 844})
def axe_finds_nothing_serious_on_a_phone(page):
    accessible(page)


@feature()
def the_policy_forbids_scripts_and_requests(page):
    said = page.evaluate("""async () => {
      const said = [];
      document.addEventListener('securitypolicyviolation', (event) => said.push(event.effectiveDirective));
      const script = document.createElement('script');
      try { script.textContent = 'window.broken = 1'; document.body.append(script); } catch { said.push('types'); }
      try { await fetch('https://example.org/'); } catch { said.push('fetch'); }
      await new Promise((done) => setTimeout(done, 50));
      return [window.broken ?? null, ...said];
    }""")
    assert said[0] is None and "fetch" in said and ("types" in said or "script-src-elem" in said), said
    page.breaches_expected = True


@feature("many")
def forty_parties_are_usable(page):
    assert page.locator("g.node").count() == 40
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#telling").startswith("Step 1 of"), page.inner_text("#telling")


def run(browser, addresses, test, graph, context):
    problems = []
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", **context})
    context.set_default_timeout(8000)
    page = context.new_page()
    page.breaches_expected = False
    page.on("console", lambda m: m.type in ("error", "warning") and problems.append(m.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: (problems.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda r: r.url.startswith(("file:", "data:", "blob:")) or problems.append(r.url))
    try:
        page.goto(addresses[graph])
        test(page)
        if problems and not page.breaches_expected:
            raise AssertionError(problems)
    finally:
        context.close()


def main():
    program, wanted = sys.argv[1], sys.argv[2:]
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        addresses = {}
        for name, graph in [("circle", graphs.circle()), ("hostile", graphs.hostile()), ("many", graphs.many(40)),
                            ("large", graphs.many(300))]:
            path = pathlib.Path(folder, name + ".html")
            subprocess.run([program, "report", "-", "-o", str(path)], input=json.dumps(graph).encode(), check=True)
            addresses[name] = path.as_uri()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for test, graph, context in FEATURES:
            if wanted and test.__name__ not in wanted:
                continue
            start = time.monotonic()
            try:
                run(browser, addresses, test, graph, context)
                print(f"ok   {test.__name__} ({time.monotonic() - start:.1f} s)")
            except Exception:
                failed += 1
                print(f"FAIL {test.__name__}\n{traceback.format_exc(limit=-2)}")
        browser.close()
    sys.exit(1 if failed else 0)


main()
