#include "house/rooms.h"

#include <QMap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 400;

/// Which rooms a room may know besides itself. Who is not in this table is no room.
const QMap<QString, QStringList> &allowedRooms()
{
    static const QStringList belowAssembly = {u"core"_s, u"net"_s, u"wire"_s, u"drivers"_s,
        u"store"_s, u"vault"_s, u"clients"_s, u"phrases"_s, u"sim"_s, u"inbound"_s};
    static const QStringList face = {u"core"_s, u"clients"_s, u"phrases"_s, u"assembly"_s,
        u"ui/preferences"_s, u"ui/models"_s, u"ui/look"_s, u"ui/widgets"_s};
    static const QMap<QString, QStringList> table = {
        {u"core"_s, {}},
        {u"net"_s, {u"core"_s}},
        {u"wire"_s, {u"core"_s}},
        {u"drivers"_s, {u"core"_s, u"wire"_s}},
        {u"store"_s, {u"core"_s}},
        {u"vault"_s, {u"core"_s}},
        {u"clients"_s, {u"core"_s}},
        {u"inbound"_s, {}},
        {u"sim"_s, {u"core"_s, u"inbound"_s}},
        {u"phrases"_s, {u"core"_s, u"clients"_s}},
        {u"assembly"_s, belowAssembly},
        {u"cli"_s, {u"core"_s, u"clients"_s, u"phrases"_s, u"assembly"_s, u"store"_s}},
        {u"ui/preferences"_s, {u"core"_s}},
        {u"ui/models"_s, {u"core"_s, u"clients"_s, u"phrases"_s, u"ui/preferences"_s}},
        {u"ui/look"_s, {u"core"_s}},
        {u"ui/widgets"_s, {u"core"_s, u"ui/look"_s}},
        {u"ui/dialogs"_s, face},
        {u"ui/pages"_s, face + QStringList{u"ui/dialogs"_s}},
        {u"ui"_s, face + QStringList{u"ui/dialogs"_s, u"ui/pages"_s}},
    };
    return table;
}

/// What a room's tests may know besides the room. The simulators are judged by hand-written
/// transcripts: where simulator and wire met in one test, a wrong field name could cancel out.
const QMap<QString, QStringList> &allowedForTests()
{
    static const QStringList everything = allowedRooms().keys();
    static const QMap<QString, QStringList> table = {
        {u"tests/core"_s, {u"core"_s}},
        {u"tests/inbound"_s, {u"inbound"_s}},
        {u"tests/net"_s, {u"core"_s, u"net"_s, u"sim"_s}},
        {u"tests/wire"_s, {u"core"_s, u"wire"_s}},
        {u"tests/drivers"_s, {u"core"_s, u"wire"_s, u"drivers"_s, u"net"_s, u"sim"_s}},
        {u"tests/store"_s, {u"core"_s, u"store"_s}},
        {u"tests/vault"_s, {u"core"_s, u"vault"_s}},
        {u"tests/clients"_s, {u"core"_s, u"clients"_s}},
        {u"tests/sim"_s, {u"core"_s, u"sim"_s, u"net"_s}},
        {u"tests/phrases"_s, {u"core"_s, u"clients"_s, u"phrases"_s}},
        {u"tests/assembly"_s, everything},
        {u"tests/proof"_s, everything},
        {u"tests/fuzz"_s, {u"core"_s, u"wire"_s, u"inbound"_s, u"store"_s}},
        {u"tests/cli"_s, everything},
        {u"tests/bench"_s, everything},
        {u"tests/models"_s,
            {u"core"_s, u"clients"_s, u"phrases"_s, u"ui/preferences"_s, u"ui/models"_s}},
        {u"tests/look"_s, {u"core"_s, u"ui/look"_s, u"ui/widgets"_s}},
        {u"tests/dialogs"_s, everything},
        {u"tests/ui"_s, everything},
        {u"tests/house"_s, {u"phrases"_s}},
        {u"tests/support"_s, everything},
    };
    return table;
}

/// Libraries that stay in one place, by the names of their headers.
struct KeptLibrary
{
    QString what;
    QRegularExpression header;
    QStringList rooms;
};

const QList<KeptLibrary> &keptLibraries()
{
    static const QList<KeptLibrary> list = {
        {u"SQL"_s, QRegularExpression(u"^(QtSql/)?QSql"_s), {u"store"_s}},
        {u"the keychain"_s, QRegularExpression(u"^qt6?keychain/"_s), {u"vault"_s}},
        {u"HTTP"_s, QRegularExpression(u"^(QtNetwork/)?QNetwork(AccessManager|Request|Reply)"_s),
            {u"net"_s}},
        {u"OpenSSL"_s, QRegularExpression(u"^openssl/"_s), {u"sim"_s}},
        {u"libsodium"_s, QRegularExpression(u"^sodium(/|\\.h)"_s), {u"store"_s}},
        {u"Widgets"_s,
            QRegularExpression(
                u"^(QtWidgets/|QWidget|QMainWindow|QDialog|QApplication$|QTableView|QLabel|QStyle)"_s),
            {u"ui/look"_s, u"ui/widgets"_s, u"ui/dialogs"_s, u"ui/pages"_s, u"ui"_s}},
    };
    return list;
}

/// The wire folder of one generation; empty for what generations share, which is what lies beside
/// the folders and what Omada 4 and 5 have in common.
QString generationOf(const QString &path)
{
    static const QRegularExpression folder(u"(?:^|/)wire/([^/]+)/[^/]+$"_s);
    const QString name = folder.match(path).captured(1);
    return name == "omada_hotspot"_L1 ? QString() : name;
}

QString targetRoom(const QString &include)
{
    return roomOf(include.startsWith("ui/"_L1) ? include : u"app/"_s + include);
}

QString objectionToRoom(const QString &path, const QString &room, const QString &include)
{
    if (include.contains("../"_L1))
        return u"climbs out of its folder"_s;
    if (!include.contains(u'/')) // a neighbour in the same folder
        return {};
    const bool inTests = room.startsWith("tests/"_L1);
    const QString tests = u"tests/"_s + include.section(u'/', 0, 0);
    if (inTests && (tests == room || tests == "tests/support"_L1))
        return {};
    const QString target = targetRoom(include);
    if (target == room) {
        const bool foreign
            = !generationOf(include).isEmpty() && generationOf(include) != generationOf(path);
        return foreign && room == "wire"_L1 ? u"reaches into another generation"_s : QString();
    }
    if (!allowedRooms().contains(target))
        return u"is in no room"_s;
    const QStringList allowed
        = inTests ? allowedForTests().value(room) : allowedRooms().value(room);
    return allowed.contains(target) ? QString() : u"is a room that %1 must not know"_s.arg(room);
}

} // namespace

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2)
        return {};
    const bool hasFolder = parts.size() > 2;
    if (parts[0] == "app"_L1)
        return hasFolder ? parts[1] : QString();
    if (parts[0] == "ui"_L1)
        return hasFolder ? u"ui/"_s + parts[1] : u"ui"_s;
    if (parts[0] == "tests"_L1 && hasFolder)
        return u"tests/"_s + parts[1];
    return {};
}

QStringList includeObjections(const QString &path, const QString &text)
{
    static const QRegularExpression line(
        uR"re(^[ \t]*#[ \t]*include[ \t]*(?:"([^"]+)"|<([^>]+)>))re"_s,
        QRegularExpression::MultilineOption);

    const QString room = roomOf(path);
    if (room.isEmpty())
        return {};
    if (!allowedRooms().contains(room) && !allowedForTests().contains(room))
        return {u"%1: '%2' is in no table of rooms"_s.arg(path, room)};

    QStringList objections;
    auto match = line.globalMatch(text);
    while (match.hasNext()) {
        const auto found = match.next();
        const QString ours = found.captured(1);
        if (!ours.isEmpty()) {
            if (const QString objection = objectionToRoom(path, room, ours); !objection.isEmpty())
                objections << u"%1: \"%2\" %3"_s.arg(path, ours, objection);
            continue;
        }
        for (const KeptLibrary &library : keptLibraries()) {
            if (room.startsWith("tests/"_L1) || library.rooms.contains(room)
                || !library.header.match(found.captured(2)).hasMatch())
                continue;
            objections << u"%1: <%2> brings %3, which stays in %4"_s.arg(
                path, found.captured(2), library.what, library.rooms.join(u", "_s));
        }
    }
    return objections;
}

QStringList habitObjections(const QString &path, const QString &text)
{
    // In pieces, so that this file does not hold the words.
    static const QStringList unwanted
        = {u"TO"_s + u"DO"_s, u"FIX"_s + u"ME"_s, u"../"_s + u"shared"_s};
    QStringList objections;
    if (const auto lines = text.count(u'\n'); lines > mostLines)
        objections << u"%1: has %2 lines, more than %3"_s.arg(path).arg(lines).arg(mostLines);
    for (const QString &word : unwanted) {
        if (text.contains(word))
            objections << u"%1: says %2"_s.arg(path, word);
    }
    return objections;
}
