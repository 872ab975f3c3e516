#include "store/lastsession.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr char magic[] = "GHROWS";
constexpr quint16 version = 1;
constexpr qsizetype checksumSize = 8; ///< against accidents, not against people
constexpr quint32 mostBlockBytes = 4 * 1024 * 1024;

template <typename Number>
QByteArray bigEndian(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray header()
{
    return QByteArray(magic) + bigEndian(version);
}

QByteArray checksum(const QByteArray &block)
{
    return QCryptographicHash::hash(block, QCryptographicHash::Sha256).first(checksumSize);
}

Failure failureOf(const QFileDevice &file)
{
    return {Failure::Kind::StorageFailed,
        u"%1: %2"_s.arg(QDir::toNativeSeparators(file.fileName()), file.errorString())};
}

/// What QSaveFile leaves behind when its program dies.
void removeHalfWritten(const QString &path)
{
    const QFileInfo file(path);
    const auto left = file.dir().entryInfoList({file.fileName() + u".??????"_s}, QDir::Files);
    for (const QFileInfo &each : left)
        QFile::remove(each.filePath());
}

Result<Done> removeFile(const QString &path)
{
    QFile file(path);
    if (!file.exists() || file.remove())
        return Done{};
    return fail(failureOf(file));
}

} // namespace

LastSessionReader::LastSessionReader(const QString &path)
    : m_file(path)
{
    if (!m_file.exists())
        return;
    if (!m_file.open(QIODevice::ReadOnly))
        m_problem = m_file.errorString();
    else if (const QByteArray begin = m_file.read(header().size()); !begin.startsWith(magic))
        giveUp(u"it holds something else"_s);
    else if (begin != header())
        giveUp(u"another version wrote it"_s);
}

std::optional<SessionRows> LastSessionReader::giveUp(const QString &why)
{
    m_problem = why;
    m_file.close();
    return std::nullopt;
}

std::optional<SessionRows> LastSessionReader::next()
{
    if (!m_file.isOpen() || m_file.atEnd())
        return std::nullopt;
    const QByteArray head = m_file.read(qsizetype(sizeof(quint32)) + checksumSize);
    if (head.size() != qsizetype(sizeof(quint32)) + checksumSize)
        return giveUp(u"it ends in the middle"_s);
    const auto size = qFromBigEndian<quint32>(head.constData());
    if (size > mostBlockBytes || size > m_file.bytesAvailable())
        return giveUp(u"it ends in the middle"_s);
    const QByteArray block = m_file.read(size);
    if (checksum(block) != head.last(checksumSize))
        return giveUp(u"a checksum does not fit"_s);
    auto rows = decodeSessionRows(block);
    if (!rows)
        return giveUp(u"a block makes no sense"_s);
    m_rows += int(rows->clients.size());
    if (m_rows > mostLastSessionRows)
        return giveUp(u"it has too many rows"_s);
    return rows;
}

LastSessionWriter::LastSessionWriter(const QString &path)
    : m_file(path)
{
}

bool LastSessionWriter::isOpen()
{
    if (m_wasOpened)
        return m_file.isOpen();
    m_wasOpened = true;
    if (!m_file.open(QIODevice::WriteOnly))
        return false;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    m_file.write(header());
    return true;
}

void LastSessionWriter::add(const SessionRows &rows)
{
    // A cut id would be another site.
    if (!isOpen() || rows.controllerId.size() > mostSessionText
        || rows.site.id.size() > mostSessionText)
        return;
    SessionRows part{rows.controllerId, rows.site, rows.seenAt, {}};
    const qsizetype count = std::min<qsizetype>(rows.clients.size(), mostLastSessionRows - m_rows);
    for (qsizetype from = 0; from == 0 || from < count; from += mostSessionRows) {
        part.clients = rows.clients.mid(from, std::min(mostSessionRows, count - from));
        addBlock(part);
    }
    m_rows += int(count);
}

void LastSessionWriter::addBlock(const SessionRows &rows)
{
    const QByteArray block = encodeSessionRows(rows);
    m_file.write(bigEndian(quint32(block.size())) + checksum(block) + block);
}

Result<Done> LastSessionWriter::commit()
{
    if (isOpen() && m_file.commit())
        return Done{};
    return fail(failureOf(m_file));
}

Result<Done> thinLastSession(const QString &path, const LastSessionSieve &sieve)
{
    removeHalfWritten(path);
    if (!QFile::exists(path))
        return Done{};
    LastSessionWriter writer(path);
    QString problem;
    { // Windows neither replaces nor removes a file that is being read.
        LastSessionReader reader(path);
        while (auto rows = reader.next())
            if (sieve(*rows))
                writer.add(*rows);
        problem = reader.problem();
    }
    if (!problem.isEmpty() || !writer.commit())
        return removeFile(path);
    return Done{};
}
