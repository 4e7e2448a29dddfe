"""Lets a teacher tag the training articles: TRAIN.jsonl (PolNeAR's articles) to TAGS.jsonl.

    python3 -m venv target/teacher
    target/teacher/bin/pip install -r crates/train/teacher/requirements.txt
    target/teacher/bin/python crates/train/teacher/tag.py MODEL_FOLDER TRAIN.jsonl TAGS.jsonl

MODEL_FOLDER is spaCy's en_core_web_sm 3.8.0 (MIT licence). It cuts the text into tokens of its own: their places in code
points, their tags, whether they open a subordinate clause, and their dictionary forms are taken.
"""
import json
import sys

import spacy


def main(model, articles, out):
    nlp = spacy.load(model, exclude=["ner"])
    with open(articles, encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines if line.strip()]
    docs = nlp.pipe((article["text"] for article in read), batch_size=16)
    with open(out, "w", encoding="utf-8") as lines:
        for article, doc in zip(read, docs):
            tokens = [token for token in doc if not token.is_space]
            tagged = {
                "id": article["id"],
                "starts": [token.idx for token in tokens],
                "ends": [token.idx + len(token) for token in tokens],
                "tags": [token.tag_ for token in tokens],
                "marks": [token.dep_ == "mark" for token in tokens],
                "lemmas": [token.lemma_ for token in tokens],
            }
            lines.write(json.dumps(tagged) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
