"""
Module that does not parse.

A file like this costs one finding, and every other module is documented as usual.
"""
# planted in the module: source-unparsable at def train(

def train(config
    return config
