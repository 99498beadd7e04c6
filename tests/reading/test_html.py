"""Web pages: the article stays whole, the site around it goes."""

from __future__ import annotations

import pytest

from planparse.errors import ReadError
from planparse.reading import read_bytes

ARTICLE = """
<p>&nbsp;&nbsp;　　为做好节水工作，结合我区实际，制定本方案。</p>
<p>　　一、目标任务</p>
<p>到2031年底，改造老旧管网<b>12</b>公里，新建水厂2座。</p>
<p><strong>二、保障措施</strong></p>
<p>（一）加强领导。区水务局牵头，<br>各街道配合。</p>
<p>责任人：沈一舟</p><p>责任科室：节水科</p><p>联系电话：0999-6660123</p>
<p align="right">白水区水务局</p><p align="right">2031年3月2日</p>
<p>附件：<a href="1.docx">1.任务分解表.docx</a></p>
"""
LINES = [
    "为做好节水工作，结合我区实际，制定本方案。",
    "一、目标任务",
    "到2031年底，改造老旧管网12公里，新建水厂2座。",
    "二、保障措施",
    "（一）加强领导。区水务局牵头，各街道配合。",
    "责任人：沈一舟",
    "责任科室：节水科",
    "联系电话：0999-6660123",
    "白水区水务局",
    "2031年3月2日",
    "附件：1.任务分解表.docx",
]
TITLE = "白水区节水工作方案"
NAVIGATION = (
    "<div class=top>" + "".join(f"<a href=/{n}>栏目{n}</a>" for n in range(9)) + "</div>"
    "<div class=path>您的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 正文</div>"
)
AROUND = (
    "<div>发布时间：2031-03-05 来源：区水务局 浏览次数：12</div>",
    "<div class='bdsharebuttonbox'>分享到：<a>微信</a></div><div>【打印】【关闭】</div><div>责任编辑：某某</div>",
    "<h4>相关阅读</h4><ul>" + "".join(f"<li><a>做好第{n}项工作，请落实。</a></li>" for n in range(8)) + "</ul>",
    "<div id=footer><p>主办：白水区政府</p><p>地址：白水路1号，电话：0999-6660000。</p><p>某ICP备00000000号</p></div>",
    "<div style='display:none'>百家乐，真人娱乐，欢迎光临。</div>",
)


def page(body: str, title: str = TITLE, head: str = "<meta charset=utf-8>") -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>{title}-白水区人民政府</title></head><body>{body}</body></html>"


AFTER = "".join(AROUND[1:])
PAGES = {
    "trs": f"{NAVIGATION}<h1>{TITLE}</h1>{AROUND[0]}<div class=TRS_Editor>{ARTICLE}</div>{AFTER}",
    "div title": f"{NAVIGATION}<div><div class=t>{TITLE}</div>{AROUND[0]}<div id=zoom>{ARTICLE}</div>{AFTER}</div>",
    "layout tables": (
        f"<table><tr><td>{NAVIGATION}</td></tr></table><table><tr><td><ul><li><a>机构</a></ul></td><td><h2>{TITLE}</h2>"
        f"<table><tr><td>{ARTICLE}</td></tr></table></td></tr></table><table><tr><td>{AROUND[3]}</td></tr></table>"
    ),
    "html5": f"<nav>栏目，栏目，栏目。</nav><article><h1>{TITLE}</h1>{ARTICLE}</article><footer>{AROUND[3]}</footer>",
    "named as furniture": f"{NAVIGATION}<div class='print share'><h1>{TITLE}</h1>{ARTICLE}</div>{AROUND[3]}",
}


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES)
def test_article_stays_whole(body: str) -> None:
    assert read_bytes(page(body).encode()).text.splitlines() == [TITLE, *LINES]


def test_lines_of_the_plan_that_look_like_lines_of_the_site() -> None:
    lines = [
        "为办好活动，制定本方案，请认真执行。",
        "一、组织单位",
        "主办单位：区文化局",
        "承办单位：区图书馆",
        "二、重点任务",
        "关闭小煤矿12座",
        "无障碍设施改造6处",
        "访问10户困难群众",
        "来源：区级财政",
        "返回岗位的人员登记，由区人社局负责。",
        "地址：白水路9号",
    ]
    body = "<div>" + "".join(f"<p>{line}</p>" for line in lines) + "</div>"
    assert read_bytes(page(body).encode()).text.splitlines() == lines
    assert read_bytes(page(body + AROUND[3]).encode()).text.splitlines() == lines


def test_lines_parted_by_breaks() -> None:
    body = f"{NAVIGATION}<div>一、目标<br><br>&nbsp;&nbsp;修渠3公里，<br>打井12眼。<br/>责任人：林静</div>{AROUND[3]}"
    assert read_bytes(page(body).encode()).text.splitlines() == ["一、目标", "修渠3公里，打井12眼。", "责任人：林静"]


def test_closing_block_outside_the_article() -> None:
    body = f"<div><div><p>{LINES[0] * 8}</p></div><div><p>联系人：林静</p></div></div>{AROUND[3]}"
    assert read_bytes(page(body).encode()).text.splitlines() == [LINES[0] * 8, "联系人：林静"]


def test_table_with_merged_cells_and_caption() -> None:
    table = (
        "<table><caption>任务分解表</caption><thead><tr><th rowspan=2>任务</th><th colspan=2>目标</th></tr>"
        "<tr><th>数量</th><th>单位</th></tr></thead><tbody><tr><td>修渠</td><td><p>3</p></td><td>公里<br>（新建）</td></tr>"
    )
    source = read_bytes(page(f"<p>{LINES[0]}</p>{table}</tbody></table>").encode())
    assert source.text.splitlines()[1:] == ["任务\t目标", "\t数量\t单位", "修渠\t3\t公里 （新建）"]
    (found,) = source.tables
    assert found.caption == "任务分解表"
    assert [(c.row, c.column, c.rows, c.columns) for c in found.cells[:4]] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_headings_lists_glosses_and_powers() -> None:
    body = (
        "<h2>一、目标</h2><p>完成<ruby>時<rp>(</rp><rt>shí</rt><rp>)</rp>間<rt>jiān</rt></ruby>：建設5000m<sup>2</sup>。</p>"
        "<ol><li>第一項任務。</li><li>第二項任務。</li></ol><ol type=a start=3><li>第三項任務。</li></ol>"
        "<ol><li>1.自有編號的任務。</li></ol>"
    )
    source = read_bytes(page(body).encode())
    assert source.text.splitlines() == [
        "一、目标",
        "完成時間：建設5000m²。",
        "1.第一項任務。",
        "2.第二項任務。",
        "c.第三項任務。",
        "1.自有編號的任務。",
    ]
    assert [block.style_level for block in source.blocks][:2] == [2, None]


@pytest.mark.parametrize(
    ("codec", "stated"),
    [("gb18030", "gb2312"), ("gb18030", ""), ("cp950", "big5"), ("utf-8", "gb2312"), ("utf-8", ""), ("utf-16", "")],
)
def test_charset_of_the_bytes(codec: str, stated: str) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={stated}">' if stated else ""
    script = "<script>" + "var a = 'b';" * 9000 + "</script>"
    text = page(f"{script}<p>到2031年底，修渠3公里，打井12眼。</p>", title="方案", head=head)
    assert read_bytes(text.encode(codec, "replace")).text.strip() == "到2031年底，修渠3公里，打井12眼。".encode(
        codec, "replace"
    ).decode(codec)


def test_saved_archive_gives_its_page() -> None:
    content = page(ARTICLE).encode("gb18030")
    archive = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n"
        b"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + content + b"\r\n--x--\r\n"
    )
    assert read_bytes(archive).text.splitlines() == LINES


def test_page_of_links_alone_is_shown_as_it_is() -> None:
    assert read_bytes(page("<a href=1>通知</a>").encode()).text == "通知\n"


def test_deep_nesting_and_endless_scripts_end() -> None:
    with pytest.raises(ReadError, match="html"):
        read_bytes(b"<html><body>" + b"<script>" * 50_000)
    deep = b"<html><body>" + b"<div>" * 20_000 + "到2031年底修渠3公里。".encode()
    with pytest.raises(ReadError, match="html page without words"):
        read_bytes(deep)
