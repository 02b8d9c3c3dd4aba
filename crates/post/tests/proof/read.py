"""Reads letters with Python's email package and verifies their signatures with dkimpy: neither knows how they were written.

Usage: read.py FOLDER, with letters as N.eml, what they should say as N.json, and the DNS as records.json.
"""

import json
import pathlib
import sys
from email import policy
from email.parser import BytesParser

import dkim

folder = pathlib.Path(sys.argv[1])
records = json.loads((folder / "records.json").read_text())
SIGNATURES = 2


def lookup(name, timeout=5):
    return records.get(name.decode().rstrip("."), "").encode()


def verifies(octets, index):
    try:
        return dkim.DKIM(octets).verify(idx=index, dnsfunc=lookup)
    except dkim.DKIMException:
        return False


def plain(text):
    return text.replace("\r\n", "\n").rstrip("\n")


def check(path):
    octets = path.read_bytes()
    expected = json.loads(path.with_suffix(".json").read_text())
    lines = octets.split(b"\r\n")
    assert all(len(line) <= 998 for line in lines), "a line is too long"
    assert not any(b"\n" in line or b"\r" in line for line in lines), "a line end is no CRLF"
    message = BytesParser(policy=policy.default).parsebytes(octets)
    parts = list(message.walk())
    assert not any(part.defects for part in parts), [part.defects for part in parts]
    assert message["Subject"] == expected["subject"], message["Subject"]
    to = message["To"].addresses
    assert [address.addr_spec for address in to] == [expected["to"]], to
    assert len(message.get_all("From")) == len(message["From"].addresses) == 1
    assert message["Content-Language"] == expected["language"]
    assert not message["Bcc"] and not message["Cc"]
    for kind in ("plain", "html"):
        found = message.get_body(preferencelist=(kind,)).get_content()
        assert plain(found) == plain(expected[kind]), f"{kind} reads differently"
    for attachment in message.iter_attachments():
        assert attachment.get_filename() == expected["file_name"], attachment.get_filename()
        assert attachment.get_content() == expected["file"].encode()
    assert len(message.get_all("DKIM-Signature")) == SIGNATURES
    for index in range(SIGNATURES):
        assert verifies(octets, index), f"signature {index} does not verify"
    return octets


letters = sorted(folder.glob("*.eml"))
for path in letters:
    try:
        last = check(path)
    except Exception as error:
        sys.exit(f"{path.name}: {type(error).__name__}: {error}")

for forged in (last.replace(b"\r\nSubject: ", b"\r\nSubject: Re: "), last + b"one more line\r\n"):
    assert not any(verifies(forged, index) for index in range(SIGNATURES)), "a forged letter verifies"
print(len(letters))
