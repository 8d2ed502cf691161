"""
`python -m annotator_training.calibration GOLD.jsonl PRED.jsonl`: whether confidences are what they say they are.

Prints the expected calibration error of the entities' confidences: over ten bins of confidence, the mean difference of the
mean confidence and the part that is right (span and type, without a leading "the" and a possessive), weighted by size.
"""
from __future__ import annotations

import json
import re
import sys

BINS = 10


def expected_error(answers: list[tuple[float, bool]]) -> float:
    """`answers`: confidence (0 to 1) and whether it was right."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right in answers:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return sum(abs(sum(c - r for c, r in held)) for held in bins) / max(len(answers), 1)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span of UTF-16 units without a leading "the" and a possessive, as the scorer compares them."""
    name = text.encode('utf-16-le')[2 * start:2 * end].decode('utf-16-le', 'replace')
    article = re.match(r'(the|The|THE)\s+', name)
    possessive = re.search(r"\s*(['’]s|['’])$", name)
    return start + (article.end() if article else 0), end - (len(possessive[0]) if possessive else 0)


def main() -> None:
    gold_file, predicted_file = sys.argv[1:3]
    with open(predicted_file, encoding='utf-8') as file:
        predicted = {article['id']: article for article in map(json.loads, file)}
    answers: list[tuple[float, bool]] = []
    with open(gold_file, encoding='utf-8') as file:
        for article in map(json.loads, file):
            def types(mark: dict) -> list[str]:
                return mark['type'] if isinstance(mark['type'], list) else mark['type'].split('|')

            gold = {(*trimmed(article['text'], m['start'], m['end']), kind) for m in article['entities'] for kind in types(m)}
            for entity in predicted.get(article['id'], {'entities': []})['entities']:
                answers.append((entity['confidence'], (*trimmed(article['text'], entity['start'], entity['end']), entity['type']) in gold))
    print(f'{len(answers)} entities, expected calibration error {expected_error(answers):.3f}')


if __name__ == '__main__':
    main()
