"""…"""
from flask import Blueprint

views = Blueprint("resources", __name__)
