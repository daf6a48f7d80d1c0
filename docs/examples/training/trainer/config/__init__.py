"""
Configuration of training jobs: the schema and the loader.
"""
