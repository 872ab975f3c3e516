# Cross-building Windows programs on Debian with mingw-w64. GATEHOUSE_MINGW_PREFIX, a variable of CMake or of the
# environment, names the folder that build-qt.sh made.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

# The posix flavour: std::mutex and std::thread are missing from the other one.
set(mingw x86_64-w64-mingw32)
set(CMAKE_C_COMPILER ${mingw}-gcc-posix)
set(CMAKE_CXX_COMPILER ${mingw}-g++-posix)
set(CMAKE_RC_COMPILER ${mingw}-windres)

set(GATEHOUSE_MINGW_PREFIX "$ENV{GATEHOUSE_MINGW_PREFIX}" CACHE PATH "The folder that build-qt.sh made")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES GATEHOUSE_MINGW_PREFIX)
set(CMAKE_FIND_ROOT_PATH /usr/${mingw})
if(GATEHOUSE_MINGW_PREFIX)
    list(PREPEND CMAKE_FIND_ROOT_PATH "${GATEHOUSE_MINGW_PREFIX}")
endif()
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
set(ZLIB_USE_STATIC_LIBS ON)
set(ENV{PKG_CONFIG_LIBDIR} "${GATEHOUSE_MINGW_PREFIX}/lib/pkgconfig")
set(PKG_CONFIG_ARGN --define-prefix)

# moc, rcc, uic and lrelease run here, so they are this machine's, of the same version of Qt.
set(QT_HOST_PATH /usr CACHE PATH "Qt of this machine")
file(GLOB gatehouse_host_qt /usr/lib/*/cmake/Qt6HostInfo)
if(gatehouse_host_qt)
    cmake_path(GET gatehouse_host_qt PARENT_PATH gatehouse_host_qt)
    set(QT_HOST_PATH_CMAKE_DIR "${gatehouse_host_qt}" CACHE PATH "CMake files of this machine's Qt")
endif()
