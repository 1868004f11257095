"""When two readers say the same: all the equivalences that the comparison allows, in one place, each with its reason.

A cell is (type, value): n a number, d a date as its serial, s a text, b true or false, e an error, t a text out of a csv, which
tells no types.
"""

import math
import re
from dataclasses import dataclass
from datetime import datetime

TOLERANCE = 1e-14  # of the larger: two programs may round the last bit of one decimal differently
SECOND = 1 / 86400
EPOCHS_APART = 1462  # days between the date systems of 1900 and 1904
NOT_READ = "\ufffd"  # what a reader puts where it could not decode
SURROGATE = re.compile("[\ud800-\udfff]")
MARKS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789", "\u0336")
MARKED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉\u0336]")
LO_ERROR = re.compile(r"#[A-Z/0?!_]+|Err:\d+")
DATE_FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y")
TIME_FORM = re.compile(r"(-?)(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?(?: (AM|PM))?$")


def normal_text(text):
    """Line ends as one line feed: XML turns a raw carriage return into a line feed, other readers keep what is stored. Half of a
    pair of surrogates is no character: our output cannot hold it, and shows U+FFFD."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if not SURROGATE.search(text) else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def without_marks(ours, theirs):
    """Ours as readers have it that tell nothing of fonts: what is struck through, raised or lowered inside a text we mark."""
    return ours if MARKED.search(theirs) else ours.translate(MARKS)


def folded_text(text):
    """Runs of white space as one space: neither HTML nor the csv export tells how much of it was meant."""
    return " ".join(text.replace("\u00a0", " ").split())


def numbers_alike(a, b):
    return a == b or abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def is_number(cell):
    return cell[0] in "nd" and isinstance(cell[1], (int, float))


def cells_alike(a, b):
    """Equal cells of two readers that tell types. A date and a number are equal where their serials are: only some readers tell dates."""
    if is_number(a) and is_number(b):
        return numbers_alike(a[1], b[1])
    if a[0] != b[0]:
        return False
    return normal_text(a[1]) == normal_text(b[1]) if a[0] == "s" else a[1] == b[1]


def to_number(text):
    """*Errors*: None where `text` is no plain number or percentage."""
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return None


def time_serial(text):
    found = TIME_FORM.match(text)
    if not found:
        return None
    sign, hours, minutes, seconds, half = found.groups()
    hours = int(hours) % 12 + 12 * (half == "PM") if half else int(hours)
    serial = (hours * 3600 + int(minutes) * 60 + float(seconds or 0)) / 86400
    return -serial if sign else serial


def date_serial(text):
    """The serial (system of 1900) of a date, a time or both as the csv export writes them, or None."""
    day, _, clock = text.replace("T", " ", 1).partition(" ")
    for form in DATE_FORMS:
        try:
            days = (datetime.strptime(day, form) - datetime(1899, 12, 30)).days
        except ValueError:
            continue
        part = time_serial(clock) if clock else 0
        return None if part is None else days + part
    return time_serial(text)


def serials_alike(serial, written, is_whole_day):
    """The export writes whole seconds, no date system, no time of day where only a date is shown, and counts the days before
    March 1900 as they were, without the 29 February that Excel saw there."""
    serial = math.floor(serial) if is_whole_day else serial
    shifts = (0, 1, EPOCHS_APART, -EPOCHS_APART) if written <= 61 else (0, EPOCHS_APART, -EPOCHS_APART)
    return any(abs(serial + shift - written) < SECOND for shift in shifts)


def csv_agrees(cell, text):
    """True where the text that a csv export holds may stand for `cell`. A csv has no types and 15 digits, dates stand as text."""
    kind, value = cell
    if kind == "b":
        return text.upper() in (str(value).upper(), str(int(value)))
    if kind == "e":
        return bool(LO_ERROR.fullmatch(text))
    if kind == "s":
        return normal_text(value) == normal_text(text)
    if not is_number(cell):  # SheetJS makes NaN of some durations
        return False
    number = to_number(text)
    if number is None and text.upper() in ("TRUE", "FALSE"):
        number = float(text.upper() == "TRUE")
    if number is not None:
        return numbers_alike(value, number)
    written = date_serial(text)
    return written is not None and serials_alike(value, written, ":" not in text)


def html_alike(ours, theirs):
    """As cells_alike; and a web page shows text, of which one reader makes a number or a date and another does not."""
    if cells_alike(ours, theirs):
        return True
    if ours[0] == "s" and theirs[0] == "s":
        return folded_text(ours[1]) == folded_text(theirs[1])
    if is_number(ours) and theirs[0] == "s":
        return csv_agrees(ours, theirs[1].strip().replace(",", ""))
    if is_number(theirs) and ours[0] == "s":
        return csv_agrees(theirs, ours[1].strip().replace(",", ""))
    return False


def same_moment(ours, theirs, written, date1904):
    """True where a csv tells a date or a time, ours is that, and the other reader's serial differs for a reason of its own: SheetJS
    drops fractions of a second; days before March 1900 are counted in two ways, one apart; and SheetJS counts from 1900 in an
    ods file of 1904 too, where the file's own serial is asked for."""
    if not (is_number(ours) and is_number(theirs)) or to_number(written) is not None or not csv_agrees(ours, written):
        return False
    apart = abs(ours[1] - theirs[1])
    return (apart < SECOND or max(ours[1], theirs[1]) <= 61 and abs(apart - 1) < SECOND or
            date1904 and abs(theirs[1] - ours[1] - EPOCHS_APART) < SECOND)


@dataclass(frozen=True)
class Terms:
    """What the rules ask of the file that is compared."""
    kind: str
    date1904: bool = False


def readers_agree(a, b, terms):
    """True where the cells of two readers are the same cell; the second may come out of a csv. A page's white space is no matter;
    what a reader could not decode is no cell to agree on."""
    if a[0] == "s" and NOT_READ in normal_text(a[1]):
        return False
    if b[0] != "t":
        return cells_alike(a, b)
    return csv_agrees(a, b[1]) or terms.kind == "html" and a[0] == "s" and folded_text(a[1]) == folded_text(b[1])


def like_truth(ours, readers, terms):
    """True where our cell is the one on which `readers` agree: the first of them tells types."""
    truth = readers[0]
    if ours[0] == "s" and truth[0] == "s":
        ours = ("s", without_marks(ours[1], truth[1]))
    if terms.kind == "html":
        return html_alike(ours, truth)
    if cells_alike(ours, truth) or readers[-1][0] != "t":
        return cells_alike(ours, truth)
    # OpenDocument stores an error as a text with a mark beside it that SheetJS passes over.
    is_error = ours[0] == "e" and truth == ("s", ours[1])
    return is_error or same_moment(ours, truth, readers[-1][1], terms.date1904)


def like_one(ours, readers, terms):
    """True where readers differ and our cell, or its absence, is what one of them has."""
    if ours is None:
        return None in readers
    return any(cell and (cells_alike(ours, cell) or readers_agree(ours, cell, terms) or terms.kind == "html" and cell[0] != "t" and html_alike(ours, cell))
               for cell in readers)
