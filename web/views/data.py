"""…"""
from flask import Blueprint

views = Blueprint("data", __name__)
