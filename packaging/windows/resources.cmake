# gatehouse_windows_resources(<program> <description>)
# Gives a program its icon and version information. An icon file is made where there is a program that can.
enable_language(RC)
find_program(GATEHOUSE_ICOTOOL icotool)
mark_as_advanced(GATEHOUSE_ICOTOOL)

set(gatehouse_windows_folder "${CMAKE_CURRENT_LIST_DIR}")
set(gatehouse_windows_icon "")
if(GATEHOUSE_ICOTOOL)
    set(gatehouse_windows_icon "${CMAKE_BINARY_DIR}/icons/gatehouse.ico")
    file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/icons")
    add_custom_command(
        OUTPUT "${gatehouse_windows_icon}"
        COMMAND "${PROJECT_SOURCE_DIR}/packaging/icons/make-icons.sh" "${CMAKE_BINARY_DIR}/icons"
        DEPENDS "${PROJECT_SOURCE_DIR}/resources/gatehouse.svg" "${PROJECT_SOURCE_DIR}/packaging/icons/make-icons.sh"
        COMMENT "Making the program's icon"
        VERBATIM)
    add_custom_target(gatehouse_windows_icon DEPENDS "${gatehouse_windows_icon}")
else()
    message(STATUS "Without icotool: the programs get no icon of their own")
endif()

function(gatehouse_windows_resources program description)
    string(REPLACE "." "," version_numbers "${PROJECT_VERSION}.0")
    set(icon_line "")
    if(gatehouse_windows_icon)
        set(icon_line "IDI_ICON1 ICON \"${gatehouse_windows_icon}\"")
    endif()
    set(script "${CMAKE_CURRENT_BINARY_DIR}/${program}.rc")
    configure_file("${gatehouse_windows_folder}/app.rc.in" "${script}" @ONLY)
    target_sources(${program} PRIVATE "${script}")
    set_source_files_properties("${script}" PROPERTIES OBJECT_DEPENDS "${gatehouse_windows_icon}")
    if(gatehouse_windows_icon)
        add_dependencies(${program} gatehouse_windows_icon)
    endif()
endfunction()
