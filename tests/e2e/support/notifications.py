#!/usr/bin/python3
"""Stands in for the desktop's notifications on the session bus: prints each one that comes, a line of JSON."""

import json

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = """
<node><interface name='org.freedesktop.Notifications'>
  <method name='Notify'>
    <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>
    <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>
    <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>
  </method>
  <method name='CloseNotification'><arg type='u' direction='in'/></method>
  <method name='GetCapabilities'><arg type='as' direction='out'/></method>
  <method name='GetServerInformation'>
    <arg type='s' direction='out'/><arg type='s' direction='out'/><arg type='s' direction='out'/>
    <arg type='s' direction='out'/>
  </method>
</interface></node>
"""


class Desktop:
    """What a desktop answers, and what it was told."""

    def __init__(self):
        self.count = 0

    def answer(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        if method == "Notify":
            app, _, _, title, body, _, _, _ = parameters.unpack()
            self.count += 1
            print(json.dumps({"app": app, "title": title, "body": body}), flush=True)
            invocation.return_value(GLib.Variant("(u)", (self.count,)))
        elif method == "GetCapabilities":
            invocation.return_value(GLib.Variant("(as)", (["body"],)))
        elif method == "GetServerInformation":
            invocation.return_value(GLib.Variant("(ssss)", ("tests", "tests", "1", "1.2")))
        else:
            invocation.return_value(None)


def main():
    desktop = Desktop()
    [interface] = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces

    def acquired(bus, _name):
        bus.register_object(PATH, interface, desktop.answer, None, None)

    Gio.bus_own_name(
        Gio.BusType.SESSION,
        NAME,
        Gio.BusNameOwnerFlags.NONE,
        acquired,
        lambda *_: print("ready", flush=True),
        lambda *_: print("lost", flush=True),
    )
    GLib.MainLoop().run()


main()
