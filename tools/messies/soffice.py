"""Conversion through LibreOffice, many files a start: starting costs more than converting."""

import shutil
import subprocess
import tempfile
from pathlib import Path

FILTERS = {
    "lo-xlsx": ("xlsx", "xlsx:Calc MS Excel 2007 XML"), "lo-xls": ("xls", "xls:MS Excel 97"), "lo-ods": ("ods", "ods"),
    "lo-html": ("html", "html:HTML (StarCalc)"), "lo-csv": ("csv", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"),
}
BATCH = 100


def convert(originals, form_format, folder):
    """The bytes of each original after conversion, in order."""
    extension, filter_name = FILTERS[form_format]
    out = []
    with tempfile.TemporaryDirectory(dir=folder) as place:
        for start in range(0, len(originals), BATCH):
            work = Path(place) / str(start)
            (work / "in").mkdir(parents=True)
            names = []
            for index, data in enumerate(originals[start : start + BATCH]):
                names.append(f"{index:04d}")
                (work / "in" / f"{index:04d}.xlsx").write_bytes(data)
            command = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", filter_name, "--outdir",
                       str(work / "out"), *(str(work / "in" / f"{name}.xlsx") for name in names)]
            subprocess.run(command, check=True, capture_output=True, timeout=600)
            out += [(work / "out" / f"{name}.{extension}").read_bytes() for name in names]
            shutil.rmtree(work)
    return out
