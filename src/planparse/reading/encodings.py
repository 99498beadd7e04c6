"""Which encoding a Chinese text file is in: the one whose characters are the most plausible.

Whether decoding fails says little: Big5 bytes decode as GB18030 without an error, and a cut file fails in its own
encoding. So every candidate decodes a sample, and its characters are weighed: the commonest characters of written
Chinese and its punctuation count for a candidate, rare ideographs, kana, Greek, private and control characters against.
"""

from __future__ import annotations

import codecs
from collections import Counter
from functools import cache

from planparse.errors import ReadError
from planparse.reading.source import Note
from planparse.records import Record

__all__ = ["Decoded", "decode"]

SAMPLE_BYTES = 65536
# Below this mean weight per non-ASCII character a text is not Chinese in that encoding.
PLAUSIBLE = -0.5
# More replaced characters than this share, and the file is not a text in that encoding.
MAX_REPLACED = 0.02

# Byte order marks; the utf-32 mark begins with the utf-16 mark, so it comes first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The superset stands for its family: gb2312 and gbk files contain gb18030 characters, big5 files those of cp950.
SUPERSETS = {"gb2312": "gb18030", "gbk": "gb18030", "cp936": "gb18030", "big5": "cp950"}
SHOWN = {"cp950": "big5", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "utf-32-le": "utf-32", "utf-32-be": "utf-32"}

# The commonest characters of running Chinese and of official writing, simplified and traditional.
COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五"
    "果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先"
    "回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教"
    "速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究"
    "观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号"
    "率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病"
    "镇村乡街责牵落项目扶贫措施推促完善健康环境责任联系电话年底前以上加快服务企业项投万亿元亩户"
    "這為個國來時們對會發動過說產種後學經進著電裡現實體機當點從業應開還處間樣與關數義問變條沒結無軍員總設長頭資邊級圖統較將組見計別"
    "論運農幾區強決戰則據隊給門規熱領東導壓濟階術極聯認權證採轉單風帶場車務萬達積議聲報鬥類離華確張馬節話傳許廣記斷難礦備辦習響約歷"
    "構稱準號維劃選標寫親適屬調滿縣參紅細聽該鐵價嚴鎮鄉責牽項貧環險億畝戶醫療衛園鄰築綠護監審負輔財團網絡訊際並啟製舉"
)
PUNCTUATION = frozenset("，。、；：（）“”《》—〔〕？！…·－％０１２３４５６７８９「」『』①②③④⑤　")


class Decoded(Record):
    """The text of a file, the encoding it was in, and what could not be decoded."""

    __slots__ = ("encoding", "notes", "text")

    def __init__(self, text: str, encoding: str, notes: tuple[Note, ...] = ()) -> None:
        self.text = text
        self.encoding = encoding
        self.notes = notes


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data` without its byte order mark, in `encoding` or in the most plausible one.

    Raises ReadError for an encoding that does not exist, for data that is no text in it, and for binary data.
    """
    if encoding is not None:
        return _decoded(data, _codec(encoding), asked=True)
    for mark, marked in MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], marked)
    name = _recognised(data)
    if name is None:
        hint = "convert it to txt, docx or pdf first; if it is text, name its encoding with --encoding"
        raise ReadError("is binary, or text in an encoding that cannot be recognised", hint)
    return _decoded(data, name)


def _codec(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        b"text".decode(name, "ignore")
    except (LookupError, ValueError, UnicodeError):
        raise ReadError(
            f"cannot be read as {encoding!r}, which is no encoding of text", "use utf-8, gb18030, big5 or utf-16"
        ) from None
    return SUPERSETS.get(name, name)


def _decoded(data: bytes, name: str, *, asked: bool = False) -> Decoded:
    shown = SHOWN.get(name, name)
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), shown)
    except UnicodeError:
        text = data.decode(name, "replace").removeprefix("\ufeff")
    lost = text.count("\ufffd")
    if lost > 1 + MAX_REPLACED * len(text):
        hint = "leave --encoding out, or name another" if asked else "name its encoding with --encoding"
        raise ReadError(f"is not {shown}: {lost} characters cannot be decoded", hint)
    first = text.index("\ufffd")
    # Nothing but the last character lost: the file was cut in the middle of it.
    code = "truncated" if lost == 1 and first == len(text) - 1 else "undecodable-bytes"
    message = f"{lost} character(s) are no valid {shown} and stand as U+FFFD"
    return Decoded(text, shown, (Note(code, message, start=first, end=first + 1),))


def _recognised(data: bytes) -> str | None:
    """The codec in which `data` is the most plausible text, None where it is none in any."""
    sample = data[:SAMPLE_BYTES]
    is_clean = b"\0" not in sample
    # What writes the text of a pdf puts NUL for a sign of a formula that no character stands for.
    if (is_clean or not sample.isascii()) and _is_utf8(sample, cut=len(sample) < len(data)):
        return "utf-8" if _control_share(sample) < 0.02 else None
    even = sample[: len(sample) // 2 * 2]
    names = ("utf-8", "gb18030", "cp950") if is_clean else ()
    texts = [(name, sample.decode(name, "replace")) for name in names]
    texts += [(name, even.decode(name, "replace")) for name in ("utf-16-le", "utf-16-be")]
    weight, best = max((_plausibility(text), name) for name, text in texts)
    return best if weight > PLAUSIBLE else None


def _is_utf8(sample: bytes, *, cut: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, not cut)
    except UnicodeDecodeError:
        return False
    return True


def _control_share(sample: bytes) -> float:
    controls = bytes(set(range(32)) - set(b"\t\n\v\f\r")) + b"\x7f"
    return (len(sample) - len(sample.translate(None, controls))) / len(sample)


def _plausibility(text: str) -> float:
    """The mean weight of the characters of `text` that are not printable ASCII."""
    counts = Counter(text)
    total = weighed = 0.0
    for char, count in counts.items():
        weight = _weight(char)
        if weight:
            weighed += count
            total += count * weight
    return total / weighed if weighed else 0.0


@cache
def _weight(char: str) -> float:
    if char in COMMON or char in PUNCTUATION:
        return 2.0
    if " " <= char <= "~" or char in "\t\n\r\f\v":
        return 0.0
    if "\u4e00" <= char <= "\u9fff":
        return 0.5 if _is_everyday(char) else -1.0
    return -4.0 if char < "\xa0" or "\ud800" <= char <= "\uf8ff" or char >= "\ufff0" else -1.5


def _is_everyday(char: str) -> bool:
    """Whether a character stands in the first, everyday level of GB 2312 (to row 55) or of Big5 (to lead byte C6)."""
    simplified = char.encode("gb2312", "ignore")
    traditional = char.encode("big5", "ignore")
    return b"" < simplified < b"\xd8" or b"" < traditional < b"\xc7"
