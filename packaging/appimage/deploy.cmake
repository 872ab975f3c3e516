# Gathers into an installed tree everything that it needs of this system and that other systems do not have:
#   cmake -D TREE=AppDir/usr -D PACKAGES=file -P packaging/appimage/deploy.cmake
# Writes into PACKAGES the names of the Debian packages that it took something of.
cmake_minimum_required(VERSION 3.25)

function(tool_needed variable name)
    find_program(${variable} ${name})
    if(NOT ${variable})
        message(FATAL_ERROR "The program '${name}' is missing. On Debian, packaging/linux/dependencies.sh appimage installs it.")
    endif()
endfunction()
tool_needed(PATCHELF patchelf)
tool_needed(DPKG_QUERY dpkg-query)
tool_needed(QTPATHS qtpaths6)

function(ask_qt variable key)
    execute_process(COMMAND "${QTPATHS}" --query ${key} OUTPUT_VARIABLE answer OUTPUT_STRIP_TRAILING_WHITESPACE
        COMMAND_ERROR_IS_FATAL ANY)
    set(${variable} "${answer}" PARENT_SCOPE)
endfunction()
ask_qt(qt_plugins QT_INSTALL_PLUGINS)
ask_qt(qt_libraries QT_INSTALL_LIBS)
ask_qt(qt_translations QT_INSTALL_TRANSLATIONS)

# Without platformthemes/gtk3 and xcbglintegrations, neither GTK nor OpenGL is ever touched, so the host's drivers do not
# matter.
set(plugins
    imageformats/libqico.so
    imageformats/libqjpeg.so
    platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so
    platforms/libqminimal.so
    platforms/libqoffscreen.so
    platforms/libqwayland-generic.so
    platforms/libqxcb.so
    sqldrivers/libqsqlite.so
    sqldrivers/libqsqlpsql.so
    tls/libqcertonlybackend.so
    tls/libqopensslbackend.so
    wayland-decoration-client/libbradient.so
    wayland-shell-integration/libxdg-shell.so)

# Loaded by name while running, so no reader of the programs sees them: TLS, and the keyring.
set(loaded_by_name libssl.so.3 libcrypto.so.3 libsecret-1.so.0)

# Left to the host: glibc, which belongs to its kernel and its loader, and three that Debian's build binds to a younger
# glibc than all the rest; every desktop has them.
string(JOIN "|" hosts ld-linux.* libc libm libdl libpthread librt libresolv libutil libanl libmvec libnss_.*
    "libstdc\\+\\+" libgcc_s libexpat)
set(hosts "^(${hosts})\\.so.*")

set(sources "")
set(modules "")
foreach(plugin IN LISTS plugins)
    set(source "${qt_plugins}/${plugin}")
    if(NOT EXISTS "${source}")
        message(FATAL_ERROR "${source} is missing. On Debian, packaging/linux/dependencies.sh build run appimage installs it.")
    endif()
    get_filename_component(folder "${TREE}/plugins/${plugin}" DIRECTORY)
    file(COPY "${source}" DESTINATION "${folder}")
    list(APPEND modules "${source}")
    list(APPEND sources "${source}")
endforeach()

foreach(library IN LISTS loaded_by_name)
    find_file(found_${library} ${library} PATHS "${qt_libraries}" NO_DEFAULT_PATH REQUIRED)
    list(APPEND modules "${found_${library}}")
    list(APPEND sources "${found_${library}}")
    file(REAL_PATH "${found_${library}}" real)
    file(COPY_FILE "${real}" "${TREE}/lib/${library}" ONLY_IF_DIFFERENT)
endforeach()

file(GLOB programs "${TREE}/bin/*")
file(GET_RUNTIME_DEPENDENCIES
    EXECUTABLES ${programs}
    MODULES ${modules}
    PRE_EXCLUDE_REGEXES "${hosts}"
    RESOLVED_DEPENDENCIES_VAR libraries
    UNRESOLVED_DEPENDENCIES_VAR missing)
if(missing)
    message(FATAL_ERROR "These libraries were not found: ${missing}")
endif()
foreach(library IN LISTS libraries)
    get_filename_component(name "${library}" NAME)
    file(REAL_PATH "${library}" real)
    file(COPY_FILE "${real}" "${TREE}/lib/${name}" ONLY_IF_DIFFERENT)
    list(APPEND sources "${library}")
endforeach()

# Qt's own words, in the languages that Gatehouse speaks.
file(GLOB catalogs "${CMAKE_CURRENT_LIST_DIR}/../../translations/gatehouse_*.ts")
foreach(catalog IN LISTS catalogs)
    string(REGEX REPLACE ".*/gatehouse_(.*)\\.ts$" "qtbase_\\1.qm" name "${catalog}")
    file(COPY "${qt_translations}/${name}" DESTINATION "${TREE}/translations")
    list(APPEND sources "${qt_translations}/${name}")
endforeach()
file(WRITE "${TREE}/bin/qt.conf" "[Paths]\nPrefix=..\nPlugins=plugins\nTranslations=translations\n")

# Where each looks for the others. No LD_LIBRARY_PATH is needed, so programs that Gatehouse starts get a clean one.
function(look_in runpath)
    foreach(file IN LISTS ARGN)
        file(CHMOD "${file}" PERMISSIONS
            OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
        execute_process(COMMAND "${PATCHELF}" --set-rpath "${runpath}" "${file}" COMMAND_ERROR_IS_FATAL ANY)
    endforeach()
endfunction()
file(GLOB gathered "${TREE}/lib/*.so*")
file(GLOB gathered_plugins "${TREE}/plugins/*/*.so")
look_in("$ORIGIN/../lib" ${programs})
look_in("$ORIGIN" ${gathered})
look_in("$ORIGIN/../../lib" ${gathered_plugins})

# Whose files these are: their copyright goes with them, their names into the bill of materials. dpkg knows a file by the
# path it was packed under, with or without /usr.
set(asked "")
foreach(source IN LISTS sources)
    file(REAL_PATH "${source}" real)
    string(REGEX REPLACE "^/usr/lib/" "/lib/" unmerged "${real}")
    list(APPEND asked "${real}" "${unmerged}")
endforeach()
execute_process(COMMAND "${DPKG_QUERY}" --search ${asked} OUTPUT_VARIABLE owners ERROR_QUIET)
set(packages "")
foreach(source IN LISTS sources)
    file(REAL_PATH "${source}" real)
    string(REGEX REPLACE "^/usr/lib/" "/lib/" unmerged "${real}")
    foreach(path IN ITEMS "${real}" "${unmerged}")
        string(REGEX REPLACE "([.+])" "\\\\\\1" pattern "${path}")
        if(owners MATCHES "(^|\n)([^:\n]+)(:[^\n]*)?: ${pattern}(\n|$)")
            break()
        endif()
    endforeach()
    if(NOT CMAKE_MATCH_2)
        message(FATAL_ERROR "${source} belongs to no Debian package, so nobody knows under which terms it may be given away.")
    endif()
    list(APPEND packages "${CMAKE_MATCH_2}")
endforeach()
list(REMOVE_DUPLICATES packages)
list(SORT packages)
foreach(package IN LISTS packages)
    file(REAL_PATH "/usr/share/doc/${package}/copyright" copyright)
    file(COPY_FILE "${copyright}" "${TREE}/share/doc/${package}.copyright")
endforeach()
list(JOIN packages "\n" lines)
file(WRITE "${PACKAGES}" "${lines}\n")

list(LENGTH gathered count)
list(LENGTH packages packages_count)
message(STATUS "Gathered ${count} libraries and their plugins, from ${packages_count} packages.")
