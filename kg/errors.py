"""What can go wrong, in words that name the file, the place and the value, and say what to do."""


class KgError(Exception):
    """An error that the user can act on; its message is shown without a traceback. `exit_code` is the command's."""

    exit_code = 1


class SourceError(KgError):
    """A source that cannot be read: empty, binary, truncated, in no known encoding, missing, scanned."""


class UsageError(KgError):
    """A request that cannot be served as it was put: an unknown query, a bad parameter, an ambiguous id."""

    exit_code = 2


class StoreError(KgError):
    """A store that cannot be used: held by another process, damaged, not there, full."""

    exit_code = 3


class QueryError(UsageError):
    """A query that cannot be read, or that asks for what is not served (SERVICE, LOAD)."""


class LimitError(KgError):
    """Work that was stopped at a limit: its time, its memory, its size, or no free worker."""

    def __init__(self, message: str, limit: str = "time") -> None:
        super().__init__(message)
        self.limit = limit  # "time", "memory", "size" or "busy"
