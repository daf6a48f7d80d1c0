"""A browser is a program that is started; what it fetches is not fetched by this one."""

import webbrowser


def show(url: str) -> None:
    """Show a page."""
    webbrowser.open(url)  # expect: effect=process; finding=side-effect-undocumented


def show_in_tab(url: str) -> None:
    """Show a page in a tab."""
    webbrowser.open_new_tab(url)  # expect: effect=process; finding=side-effect-undocumented
