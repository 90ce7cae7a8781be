"""Imports packages with the official Anki, in a process of its own: python anki_judge.py PACKAGE... prints JSON."""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

KINDS = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck", "empty_first_field")


def main() -> None:
    with TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder, "collection.anki2")))
        logs = []
        for package in sys.argv[1:]:
            request = ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
            log = collection.import_anki_package(request).log
            logs.append({kind: len(getattr(log, kind)) for kind in KINDS if len(getattr(log, kind))})
        card = collection.get_card(collection.find_cards("")[0])
        sound = collection.fix_integrity()[1]
        told = {"logs": logs, "front": card.question(), "back": card.answer(), "sound": sound}
        told["cards"] = len(collection.find_cards(""))
        collection.close()
    print(json.dumps(told))


if __name__ == "__main__":
    main()
