#include "transcript.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QDir folderOf(const QString &folder)
{
    return QDir(qEnvironmentVariable("GATEHOUSE_SOURCE_DIR") + u"/tests/transcripts/"_s + folder);
}

QByteArray readHeaders(const QByteArray &text, QMap<QByteArray, QByteArray> &headers)
{
    const qsizetype end = text.indexOf("\n\n");
    const QList<QByteArray> lines = text.first(end < 0 ? text.size() : end).trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    return end < 0 ? QByteArray() : text.sliced(end + 2).trimmed();
}

QString differenceOfArrays(
    const QJsonArray &expected, const QJsonArray &actual, const QString &where)
{
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QString difference = where + u" is empty"_s;
        for (const QJsonValue candidate : actual) {
            difference = shapeDifference(expected[i], candidate, u"%1[%2]"_s.arg(where).arg(i));
            if (difference.isEmpty())
                break;
        }
        if (!difference.isEmpty())
            return difference;
    }
    return {};
}

bool decides(const QString &name)
{
    static const QStringList words{u"errorCode"_s, u"code"_s, u"statusCode"_s, u"statusName"_s,
        u"httpStatusCode"_s, u"action"_s, u"rc"_s};
    return words.contains(name);
}

} // namespace

QStringList transcriptNames(const QString &folder)
{
    QStringList names;
    for (const QString &file : folderOf(folder).entryList({u"*.http"_s}))
        names += file.chopped(5);
    return names;
}

Transcript readTranscript(
    const QString &folder, const QString &name, const QList<QPair<QString, QString>> &cast)
{
    QFile file(folderOf(folder).filePath(name + u".http"_s));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", qPrintable(file.fileName()));
    QString text = QString::fromUtf8(file.readAll());
    for (const auto &[from, to] : cast)
        text.replace(from, to);
    while (text.startsWith(u'#'))
        text.remove(0, text.indexOf(u'\n') + 1);

    const QByteArray whole = text.toUtf8();
    const qsizetype separator = whole.indexOf("### response\n");
    const QByteArray request = whole.first(separator);
    const QByteArray response = whole.sliced(separator + 13);
    const QList<QByteArray> first = request.first(request.indexOf('\n')).split(' ');
    Transcript transcript;
    transcript.request.method = first.value(0);
    transcript.request.target = first.value(1);
    transcript.request.body
        = readHeaders(request.sliced(request.indexOf('\n') + 1), transcript.request.headers);
    transcript.request.headers.remove("host");
    transcript.response.status = response.split(' ').value(1).toInt();
    transcript.response.body
        = readHeaders(response.sliced(response.indexOf('\n') + 1), transcript.response.headers);
    return transcript;
}

QString shapeDifference(const QJsonValue &expected, const QJsonValue &actual, const QString &where)
{
    if (expected.type() != actual.type())
        return where + u" is missing or of another type"_s;
    if (expected.isArray())
        return differenceOfArrays(expected.toArray(), actual.toArray(), where);
    const QJsonObject members = expected.toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString there = where + u'.' + member.key();
        const QJsonValue value = actual.toObject().value(member.key());
        if (decides(member.key()) && !member->isObject() && member.value() != value)
            return u"%1 is %2"_s.arg(there, value.toVariant().toString());
        if (QString difference = shapeDifference(member.value(), value, there);
            !difference.isEmpty())
            return difference;
    }
    return {};
}
