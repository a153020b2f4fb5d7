"""…"""
from flask import Blueprint

views = Blueprint("graph", __name__)
