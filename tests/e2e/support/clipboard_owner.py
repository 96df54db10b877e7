#!/usr/bin/python3
"""Keeps a picture or a text on the clipboard until it is ended: clipboard_owner.py image PATH | text WORDS."""

import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GdkPixbuf, GLib, Gtk  # noqa: E402


def main():
    kind, what = sys.argv[1:]
    clipboard = Gtk.Clipboard.get(Gdk.SELECTION_CLIPBOARD)
    if kind == "image":
        clipboard.set_image(GdkPixbuf.Pixbuf.new_from_file(what))
    else:
        clipboard.set_text(what, -1)
    # Said from the loop: only then does the clipboard answer.
    GLib.idle_add(lambda: print("ready", flush=True))
    Gtk.main()


main()
