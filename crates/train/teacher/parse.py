"""Lets a teacher parse the training articles: TOKENS.jsonl (from `readout-train tokens`) to PARSE.jsonl.

    python3 -m venv target/teacher
    target/teacher/bin/pip install -r crates/train/teacher/requirements.txt
    target/teacher/bin/python crates/train/teacher/parse.py MODEL_FOLDER TOKENS.jsonl PARSE.jsonl

MODEL_FOLDER is spaCy's en_core_web_md 3.8.0 (MIT licence). Only heads and relations are taken.
"""
import json
import sys

import spacy
from spacy.tokens import Doc

PLAIN = {"“": '"', "”": '"', "``": '"', "''": '"', "’": "'", "‘": "'"}


def plain(word):
    return PLAIN.get(word, word.replace("’", "'"))


def sentences(path, vocab):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            bounds = article["starts"] + [len(article["words"])]
            for start, end in zip(bounds, bounds[1:]):
                words = [plain(word) for word in article["words"][start:end]]
                first = [index == 0 for index in range(end - start)]
                yield Doc(vocab, words=words, sent_starts=first), (article["id"], start)


def main(model, tokens, out):
    nlp = spacy.load(model, exclude=["ner", "lemmatizer", "senter"])
    parses = {}
    for doc, (name, start) in nlp.pipe(sentences(tokens, nlp.vocab), as_tuples=True, batch_size=200):
        parse = parses.setdefault(name, {"id": name, "heads": [], "deps": []})
        parse["heads"] += [token.head.i + start for token in doc]
        parse["deps"] += [token.dep_ for token in doc]
    with open(out, "w", encoding="utf-8") as lines:
        for parse in parses.values():
            lines.write(json.dumps(parse) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
