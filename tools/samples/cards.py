"""One clean and one faulty return of each card, below samples/forms/<pack>/<form>/: what the golden cases check. Every firm,
person and figure is invented."""

from .book import xlsx_bytes
from .card_sheet import draw
from .cards_beijing import beijing
from .cards_heilongjiang import heilongjiang
from .cards_jiangsu import jiangsu
from .cards_qinghai import qinghai
from .cards_shanxi import shanxi


def cards():
    return heilongjiang() + jiangsu() + shanxi() + beijing() + qinghai()


def write(root):
    """samples/forms, in place of what stood there for these forms."""
    for card in cards():
        for name, faults in (("clean", {}), ("faulty", card.faults)):
            target = root / "forms" / card.pack / card.form / name / card.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(xlsx_bytes([draw(card, faults)]))
