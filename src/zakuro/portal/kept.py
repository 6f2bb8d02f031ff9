"""What pages compute again and again, kept as long as nothing is entered."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from zakuro.flow.keeping.books import Books

MOST = 256
T = TypeVar("T")

_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()


def kept(books: Books, name: Hashable, make: Callable[[], T]) -> T:
    """Give what ``make`` gives, made once for each state of the books."""
    head = books.journal.head()
    key = (books.journal.books, head.root, name)
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            found: T = _kept[key]
            return found
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made
