#pragma once

/// Tells the C library to keep the few megabytes that every poll and every click on a column of a
/// long table take for a moment and give back. Else they go to the system each time and come back
/// page by page, which costs the window more than what it does with them. glibc only; call it
/// before anything else.
void keepWarmMemory();
