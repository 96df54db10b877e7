#!/usr/bin/python3
"""A window that files can be dragged from: drag_source.py X Y PATH... Says what happens, a word a line."""

import sys
from pathlib import Path

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, GdkPixbuf, Gtk  # noqa: E402


def say(word):
    print(word, flush=True)


def sheet():
    """A small sheet of paper, as what is dragged: without a compositor GTK's own icon is a black square."""
    width, height = 30, 38
    paper = GdkPixbuf.Pixbuf.new(GdkPixbuf.Colorspace.RGB, False, 8, width, height)
    paper.fill(0x8A949CFF)
    paper.new_subpixbuf(1, 1, width - 2, height - 2).fill(0xFFFFFFFF)
    for line in range(4):
        paper.new_subpixbuf(6, 9 + 6 * line, width - 12, 2).fill(0xC3CAD0FF)
    return paper


def main():
    x, y, *paths = sys.argv[1:]
    uris = [Path(path).as_uri() for path in paths]
    window = Gtk.Window(title="Drag source")
    window.set_default_size(200, 120)
    box = Gtk.EventBox()
    box.add(Gtk.Label(label="Drag me"))
    window.add(box)
    target = Gtk.TargetEntry.new("text/uri-list", 0, 0)
    box.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [target], Gdk.DragAction.COPY)
    paper = sheet()

    def begun(_box, drag):
        Gtk.drag_set_icon_pixbuf(drag, paper, -6, -10)
        say("begun")

    box.connect("drag-begin", begun)
    box.connect("drag-data-get", lambda _box, _drag, data, *_: data.set_uris(uris))
    box.connect("drag-end", lambda *_: say("ended"))
    window.connect("destroy", Gtk.main_quit)
    window.connect("map-event", lambda *_: say("ready"))
    window.move(int(x), int(y))
    window.show_all()
    window.move(int(x), int(y))
    Gtk.main()


main()
