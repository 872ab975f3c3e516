# What CPack needs to make the Debian package; packaging/linux/build-deb.sh runs it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gatehouse)
set(CPACK_PACKAGE_VENDOR "Gatehouse developers")
set(CPACK_PACKAGE_CONTACT "Gatehouse developers <developers@gatehouse.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "console for guest Wi-Fi on UniFi and Omada controllers")
set(CPACK_PACKAGE_DESCRIPTION
"Gatehouse shows the guests who are connected to the Wi-Fi but not let in, on
all TP-Link Omada and Ubiquiti UniFi controllers of a house, in one live table.
It lets the right device in with limits of time, data and speed, proves it from
the controller's own state, takes it back when asked, and keeps a history of
who did what, and why.
.
The package has the window (gatehouse), a command line for scripts
(gatehouse-cli) and simulated controllers (gatehouse-simulator).")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_HOMEPAGE "${PROJECT_HOMEPAGE_URL}")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins are loaded by name, so no reader of the programs sees that they are needed.
set(CPACK_DEBIAN_PACKAGE_DEPENDS libqt6sql6-sqlite)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "gnome-keyring | kwalletmanager, libsecret-1-0, qt6-translations-l10n, qt6-wayland, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libqt6sql6-psql, libqt6sql6-mysql, libqt6sql6-odbc")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_SOURCE_DIR}/postrm")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

# Debian's own files are added to the installed tree just before it is packed.
set(CPACK_PRE_BUILD_SCRIPTS "${CMAKE_CURRENT_SOURCE_DIR}/deb-stage.cmake")
set(CPACK_GATEHOUSE_LINUX "${CMAKE_CURRENT_SOURCE_DIR}")

include(CPack)
