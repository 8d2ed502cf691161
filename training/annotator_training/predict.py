"""
`python -m annotator_training.predict MODELS < texts.jsonl > predictions.jsonl`: what the model alone says, in the scorer's form.

Reads lines {"id","text"}; writes entities and claims with UTF-16 offsets. The product puts the first tier beside it.
"""
from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from .decode import Scores, claims, log_softmax, mentions, spans
from .export import session
from .passage import Span
from .pieces import MAX_PIECES, Encoder


class Predictor:
    def __init__(self, models: Path) -> None:
        self.encoder = Encoder(str(models / 'tokenizer.json'))
        self.session = session(models / 'news.onnx')
        self.labels = json.loads((models / 'labels.json').read_text(encoding='utf-8'))
        self.distance = np.array(self.labels['roleDistance'])

    def scores(self, text: str) -> Scores:
        pieces = self.encoder.encode(text)
        out = [o[0][pieces.first] for o in self.session.run(None, {'pieces': pieces.ids[None], 'shapes': pieces.shapes[None]})]
        return Scores(pieces, log_softmax(out[0] / self.labels['entityTemperature']), log_softmax(out[1] / self.labels['cueTemperature']), out[2], out[3])

    def predict(self, text: str) -> dict:
        places = _utf16(text)
        entities, found = [], []
        def place(span: Span, offset: int) -> list[int]:
            return [places[span[0] + offset], places[span[1] + offset]]
        for start, end in self._runs(text):
            scores = self.scores(text[start:end])
            words = scores.pieces.words
            for first, after, kind, confidence in mentions(scores):
                s, e = place((words[first][0], words[after - 1][1]), start)
                entities.append({'start': s, 'end': e, 'type': kind, 'confidence': round(confidence, 3)})
            for claim in claims(scores, self.distance):
                found.append({
                    'source': [place(s, start) for s in spans(scores.pieces, claim.source)],
                    'cue': [place(s, start) for s in spans(scores.pieces, [claim.cue])],
                    'content': [place(s, start) for s in spans(scores.pieces, claim.content)],
                })
        return {'entities': entities, 'claims': [c for c in found if c['content']]}

    def _runs(self, text: str) -> Iterator[Span]:
        """Paragraphs, long ones cut after sentences."""
        for paragraph in re.finditer(r'[^\n\r]+', text):
            start, end = paragraph.span()
            if not paragraph[0].strip():
                continue
            if len(self.encoder.tokenizer.encode(paragraph[0], add_special_tokens=False).ids) <= MAX_PIECES - 2:
                yield start, end
                continue
            at = start
            for sentence in re.finditer(r'.+?(?:[.!?]["”’]?(?=\s)|$)', paragraph[0], re.S):
                stop = start + sentence.end()
                if len(self.encoder.tokenizer.encode(text[at:stop], add_special_tokens=False).ids) > MAX_PIECES - 2 and start + sentence.start() > at:
                    yield at, start + sentence.start()
                    at = start + sentence.start()
            yield at, end


def _utf16(text: str) -> list[int]:
    places, at = [], 0
    for char in text:
        places.append(at)
        at += 2 if ord(char) > 0xFFFF else 1
    return [*places, at]


def main() -> None:
    predictor = Predictor(Path(sys.argv[1]))
    for line in sys.stdin:
        article = json.loads(line)
        print(json.dumps({'id': article['id'], **predictor.predict(article['text'])}))


if __name__ == '__main__':
    main()
