#!/usr/bin/env python3
"""
Makes the environment in training/.venv on its first run, then runs the pipeline:

    python3 training/run.py train                        all steps, from ../shared/data/train to models/
    python3 training/run.py fine-tune --own FILES …      a newsroom's own codebook on top of the shipped model
    python3 training/run.py ablate                       what each ingredient brings, by short stages from the finished training
    python3 training/run.py test                         the pipeline's own tests

Needs Python 3.11 or later with venv. PyPI's torch brings its CUDA parts along: 4 GB, some minutes, once.
"""
from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / '.venv'
PYTHON = VENV / ('Scripts' if os.name == 'nt' else 'bin') / 'python'


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        print(f'Python 3.11 or later is needed; this is {sys.version.split()[0]}.', file=sys.stderr)
        return 2
    ensure_environment()
    if arguments[:1] == ['test']:
        command = [str(PYTHON), '-m', 'pytest', '-q', str(HERE / 'tests'), *arguments[1:]]
    elif arguments[:1] == ['ablate']:
        command = [str(PYTHON), '-m', 'annotator_training.ablation', *arguments[1:]]
    else:
        command = [str(PYTHON), '-m', 'annotator_training', *arguments]
    return subprocess.run(command, cwd=HERE, env={**os.environ, 'PYTHONPATH': str(HERE)}, check=False).returncode


def ensure_environment() -> None:
    """Installs exactly what requirements.txt pins; again only when it has changed."""
    pins = HERE / 'requirements.txt'
    stamp = VENV / 'installed.sha256'
    wanted = hashlib.sha256(pins.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding='ascii') == wanted:
        return
    print('Installing the training environment (training/.venv, about 4 GB, once) …', flush=True)
    subprocess.run([sys.executable, '-m', 'venv', str(VENV)], check=True)
    subprocess.run([str(PYTHON), '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', str(pins)], check=True)
    stamp.write_text(wanted, encoding='ascii')


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
