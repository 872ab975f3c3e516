# Renders one SVG into PNGs: cmake -D RSVG=… -D SVG=… -D STEM=… -D SIZES=16,20,… -P render.cmake
# The files are named STEM followed by the size and ".png".
string(REPLACE "," ";" sizes "${SIZES}")
foreach(size IN LISTS sizes)
    execute_process(COMMAND "${RSVG}" --width=${size} --height=${size} --output=${STEM}${size}.png "${SVG}"
        COMMAND_ERROR_IS_FATAL ANY)
endforeach()
