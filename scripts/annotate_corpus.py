"""The proofs of scripts/annotate-corpus: paths of contracts come in, a table goes out."""

import functools
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
from lxml import etree

PROGRAM, WORK = sys.argv[1], Path(sys.argv[2])
ENVIRONMENT = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600"}
AUTHOR = "fineprint"
# Of both check and annotate, such as `--side both --stage draft`, which say more.
OPTIONS = os.environ.get("FINEPRINT_OPTIONS", "").split()


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments, *OPTIONS], capture_output=True, text=True, env=ENVIRONMENT)


@functools.cache
def document(path, *arguments):
    return json.loads(run("check", "--format", "json", *arguments, path).stdout)["documents"][0]


@functools.cache
def findings(path, *arguments):
    """What a check reports, as others may compare it."""
    checked = document(path, *arguments)
    listed = [f for f in checked["findings"] if f["status"] == "reported"]
    return [(f["rule"], f["severity"], f["fingerprint"], f["clause"]["address"],
             tuple((l["start"], l["end"], l["text"]) for l in f["labels"])) for f in listed]


def local(node):
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def attribute(node, name):
    return next((v for k, v in node.attrib.items() if etree.QName(k).localname == name), None)


def ranges(xml, suggested):
    """The words each comment stands on; with proposals, as they were before."""
    gone = {"del", "moveFrom"}
    said, open_ids, texts = {}, [], {"t": None, "tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}

    def inside(node, names):
        return any(local(a) in names and not (suggested and attribute(a, "author") == AUTHOR)
                   for a in node.iterancestors())

    def proposed(node):
        return any(local(a) == "ins" and attribute(a, "author") == AUTHOR for a in node.iterancestors())

    for node in etree.fromstring(xml).iter():
        name = local(node)
        if name == "commentRangeStart":
            open_ids.append(attribute(node, "id"))
            said[attribute(node, "id")] = ""
        elif name == "commentRangeEnd" and attribute(node, "id") in open_ids:
            open_ids.remove(attribute(node, "id"))
        elif (name in texts or name == "delText") and not inside(node, gone) and not proposed(node):
            for id in open_ids:
                said[id] += (node.text or "") if name in ("t", "delText") else texts[name]
    return said


def squeezed(text):
    return re.sub(r"\s+", "", text)


def is_subsequence(old, new):
    bytes_of_new = iter(new)
    return all(byte in bytes_of_new for byte in old)


def members(path):
    with zipfile.ZipFile(path) as file:
        return [(i.filename, i.compress_type, i.CRC, file.read(i)) for i in file.infolist()]


def main_part(path):
    package = docx.opc.package.OpcPackage.open(path)
    return str(package.main_document_part.partname).lstrip("/")


def prove(path, number, suggest):
    out = WORK / f"{number}{'-s' if suggest else ''}.docx"
    done = run("annotate", path, "-o", str(out), *(["--suggest"] if suggest else []),
               "--break-signature")
    if done.returncode:
        return None, done.stderr.strip().splitlines()[-1:], out
    comments, found, proposals, beside = (
        int((re.search(pattern, done.stdout) or [0, 0])[1])
        for pattern in (r": (\d+) comments?", r"on (\d+) finding", r"(\d+) proposals?", r"(\d+) comments? beside")
    )
    wrong = []
    before, after = members(path), members(out)
    main = main_part(path)
    may_change = {main.lower(), "[content_types].xml"}
    may_change |= {n.lower() for n, *_ in before if re.search(r"(^|/)_rels/[^/]*\.rels$", n) or "comments" in n}
    if [m[0] for m in before] != [m[0] for m in after][: len(before)]:
        wrong.append("order of parts")
    for old, new in zip(before, after):
        if old[0].lower() not in may_change and old != new:
            wrong.append(f"part {old[0]}")
        if old[0].lower() in may_change and not is_subsequence(old[3], new[3]):
            wrong.append(f"{old[0]} lost something")
    xml = next(m[3] for m in after if m[0].lower() == main.lower())
    if comments:
        own = [c for c in docx.Document(out).comments if c.author == AUTHOR]
        if len(own) != comments:
            wrong.append(f"python-docx sees {len(own)} comments of {comments}")
        said = ranges(xml, suggest)
        labels = {}
        for f in document(path)["findings"]:
            if f["status"] == "reported":
                labels.setdefault(f["rule"], []).append(squeezed(f["labels"][0]["text"]))
        astray = 0
        for comment in own:
            rule = comment.text.strip().splitlines()[-1]
            words = squeezed(said.get(str(comment.comment_id), ""))
            # An automatic number is no text of the file.
            astray += not any(words == label or words and label.endswith(words) for label in labels.get(rule, []))
        if astray > beside:
            wrong.append(f"{astray} comments not on their words, {beside} said")
    reading = ["--as-original"] if suggest else []
    def without_pending(all):
        return [f for f in all if f[0] != "structure/pending-changes"] if suggest else all
    old, new = (without_pending(findings(p, *reading)) for p in (path, str(out)))
    if old != new:
        wrong.append(f"a check says otherwise ({len(old)} and {len(new)} findings)")
    left = len(findings(str(out))) if suggest else 0
    return (comments, found, proposals, beside, left), wrong, out


paths = [line.rstrip("\n") for line in sys.stdin]
results, opened = [], []
for number, path in enumerate(paths):
    for suggest in (False, True):
        try:
            counts, wrong, out = prove(path, number, suggest)
        except Exception as error:  # whatever a library says of a file is a result
            counts, wrong, out = (0, 0, 0, 0, 0), [f"{type(error).__name__}: {error}"], None
        results.append((path, suggest, counts, wrong, out))
        if counts and counts[0] and out:
            opened.append(out)

flat = WORK / "flat"
for start in range(0, len(opened), 20):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{WORK}/profile", "--headless", "--convert-to", "fodt",
         "--outdir", str(flat), *map(str, opened[start : start + 20])],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def in_office(out):
    file = flat / (out.stem + ".fodt")
    if not file.exists():
        return None
    text = file.read_text(encoding="utf-8")
    # A comment in a box that LibreOffice draws twice is listed twice.
    return len(re.findall(rf"<office:annotation [^>]*>\s*(?:<[^>]*>\s*)*?<dc:creator>{AUTHOR}<", text))


total = {False: [0] * 6, True: [0] * 6}
failed = refused = 0
for path, suggest, counts, wrong, out in results:
    name = os.path.relpath(path)
    if counts is None:
        refused += not suggest
        if not suggest:
            print(f"not annotated  {name}: {''.join(wrong)}", flush=True)
        continue
    seen = in_office(out) if counts[0] and out else 0
    if counts[0] and seen != counts[0]:
        wrong.append(f"LibreOffice sees {seen} comments of {counts[0]}")
    for at, n in enumerate(counts[:5]):
        total[suggest][at] += n
    total[suggest][5] += 1
    failed += bool(wrong)
    state = "; ".join(wrong) or "ok"
    more = f" {counts[2]:3} proposals, {counts[4]:3} findings left" if suggest else ""
    print(f"{counts[0]:4} comments on {counts[1]:4} findings{more}  {name}: {state}")
for suggest, (comments, found, proposals, beside, left, files) in total.items():
    title = "with proposals" if suggest else "comments alone"
    more = f", {proposals} proposals; accepted, {left} findings are left" if suggest else ""
    print(f"{title}: {files} files, {comments} comments on {found} findings, {beside} beside the words{more}")
print(f"{failed} failed, {refused} files not annotated")
sys.exit(bool(failed))
