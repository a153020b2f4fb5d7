"""…"""
from flask import Blueprint

views = Blueprint("audit", __name__)
