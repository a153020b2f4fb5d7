"""The API's description, OpenAPI 3.1, made from the saved queries' headers."""

from __future__ import annotations

from typing import Any

from flask import request

from kg import queries
from kg.queries import Parameter
from kg.search import KINDS
from web.negotiation import RDF, RESULTS
from web.view import View

_TYPES = {"integer": "integer", "decimal": "number", "boolean": "boolean"}
_PROBLEM = {
    "description": "What is wrong, RFC 9457",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def document(view: View) -> dict[str, Any]:
    """The description of the API as it is served."""
    t = view.wording
    paths: dict[str, Any] = {
        "/api/search": {"get": _search()},
        "/api/queries": {"get": _plain("listQueries", "The saved queries with their parameters")},
        "/api/graph": {"get": _graph()},
        "/healthz": {"get": _plain("health", "Whether queries are answered")},
        "/sparql": {"get": _sparql()},
    }
    for query in queries.saved().values():
        paths[f"/api/queries/{query.name}"] = {
            "get": {
                "operationId": query.name,
                "summary": t.pick(query.summary) or query.name,
                "description": t.pick(query.description),
                "tags": list(query.tags),
                "parameters": [*map(_parameter, query.parameters), _format()],
                "responses": _responses(RESULTS),
            }
        }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": t("site.full"),
            "summary": t("site.sentence"),
            "version": str(view.site.release.number),
            "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": request.url_root.rstrip("/")}],
        "paths": paths,
        "components": {
            "schemas": {
                "Problem": {
                    "type": "object",
                    "required": ["title", "status", "detail"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "detail": {"type": "string"},
                    },
                }
            }
        },
    }


def _plain(name: str, summary: str) -> dict[str, Any]:
    return {"operationId": name, "summary": summary, "responses": {"200": _json("An object")}}


def _json(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": {"type": "object"}}}}


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": _TYPES.get(parameter.type, "string")}
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = parameter.default
    if parameter.type == "date":
        schema["format"] = "date"
    found: dict[str, Any] = {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required and parameter.default is None,
        "description": f"{parameter.label.get('en') or parameter.name}: {parameter.expected()}",
        "schema": schema,
    }
    if parameter.example is not None:
        found["example"] = parameter.example
    return found


def _format() -> dict[str, Any]:
    return _query("format", {"type": "string", "enum": list(RESULTS.values())}, "The form of the answer, over Accept")


def _query(name: str, schema: dict[str, Any], description: str, *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": schema, "description": description}


def _responses(kinds: dict[str, str]) -> dict[str, Any]:
    return {
        "200": {"description": "The answer", "content": {kind: {} for kind in kinds}},
        "400": _PROBLEM,
        "406": _PROBLEM,
        "503": {**_PROBLEM, "headers": {"Retry-After": {"schema": {"type": "integer"}}}},
    }


def _search() -> dict[str, Any]:
    return {
        "operationId": "search",
        "summary": "Anything by number or name, with or without accents",
        "parameters": [
            _query("q", {"type": "string"}, "The text", required=True),
            _query("kind", {"type": "string", "enum": list(KINDS)}, "Only this kind"),
            _query("limit", {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}, "At most so many"),
        ],
        "responses": {"200": _json("The hits, best first")},
    }


def _graph() -> dict[str, Any]:
    return {
        "operationId": "graph",
        "summary": "A resource, its relations with their counts, and its neighbours along one of them",
        "parameters": [
            _query("node", {"type": "string"}, "Kind and slug, or the IRI", required=True),
            _query("relation", {"type": "string"}, "The relation to follow"),
        ],
        "responses": {"200": _json("Nodes and edges"), "400": _PROBLEM, "404": _PROBLEM},
    }


def _sparql() -> dict[str, Any]:
    return {
        "operationId": "sparql",
        "summary": "SPARQL 1.1 Protocol",
        "parameters": [
            _query("query", {"type": "string"}, "The query"),
            _query("default-graph-uri", {"type": "array", "items": {"type": "string"}}, "Graphs merged as the default"),
            _query("named-graph-uri", {"type": "array", "items": {"type": "string"}}, "The named graphs"),
        ],
        "responses": {**_responses({**RESULTS, **RDF}), "429": _PROBLEM},
    }
