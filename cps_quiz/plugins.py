"""How a folder of plug-ins finds its members."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def names(package: ModuleType) -> tuple[str, ...]:
    """Module names of the plug-ins in `package`, sorted; a folder or a leading underscore marks helpers."""
    found = (module.name for module in iter_modules(package.__path__) if not module.ispkg)
    return tuple(sorted(name for name in found if not name.startswith("_")))


def members(package: ModuleType, constant: str, kind: type[T]) -> dict[str, T]:
    """Map each plug-in's module name to the `constant` that it exports.

    Raises TypeError when a module has no such constant of that `kind`: a bug in the plug-in.
    """
    found: dict[str, T] = {}
    for name in names(package):
        value = getattr(import_module(f"{package.__name__}.{name}"), constant, None)
        if not isinstance(value, kind):
            message = f"{package.__name__}.{name} exports no {constant} of type {kind.__name__}"
            raise TypeError(message)
        found[name] = value
    return found
