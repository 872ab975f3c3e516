// What libappimage, the library of AppImageKit's own desktop integration, thinks of a file: its type, and how many files
// it can see in it.
#include <appimage/appimage.h>
#include <stdio.h>

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const int type = appimage_get_type(argv[1], 0);
    char **files = type > 0 ? appimage_list_files(argv[1]) : NULL;
    int count = 0;
    for (char **file = files; file && *file; ++file)
        ++count;
    printf("type %d, %d files\n", type, count);
    return type == 2 && count > 0 ? 0 : 1;
}
