"""Parses the sample page as XML and as HTML: well formed, complete, nothing from data turned into markup.

Usage: check_html.py SAMPLE_PAGE_PROGRAM
"""
import html.parser
import re
import subprocess
import sys
import xml.etree.ElementTree

failures = []
svg = "{http://www.w3.org/2000/svg}"


def expect(what, seen, wanted):
    if seen != wanted:
        failures.append(f"{what}: {seen!r}, expected {wanted!r}")


class Tags(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.links = set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]

    handle_startendtag = handle_starttag


def percent(element, name):
    return float(element.get(name).rstrip("%"))


def check_bars(root):
    first, second, third = root.find(".//section[@id='bars']").findall("figure")
    rects = first.findall(f".//{svg}rect")
    # The range is -10..30, so zero stands at a quarter of the width.
    expect("bars", [(percent(r, "x"), percent(r, "width")) for r in rects], [(25.0, 75.0), (0.0, 25.0), (25.0, 0.0)])
    expect("kinds", [r.get("class") for r in rects], ["above", "below", "above"])
    expect("zero", percent(first.find(f".//{svg}line"), "x1"), 25.0)
    expect("words", [t.text for t in first.iter(f"{svg}text")], ["甲市", "30.00%", "乙市", "-10.00%", "丙市", "0 & 无"])
    expect("no bars", second.findall(f".//{svg}rect"), [])
    expect("all zero", percent(third.find(f".//{svg}rect"), "width"), 0.0)


def main(program):
    text = subprocess.run([program], check=True, capture_output=True).stdout.decode("utf-8")
    root = xml.etree.ElementTree.fromstring(text.replace("<!DOCTYPE html>", ""))
    expect("language", root.get("lang"), "zh-CN")
    expect("charset", root.find("head/meta").get("charset"), "utf-8")
    expect("title", root.find("head/title").text, '汇总 <b>&"标题"')
    expect("nav", [(a.get("href"), a.text) for a in root.findall(".//nav/a")],
           [("#figures", "关键数"), ("#section-2", "表"), ("#bars", "图")])
    expect("ids", [s.get("id") for s in root.iter("section")], ["figures", "section-2", "bars"])
    table = root.find(".//table")
    expect("caption", table.find("caption").text, "各市 </table>")
    expect("head", [(h.text, h.get("class")) for h in table.findall("thead/tr/th")],
           [("地区", None), ("产值(万元)", "number"), ("说明", None)])
    rows = [["".join(d.itertext()) for d in r] for r in table.findall("tbody/tr")]
    expect("rows", rows, [["甲市", "1,234.50", "<script>alert(1)</script>"], ["乙市", "-5", "a & b \"c\" 'd'"]])
    expect("classes", [d.get("class") for d in table.findall("tbody/tr")[1]], ["muted", "number bad", "good"])
    cards = [[e.text for e in c] for c in root.findall(".//dl/div")]
    expect("cards", cards, [["产值", "12.3亿元", "同比 +5.00%"], ["户数", "45"]])
    tags = Tags()
    tags.feed(text)
    expect("no script", tags.tags & {"script", "link", "img", "iframe", "b"}, set())
    expect("links", tags.links, ["#figures", "#section-2", "#bars", "#bars", "returned/乙市/a&b.xlsx"])
    style = root.find("head/style").text
    expect("nothing fetched", re.findall(r"url\(|@import", style), [])
    for rule in ("@page{size:A4 landscape", "prefers-color-scheme:dark", "display:table-header-group", "tabular-nums"):
        expect(f"style {rule}", rule in style, True)
    check_bars(root)
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
