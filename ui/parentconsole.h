#pragma once

/// Windows gives a program with a window no console. This one also answers --help, --version and
/// --selfcheck: where it was started from a console and its output goes nowhere else, it goes
/// there. Does nothing on other systems.
void speakToParentConsole();
