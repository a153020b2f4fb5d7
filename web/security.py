"""The headers that keep a page to itself: no other host, no inline script, no framing."""

from __future__ import annotations

from flask import Response

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


# the style sheets that vis-network 10.1.5 writes into the page as it loads (the empty one is each before it is filled);
# a browser says in its console which are missing here after an update
_CANVAS_SHEETS = (
    "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "OutIf5hnp68ctx4ThtV5J02g5HTJ5bbu/hkNfqVXWWo=",
    "4cgFR0//m8/eHo2G/esYsuZetUHlzCUWYM59sfgE9zY=", "uepMTym1NwItBa/XV6ef6fQobLL0A0CNVDM5km5L+nQ=",
    "gGUn/VMBXCeWm86qX/pOf+4ZDSbe0JcaXXb4rJjw1mA=", "QuPewnJYr+SnQiTnCNHFBw99ExTsz9f8w5320PimEPw=",
    "IY7YKNHjbzQ1NfAKrBZvBZohgXMtxrqB9PaqhAaT3vg=", "QE7TOEDW7YIlMzvUUnm8boDWeNBN7PBbaaYJjnp34WI=",
)  # fmt: skip
# the editor and the canvas set widths and positions as style attributes; style sheets still come from here only
STYLED = {"style_src_elem": "'self'", "style_src_attr": "'unsafe-inline'"}

# that the editor's table of results writes for the grips of its columns
_EDITOR_SHEET = "zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk="
EDITOR = {**STYLED, "style_src_elem": f"'self' 'sha256-{_EDITOR_SHEET}'"}
CANVAS = {**STYLED, "style_src_elem": " ".join(["'self'", *(f"'sha256-{digest}'" for digest in _CANVAS_SHEETS)])}

# of the file that stands alone, which holds its script: nothing can be fetched, and it has no origin
STANDALONE = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; sandbox allow-scripts"
)


def policy(**changes: str) -> str:
    """The Content-Security-Policy, with changed directives (`img_src="'self'"`)."""
    changed = {name.replace("_", "-"): value for name, value in changes.items()}
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **changed}.items())


def secure(response: Response) -> Response:
    """Adds the headers that a response does not have yet."""
    headers = response.headers
    headers.setdefault("Content-Security-Policy", policy())
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("X-Frame-Options", "DENY")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
    return response
