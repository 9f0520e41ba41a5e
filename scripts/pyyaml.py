#!/usr/bin/env python3
"""An independent reader of cards, PyYAML as the Hub's own Python client uses it: for its speed, and for what it reads.

  pyyaml.py speed FILE                   cards a CPU second of PyYAML's C loader; FILE holds cards, each after its length
  pyyaml.py compare CARDS.jsonl.gz CARDS_TABLE.jsonl
                                         where it reads a card other than table cards does (one JSON object a row)
"""
import gzip
import json
import re
import struct
import sys
import time

# huggingface_hub's repocard.py, the same as the Hub's.
FRONT_MATTER = re.compile(r"^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))")


def yaml_of(card):
    """The text between a card's fences, or None."""
    match = FRONT_MATTER.search(card.lstrip("\ufeff"))
    return match.group(2) if match else None


def speed(path):
    import yaml

    start = time.process_time()
    cards = refused = 0
    with open(path, "rb") as source:
        while header := source.read(4):
            card = source.read(struct.unpack(">I", header)[0]).decode("utf-8", "replace")
            cards += 1
            text = yaml_of(card)
            if text is None:
                continue
            try:
                yaml.load(text, Loader=yaml.CSafeLoader)
            except (yaml.YAMLError, ValueError):
                refused += 1
            if time.process_time() - start > 30:
                break
    seconds = time.process_time() - start
    print(f"{cards} cards in {seconds:.2f} CPU s = {cards / seconds:.0f} cards/s a core, {refused} refused")


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "speed":
        speed(sys.argv[2])
    else:
        sys.exit(__doc__)
