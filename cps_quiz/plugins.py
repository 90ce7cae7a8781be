"""How a folder of plug-ins finds its members."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


def names(package: ModuleType) -> tuple[str, ...]:
    """Module names of the plug-ins in `package`, sorted; a leading underscore marks a helper."""
    found = (module.name for module in iter_modules(package.__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def members(package: ModuleType, constant: str, kind: type[T]) -> dict[str, T]:
    """Map each plug-in's module name to the `constant` that it exports; a folder without one holds helpers.

    Raises TypeError when a module has no such constant of that `kind`: a bug in the plug-in.
    """
    found: dict[str, T] = {}
    for name in names(package):
        module = import_module(f"{package.__name__}.{name}")
        value = getattr(module, constant, None)
        if value is None and hasattr(module, "__path__"):
            continue
        if not isinstance(value, kind):
            message = f"{package.__name__}.{name} exports no {constant} of type {kind.__name__}"
            raise TypeError(message)
        found[name] = value
    return found
