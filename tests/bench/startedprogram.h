#pragma once

#include <QByteArrayList>

/// A program from just before it is executed until it has painted its first frame.
struct StartedProgram
{
    double firstFrame = 0; ///< ms; 0: it ended before
    double resident = 0; ///< MB, when that frame was painted
};

/// Runs it, waits for the line by which FirstFrame tells, and kills it.
[[nodiscard]] StartedProgram startAndKill(const QByteArrayList &command);
