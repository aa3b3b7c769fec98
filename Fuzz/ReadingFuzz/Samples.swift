import DealReading

/// What the mutations begin with, and the words that matter to the readers.
struct Samples {
  let all: [(name: String, bytes: [UInt8])]

  /// The files of a folder, and small inputs of the formats that have none there.
  init(folder: String) throws {
    var samples: [(name: String, bytes: [UInt8])] = []
    for path in try FolderFiles.list(folder, ending: "") where !path.hasSuffix(".pdf") {
      samples.append((Self.lastPart(of: path), try FileBytes.read(path)))
    }
    samples += Self.own.map { ($0.name, Array($0.text.utf8)) }
    all = samples
  }

  private static func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static let own: [(name: String, text: String)] = [
    (
      "own.warc",
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: <http://a.example/1>\r\n"
        + "WARC-Date: 2025-09-22T00:00:00Z\r\nContent-Length: 165\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=gbk\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "2a\r\n<p>Nvidia pays OpenAI $100 billion.</p>abcd\r\n5;x=y\r\n<p>hi\r\n0\r\n\r\n\r\n\r\n"
        + "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Length: 12\r\n\r\nNvidia pays.\r\n\r\n"
    ),
    (
      "own.html",
      "<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"gb2312\"><title>A_B - C</title>"
        + "<meta property=\"article:published_time\" content=\"2025年9月22日\">"
        + "<script type=\"application/ld+json\">{\"@graph\":[{\"headline\":\"h\\u4e00\\ud83d\\ude00\","
        + "\"articleBody\":\"Nvidia pays &amp; pays.\\n\\nOracle \\\"leases\\\" \\ud83d chips "
        + "and goes on and on and on and on and on.\"}]}</script></head><body><nav><a href=/>x</a></nav>"
        + "<article class=\"articleBody\"><h1>t</h1><p>Nvidia&nbsp;pays &#x4e00; a lot, it said on "
        + "Monday of the week.<br>More</p><table><tr><td>1<td>2</table><aside>ad</aside></article></body>"
    ),
    (
      "own.eml",
      "From: a@b.c\r\nSubject: =?utf-8?B?6Iux?= =?gbk?Q?=D3=A2?=\r\nDate: Mon, 22 Sep 2025\r\n"
        + "Mime-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n"
        + "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/html; "
        + "charset=big5\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=3Db=\r\nc</p>\r\n"
        + "--c--\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\nTnZpZGlh\r\n--b--\r\n"
    ),
    ("own.csv", "title;text;date\n\"a\"\"b\";\"Nvidia\npays\";2025-09-22\n;;\nx;y\n"),
    ("own.jsonl", "{\"text\":\"Nvidia pays\",\"date\":\"2025\"}\n{\"a\":{\"b\":[1,true,null]}}\n"),
    (
      "own.json",
      "{\"response\":{\"docs\":[{\"headline\":{\"main\":\"h\"},\"text\":[\"<p>a</p>\",\"b\"]}]}}"
    ),
    (
      "graph.json",
      "{\"directed\":true,\"multigraph\":true,\"graph\":{\"format\":\"dealgraph\",\"version\":1,"
        + "\"articles\":[]},\"nodes\":[{\"id\":\"a\",\"name\":\"A\",\"aliases\":[]}],\"edges\":["
        + "{\"key\":\"k\",\"source\":\"a\",\"target\":\"a\",\"kind\":\"loan\",\"amount\":{\"value\":1e12,"
        + "\"currency\":\"USD\",\"bound\":\"upTo\",\"scope\":\"own\"},\"date\":\"2025-09\","
        + "\"status\":\"agreed\",\"evidence\":[{\"article\":\"x\",\"start\":0,\"end\":9,\"text\":\"t\","
        + "\"payer\":[0,1]}]}]}"
    ),
    ("edges.csv", "source,target,kind,amount,currency,date\nA,B,loan,5e9,USD,2025\n'=A,B,,,,\n"),
    (
      "graph.graphml",
      "<graphml><key id=\"e_amount\" for=\"edge\" attr.name=\"amount\" attr.type=\"double\"/>"
        + "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"><data key=\"n\">B</data></node>"
        + "<edge id=\"1\" source=\"a\" target=\"b\"><data key=\"e_amount\">5</data></edge></graph></graphml>"
    ),
    (
      "robots.txt",
      "User-agent: *\nDisallow: /a*b$\nAllow: /\n\nuser-agent: dealgraph\nDisallow: *\n"
    ),
    (
      "own.txt",
      "Nvidia zahlt\n\nMonday 22 September 2025 — Nvidia will pay \u{201C}a lot\u{201D}.\n\u{C}\n12\n"
    ),
  ]

  /// Words that the readers look for.
  static let words: [[UInt8]] =
    [
      "<", ">", "</p>", "<p>", "<div>", "<div class=\"related\">", "<table><tr><td>", "<article>",
      "<script>", "<script type=application/ld+json>", "</script>", "<!--", "-->", "<![CDATA[",
      "]]>",
      "&", "&amp;", "&#0;", "&#x110000;", "&nbsp;", "<h1>", "<br>", "<a href=x>", "<title>",
      "<meta ",
      "charset=gbk", "charset=utf-16", "<?xml version=\"1.0\"?>",
      "<!DOCTYPE a [<!ENTITY b \"c\">]>",
      "{", "}", "[", "]", "\"", "\\", "\\u0000", "\\ud800", "\\udc00", ",", ":", "null", "1e308",
      "-",
      "\n", "\r\n", "\r\n\r\n", "\n\n", "\0", "\t", " ", ";", "\"\"", "\u{FEFF}", "\u{FFFD}",
      "\u{2028}",
      "WARC/1.0\r\n", "Content-Length: ", "WARC-Type: response\r\n", "HTTP/1.1 200 OK\r\n",
      "0\r\n\r\n",
      "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n", "--b", "--b--", "=?utf-8?B?", "?=",
      "=\r\n",
      "=", "=3D", "Content-Type: multipart/mixed; boundary=b\r\n", "<DOCUMENT>", "</DOCUMENT>",
      "<TEXT>",
      "</TEXT>", "<TYPE>8-K\n", "<item>", "</item>", "<entry>", "<content type=\"xhtml\">",
      "<link href=x>",
      "<node id=\"a\"/>", "<data key=\"n\">", "source,target\n", "*", "$", "/", "Disallow: ", "英伟达",
      "。",
      "articleBody\":\"", "2025-09-22", "Mon, 22 Sep 2025", "PK\u{3}\u{4}", "ustar", "\u{1F}",
      "\u{C}",
    ].map { Array($0.utf8) } + [
      [0xFF], [0x80], [0xC3], [0xE4, 0xB8], [0xF0, 0x9F], [0x1F, 0x8B, 8],
    ]
}
