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
