"""…"""
from flask import Blueprint

views = Blueprint("sparql", __name__)
