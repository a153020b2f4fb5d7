"""…"""
from flask import Blueprint

views = Blueprint("sources", __name__)
