# Run by CPack between installing and packing: what Debian's policy wants in a package and nobody else does, and one
# time for every file.
set(tree "${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr")
set(documents "${tree}/share/doc/gatehouse")

file(MAKE_DIRECTORY "${documents}")
file(COPY "${CPACK_GATEHOUSE_LINUX}/copyright" DESTINATION "${documents}"
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
configure_file("${CPACK_GATEHOUSE_LINUX}/lintian-overrides" "${tree}/share/lintian/overrides/gatehouse" COPYONLY)
configure_file("${CPACK_GATEHOUSE_LINUX}/changelog" "${documents}/changelog.Debian" COPYONLY)

file(GLOB pages "${tree}/share/man/man1/*.1")
foreach(file IN LISTS pages ITEMS "${documents}/changelog.Debian")
    execute_process(COMMAND gzip -9 -n -f "${file}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND chmod -R u=rwX,go=rX "${tree}" COMMAND_ERROR_IS_FATAL ANY)

if(DEFINED ENV{SOURCE_DATE_EPOCH})
    execute_process(
        COMMAND find "${CPACK_TEMPORARY_INSTALL_DIRECTORY}" -exec touch --no-dereference "--date=@$ENV{SOURCE_DATE_EPOCH}" {} +
        COMMAND_ERROR_IS_FATAL ANY)
endif()
