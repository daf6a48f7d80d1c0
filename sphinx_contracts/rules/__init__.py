"""The rules: one or more files per checklist item, and the registry that knows them all.

A rule looks at one module, class or callable and says what is wrong with it. It never reads a file and never
decides how serious its findings are; ``sphinx_contracts.check`` does that.

Key Components:
    - plugins: rules that other packages add
    - registry: all rules by name
    - rule: the record of a rule, and what a rule is given and gives back
    - exemptions: whom rules leave alone
    - dotted_names, annotations: what a name stands for, and what a type annotation means

Usage:
    from sphinx_contracts.rules.registry import RULES

    print(RULES["param-untyped"].summary)
"""
