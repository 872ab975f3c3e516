#pragma once

/// Ends the process with this exit code, after everything of ours has been torn down: what main()
/// returns. On Windows it ends right here, without the ends of libraries: Windows runs these when
/// it has killed all other threads in whatever they held, and libstdc++'s was seen to wait for one
/// of them for ever, the window long gone and the process still there.
[[nodiscard]] int endProcess(int code);
