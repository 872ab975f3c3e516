#include "cli/utf8output.h"

#ifdef Q_OS_WIN
#include <qt_windows.h>

Utf8Output::Utf8Output()
    : m_before(GetConsoleOutputCP())
{
    if (m_before != 0)
        SetConsoleOutputCP(CP_UTF8);
}

Utf8Output::~Utf8Output()
{
    if (m_before != 0)
        SetConsoleOutputCP(m_before);
}

#else

Utf8Output::Utf8Output() = default;
Utf8Output::~Utf8Output() = default;

#endif
