#pragma once

#include <QtGlobal>

/// What we print is UTF-8. A Windows console takes it for another code page until it is told so,
/// and is told back when this goes. Does nothing on other systems.
class Utf8Output
{
public:
    Utf8Output();
    ~Utf8Output(); // NOLINT(performance-trivially-destructible): not on Windows
    Q_DISABLE_COPY_MOVE(Utf8Output)

private:
    [[maybe_unused]] unsigned m_before = 0;
};
