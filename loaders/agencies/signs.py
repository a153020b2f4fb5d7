"""Where bodies may begin in a text: those known, the heads of others, groups, places and posts."""

from __future__ import annotations

from functools import cached_property

from loaders.agencies import bodies, groups, homes, known, places
from loaders.agencies.homes import Homes
from loaders.officials import posts
from loaders.words.flat import Flat, Stretches

_WITHIN_NAMES = frozenset(("government", "national-assembly"))  # "Ban Cơ yếu Chính phủ" is no second body


class Signs:
    """What of one flat text shows bodies."""

    def __init__(self, flat: Flat) -> None:
        self.flat = flat
        spots, self.levels = places.find(flat)
        self.spots = {spot.start: spot for spot in spots}
        self.homes = Homes(flat, self.spots)
        listed = list(known.find(flat))
        self.groups = groups.outside(flat, groups.find(flat), ((body.start, body.end) for body in listed))
        taken = Stretches((group.start, group.end) for group in self.groups)
        self.known = [body for body in listed if not taken.holds(body.start)]
        named = Stretches((body.start, body.end) for body in self.known)
        self.heads = [
            head
            for head in bodies.heads(flat)
            if not taken.holds(head.start)
            and not named.holds(head.start)
            and not known.in_number(flat, head.start, head.end)
        ]

    @cached_property
    def unnamed(self) -> str | None:
        """The level of the province that the text speaks of and never names."""
        return self.homes.unnamed(body.end for body in self.known if homes.governs(body.name))

    @cached_property
    def roles(self) -> frozenset[int]:
        """Where posts begin."""
        return frozenset(role.start for role in self._posts)

    @cached_property
    def role_ends(self) -> frozenset[int]:
        """Where posts end."""
        return frozenset(role.end for role in self._posts)

    @cached_property
    def _posts(self) -> list[posts.Role]:
        """The roles that are posts by themselves."""
        return [role for role in self.all_roles if not role.general]

    @cached_property
    def all_roles(self) -> list[posts.Role]:
        """Every role in the text."""
        return posts.roles(self.flat)

    @cached_property
    def firms(self) -> frozenset[int]:
        """Where known firms and international bodies begin."""
        return frozenset(body.start for body in self.known if body.type in ("enterprise", "international"))

    @cached_property
    def starts(self) -> frozenset[int]:
        """Where a body, a group or a post begins that no other name goes over."""
        begins = {body.start for body in self.known if body.type not in _WITHIN_NAMES}
        begins |= {head.start for head in self.heads if self.flat.text[head.start].isupper()}
        begins |= {group.start for group in self.groups}
        begins |= self.roles
        return frozenset(begins)
