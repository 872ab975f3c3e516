#pragma once

/// What assistive technology is told of our own widgets, where Qt says no more than "widget".
namespace accessible {

/// The main window is a window, and a surface a panel. May be called more than once.
void installRoles();

} // namespace accessible
