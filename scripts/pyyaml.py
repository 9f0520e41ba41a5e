#!/usr/bin/env python3
"""An independent reader of cards, PyYAML as the Hub's own Python client uses it: for its speed, and for what it reads.

  pyyaml.py speed FILE OUT               front matters a CPU second of PyYAML's C loader alone, and cards a CPU second from FILE (cards,
                                         each after its length) to OUT (each card's front matter as a line of JSON)
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


MOST_SECONDS = 20


def cards_of(source):
    """The cards of a file that holds each after its length."""
    while header := source.read(4):
        yield source.read(struct.unpack(">I", header)[0])


def load(text, yaml):
    """What yaml.load gives, or None where it refuses."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError):
        return None


def speed(path, out):
    import yaml

    with open(path, "rb") as source:
        texts = [text for card in cards_of(source) if (text := yaml_of(card.decode("utf-8", "replace"))) is not None]
    start = time.process_time()
    read = 0
    for text in texts:
        load(text, yaml)
        read += 1
        if time.process_time() - start > MOST_SECONDS:
            break
    seconds = time.process_time() - start
    print(f"PyYAML, front matter alone: {read} in {seconds:.2f} CPU s = {read / seconds:.0f} a second a core")

    start = time.process_time()
    read = 0
    with open(path, "rb") as source, open(out, "w", encoding="utf-8") as sink:
        for card in cards_of(source):
            read += 1
            text = yaml_of(card.decode("utf-8", "replace"))
            sink.write(json.dumps(None if text is None else load(text, yaml), default=str, skipkeys=True))
            sink.write("\n")
            if time.process_time() - start > MOST_SECONDS:
                break
    seconds = time.process_time() - start
    print(f"PyYAML, from file to file: {read} cards in {seconds:.2f} CPU s = {read / seconds:.0f} cards/s a core")


FIELDS = {
    "base_model": "base_models",
    "license": "licenses",
    "language": "languages",
    "datasets": "datasets",
    "tags": "tags",
    "library_name": "library_name",
    "pipeline_tag": "pipeline_tag",
    "base_model_relation": "base_model_relation",
}


def scalar_text(node):
    return node.value if node.tag != "tag:yaml.org,2002:null" else None


def words(node, yaml):
    """The single values of a node as their author wrote them, in order; None for what is no list of single values."""
    if node is None:
        return []
    if isinstance(node, yaml.ScalarNode):
        return [] if scalar_text(node) is None else [node.value]
    if isinstance(node, yaml.SequenceNode):
        found = []
        for item in node.value:
            if not isinstance(item, yaml.ScalarNode):
                return None
            if scalar_text(item) is not None:
                found.append(item.value)
        return found
    return None


def typed(node, yaml, loader):
    """The same after PyYAML's YAML 1.1 typing, as text."""
    value = loader.construct_object(node, deep=True)
    value = value if isinstance(value, list) else [value]
    return [str(item) for item in value if item is not None]


def unhashable(node, yaml):
    """Refuses keys that are maps or lists, as safe_load does."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "found unhashable key")
            unhashable(value, yaml)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            unhashable(item, yaml)


def read(text, yaml):
    """Top-level nodes by key, the last of a key that stands twice, merge keys resolved; or an exception."""
    loader = yaml.CSafeLoader(text)
    try:
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            return None, None
        loader.flatten_mapping(node)
        unhashable(node, yaml)
        return {key.value: value for key, value in node.value}, loader
    finally:
        loader.dispose()


def explain(field, mine, node, theirs, yaml, loader):
    """The rule that turns PyYAML's reading into ours, or None: each is explained in docs/cards.md."""
    strip = lambda items: [item.strip() for item in items if item.strip()]
    lower = (lambda items: [item.lower() for item in items]) if field == "license" else (lambda items: items)
    if mine is None:
        return "nested" if theirs else None
    if theirs == strip(lower(mine)):
        return "blanks-or-case"
    cut = [part for item in mine for part in re.split("[,;\n]", item)]
    if isinstance(node, yaml.ScalarNode) and theirs == strip(lower(cut)):
        return "comma-list"
    if field in ("library_name", "pipeline_tag", "base_model_relation") and theirs == mine[:1]:
        return "first-of-several"
    return None


def compare(cards, table):
    import yaml

    ours = {}
    with open(table, encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            ours[row["model_id"]] = row
    same = {field: 0 for field in FIELDS}
    explained = {}
    differences = []
    rows = statuses = 0
    yaml_1_1 = {}
    with gzip.open(cards, "rt", encoding="utf-8") as lines:
        for line in lines:
            card = json.loads(line)
            row = ours.get(card["id"])
            if row is None:
                differences.append((card["id"], "row", "no row", ""))
                continue
            rows += 1
            text = yaml_of(card["readme"]) if "readme" in card else None
            if text is None:
                if "readme" in card and row["parse_status"] == "ok":
                    differences.append((card["id"], "status", "no front matter", "ok"))
                continue
            try:
                nodes, loader = read(text, yaml)
                refused = None
            except (yaml.YAMLError, ValueError) as fault:
                nodes, loader, refused = None, None, str(fault).replace("\n", " ")
            if (nodes is not None) != (row["parse_status"] == "ok"):
                differences.append((card["id"], "status", refused or "read", row["parse_status"]))
                continue
            statuses += 1
            if nodes is None:
                continue
            for field, column in FIELDS.items():
                theirs = row[column] if isinstance(row[column], list) else [row[column]] if row[column] is not None else []
                node = nodes.get(field)
                mine = words(node, yaml)
                if node is not None and mine:
                    plain = typed(node, yaml, loader)
                    if plain != mine and theirs == mine:
                        yaml_1_1[field] = yaml_1_1.get(field, 0) + 1
                if node is None and theirs and row["misspelt_keys"]:
                    rule = "misspelt-key"
                elif mine == theirs:
                    same[field] += 1
                    continue
                else:
                    rule = explain(field, mine, node, theirs, yaml, loader)
                if rule is None:
                    differences.append((card["id"], field, mine, theirs))
                else:
                    explained[(field, rule)] = explained.get((field, rule), 0) + 1
    print(f"{rows} cards with a row, {statuses} of one status, {len(differences)} unexplained differences")
    for field, count in same.items():
        rules = ", ".join(f"{rule} {n}" for (f, rule), n in sorted(explained.items()) if f == field)
        print(f"  {field}: {count} equal{'; ' + rules if rules else ''}; typed otherwise by YAML 1.1: {yaml_1_1.get(field, 0)}")
    for difference in differences[:50]:
        print("  DIFFERENT", *difference, sep="\t")
    return 1 if differences else 0


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "speed":
        speed(sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 4 and sys.argv[1] == "compare":
        sys.exit(compare(sys.argv[2], sys.argv[3]))
    else:
        sys.exit(__doc__)
