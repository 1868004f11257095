#!/usr/bin/python3
"""headers.py finds a label that was changed, dropped, added or moved, a wrong title, unit line or number, and a new form."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCHEMAS = HERE.parents[1] / "schemas"

# name: file, what is replaced, by what, a part of the message
PLANTED = {
    "a changed label": ("shanxi/base-situation.yaml", "[运营情况, 上缴税金]", "[运营情况, 上缴税费]", "printed 上缴税金"),
    "a label that is not printed": ("shanxi/staff-list.yaml", "title: 职称", "title: 职称等级", "declared 职称等级"),
    "two labels in the wrong order": ("jiangsu/activity-list.yaml", "title: 主办单位", "title: 承办单位", "主办单位"),
    "a band of another name": ("heilongjiang/key-services.yaml", "name: 质量服务", "name: 质量提升服务", "declared 质量提升服务"),
    "a wrong title": ("qinghai/platform-operation.yaml", "title: 青海省中小企业公共服务示范平台运营情况汇总表", "title: 青海省示范平台运营情况汇总表", "title declared"),
    "a wrong unit line": ("qinghai/platform-operation.yaml", "unitLine: 万元、人、家、平方米", "unitLine: 元、人、家、平方米", "unit line printed"),
    "a wrong number": ("beijing/partner-list.yaml", "document: 附表1-2-3-1-6", "document: 附表1-2-3-1-5", "number declared"),
    "a small table's label": ("qinghai/platform-application.yaml", "title: 服务成本支出", "title: 服务支出", "declared 服务支出"),
    "a total's label": ("beijing/satisfaction-survey.yaml", "labels: [平均满意度]", "labels: [满意度平均]", "printed 平均满意度"),
    "a form that no line places": ("shanxi/staff-list.yaml", "id: staff-list", "id: staff-register", "does not say where it is printed"),
}


def run(schemas):
    result = subprocess.run([sys.executable, HERE / "headers.py", "--schemas", schemas], capture_output=True, text=True, encoding="utf-8")
    return result.returncode, result.stdout + result.stderr


def main():
    faults = 0
    for name, (file, old, new, message) in PLANTED.items():
        with tempfile.TemporaryDirectory() as folder:
            schemas = Path(folder) / "schemas"
            shutil.copytree(SCHEMAS, schemas)
            path = schemas / file
            text = path.read_text(encoding="utf-8")
            if old not in text:
                print(f"{name}: “{old}” is not in {file} any more")
                faults += 1
                continue
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
            code, said = run(schemas)
            if code != 1 or message not in said:
                print(f"{name}: not found, exit status {code}:\n{said}")
                faults += 1
    print(f"{len(PLANTED)} planted, {faults} not found")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
