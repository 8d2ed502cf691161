"""Trains the model of Article Annotator's second tier. `python -m annotator_training --help` lists the steps."""
