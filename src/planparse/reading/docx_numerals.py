"""How Word writes the number of a list item: the number formats of ECMA-376 part 1, 17.18.59 (ST_NumberFormat)."""

from __future__ import annotations

__all__ = ["written_number"]

DIGITS = "〇一二三四五六七八九"
FINANCIAL = "零壹贰叁肆伍陆柒捌玖"
FINANCIAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
FULL_STOP = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"
IN_BRACKETS = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
CIRCLED_CHINESE = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
BRACKETED_CHINESE = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

# Formats that have a sign of their own for each number, as far as the signs go.
SIGNS = {
    "decimalEnclosedCircle": CIRCLED,
    "decimalEnclosedCircleChinese": CIRCLED,
    "decimalEnclosedFullstop": FULL_STOP,
    "decimalEnclosedParen": IN_BRACKETS,
    "ideographEnclosedCircle": CIRCLED_CHINESE,
    "ideographParenthesized": BRACKETED_CHINESE,
    "ideographTraditional": STEMS,
    "ideographZodiac": BRANCHES,
}


def written_number(number: int, number_format: str) -> str:
    """The number as Word writes it in a format (`chineseCounting`, `upperRoman`); unknown formats are decimal."""
    signs = SIGNS.get(number_format)
    if signs:
        return signs[number - 1] if 1 <= number <= len(signs) else str(number)
    match number_format:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02d}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate(FULL_WIDTH)
        case "numberInDash":
            return f"- {number} -"
        case "upperRoman" | "lowerRoman":
            return _roman(number).upper() if number_format == "upperRoman" else _roman(number)
        case "upperLetter" | "lowerLetter":
            return _letters(number, "A" if number_format == "upperLetter" else "a")
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join(DIGITS[int(digit)] for digit in str(number))
        case "ideographZodiacTraditional":
            return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            traditional = number_format == "ideographLegalTraditional"
            return _chinese(number, FINANCIAL_TRADITIONAL if traditional else FINANCIAL, "拾佰仟")
        case "chineseCountingThousand" | "taiwaneseCountingThousand" | "japaneseCounting":
            return _chinese(number, DIGITS.replace("〇", "零"), "十百千")
        case "chineseCounting" | "taiwaneseCounting":
            # Counts with 十 up to 99 and writes larger numbers digit by digit.
            below_hundred = number < 100
            return _chinese(number, DIGITS, "十百千") if below_hundred else written_number(number, "ideographDigital")
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def _letters(number: int, first: str) -> str:
    # Word goes on from z with aa, bb, cc: the same letter again, not ab.
    repeats, letter = divmod(max(number, 1) - 1, 26)
    return chr(ord(first) + letter) * (repeats + 1)


def _chinese(number: int, digits: str, units: str) -> str:
    """A number below 10000 in Chinese; 一十 at the front is written 十 (not in financial figures)."""
    if not 0 < number < 10_000:
        return str(number) if number else digits[0]
    written = ""
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            written += digits[digit] + (units[place - 1] if place else "")
        elif written and not written.endswith(digits[0]) and number % 10**place:
            written += digits[0]
    return written[1:] if written.startswith("一十") else written
