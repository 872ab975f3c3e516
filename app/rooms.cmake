# A room is one folder and one static library. Its USES line is the architecture: dependencies point downwards only,
# and tests/house/tst_rooms.cpp checks that the #include lines agree with it.

# Flags and definitions that every target of ours shares.
add_library(gatehouse_flags INTERFACE)
target_compile_definitions(gatehouse_flags INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    GATEHOUSE_VERSION="${PROJECT_VERSION}")
target_compile_options(gatehouse_flags INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall;-Wextra;-Wpedantic;-Wshadow;-Wold-style-cast;-Wnon-virtual-dtor;-Woverloaded-virtual>
    $<$<AND:$<BOOL:${GATEHOUSE_WERROR}>,$<CXX_COMPILER_ID:GNU,Clang,AppleClang>>:-Werror>
    # GCC's optimiser sees uninitialised values in optionals and expected values where there are none.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-maybe-uninitialized>
    $<$<CXX_COMPILER_ID:MSVC>:/W4;/permissive-;/utf-8>)
target_include_directories(gatehouse_flags INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/app")
if(GATEHOUSE_SANITIZERS)
    # GCC's own note: instrumented code makes it see uninitialised values where there are none.
    target_compile_options(gatehouse_flags INTERFACE -fsanitize=${GATEHOUSE_SANITIZERS} -fno-omit-frame-pointer
        $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_link_options(gatehouse_flags INTERFACE -fsanitize=${GATEHOUSE_SANITIZERS})
endif()

# What moc and rcc write is not ours to tidy: clang-tidy takes the nearest configuration, and this one is next to it.
if(CMAKE_CXX_CLANG_TIDY)
    file(WRITE "${CMAKE_BINARY_DIR}/.clang-tidy" "Checks: '-*,misc-unused-using-decls'\n")
endif()

# A fast linker where there is one: mold, else lld, else what the compiler takes.
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE AND NOT WIN32)
    find_program(GATEHOUSE_MOLD mold)
    find_program(GATEHOUSE_LLD ld.lld)
    mark_as_advanced(GATEHOUSE_MOLD GATEHOUSE_LLD)
    if(GATEHOUSE_MOLD)
        add_link_options(-fuse-ld=mold)
    elseif(GATEHOUSE_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()

# One precompiled Qt header, compiled once and shared by every target.
add_library(gatehouse_pch STATIC "${PROJECT_SOURCE_DIR}/app/pch.cpp")
target_link_libraries(gatehouse_pch PRIVATE gatehouse_flags Qt6::Core tl::expected)
target_precompile_headers(gatehouse_pch PRIVATE "${PROJECT_SOURCE_DIR}/app/pch.h")

# gatehouse_room(<name> SOURCES <file>... [USES <library>...])
# Declares the static library gatehouse_<name>; what it USES is passed on to whoever links it.
function(gatehouse_room name)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "SOURCES;USES")
    add_library(gatehouse_${name} STATIC ${ROOM_SOURCES})
    target_link_libraries(gatehouse_${name} PUBLIC gatehouse_flags Qt6::Core ${ROOM_USES})
    target_precompile_headers(gatehouse_${name} REUSE_FROM gatehouse_pch)
endfunction()

if(WIN32)
    include("${PROJECT_SOURCE_DIR}/packaging/windows/resources.cmake")
endif()

# gatehouse_program(<name> [WINDOW] DESCRIPTION <words> SOURCES <file>... USES <library>...)
# One of the programs that people start; lands in the build folder's bin/. WINDOW: Windows gives it no console.
function(gatehouse_program name)
    cmake_parse_arguments(PARSE_ARGV 1 PROGRAM "WINDOW" "DESCRIPTION" "SOURCES;USES")
    add_executable(${name} ${PROGRAM_SOURCES})
    set_target_properties(${name} PROPERTIES WIN32_EXECUTABLE "${PROGRAM_WINDOW}")
    if(WIN32)
        gatehouse_windows_resources(${name} "${PROGRAM_DESCRIPTION}")
    endif()
    target_link_libraries(${name} PRIVATE gatehouse_flags Qt6::Core ${PROGRAM_USES})
    target_precompile_headers(${name} REUSE_FROM gatehouse_pch)
endfunction()
