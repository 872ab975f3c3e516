#!/usr/bin/env python3
"""Writes the WiX fragment that lists every file below a folder: files.py FOLDER > files.wxs

Identifiers and GUIDs come from the paths, so that a file keeps its component from version to version. With --guid WORD
it prints the GUID that this folder's contents and the word give.
"""

import hashlib
import pathlib
import sys
import uuid
from xml.sax.saxutils import quoteattr

OURS = uuid.UUID("5d3ad8a7-9c64-4a7e-9b3f-6a0f1a1f2c11")


def files_below(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def contents_guid(folder, word):
    digest = hashlib.sha256(word.encode())
    for path in files_below(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return str(uuid.uuid5(OURS, digest.hexdigest())).upper()


def identifier(kind, path):
    return kind + hashlib.sha256(path.encode()).hexdigest()[:16]


def guid(path):
    return str(uuid.uuid5(OURS, path.lower())).upper()


def write_folder(root, folder, indent, components):
    for path in sorted(folder.iterdir()):
        name = path.relative_to(root).as_posix()
        if path.is_dir():
            print(f'{indent}<Directory Id="{identifier("d", name)}" Name={quoteattr(path.name)}>')
            write_folder(root, path, indent + "  ", components)
            print(f"{indent}</Directory>")
            continue
        component = identifier("c", name)
        components.append(component)
        print(f'{indent}<Component Id="{component}" Guid="{guid(name)}" Win64="yes">')
        print(f'{indent}  <File Id="{identifier("f", name)}" Name={quoteattr(path.name)}'
              f' Source={quoteattr("$(var.Stage)/" + name)} KeyPath="yes" />')
        print(f"{indent}</Component>")


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "--guid":
        print(contents_guid(pathlib.Path(sys.argv[3]), sys.argv[2]))
        return
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    root = pathlib.Path(sys.argv[1])
    components = []
    print('<?xml version="1.0" encoding="utf-8"?>')
    print('<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">')
    print("  <Fragment>")
    print('    <DirectoryRef Id="INSTALLFOLDER">')
    write_folder(root, root, "      ", components)
    print("    </DirectoryRef>")
    print("  </Fragment>")
    print("  <Fragment>")
    print('    <ComponentGroup Id="Files">')
    for component in components:
        print(f'      <ComponentRef Id="{component}" />')
    print("    </ComponentGroup>")
    print("  </Fragment>")
    print("</Wix>")


main()
