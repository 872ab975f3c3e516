#include "sim/unificlassicreply.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QJsonValue spelled(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (auto element = array.begin(); element != array.end(); ++element)
            *element = spelled(*element);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        *member = spelled(*member);
    return object;
}

} // namespace

SimReply classicRows(const QJsonArray &rows, const QString &did)
{
    return jsonReply(200, {{u"meta"_s, QJsonObject{{u"rc"_s, u"ok"_s}}}, {u"data"_s, rows}}, did);
}

SimReply classicRefusal(int status, const QString &word, QJsonObject meta)
{
    meta.insert(u"rc"_s, u"error"_s);
    meta.insert(u"msg"_s, word);
    return jsonReply(status, {{u"meta"_s, meta}, {u"data"_s, QJsonArray()}}, u"refused: "_s + word);
}

bool isClassicRefusal(const SimReply &reply)
{
    return reply.body.contains(R"("rc":"error")");
}

void insertClassicLimits(QJsonObject &row, const GrantLimits &limits)
{
    for (const auto &[name, value] : {std::pair(u"qos_rate_max_down"_s, limits.downKbps),
             std::pair(u"qos_rate_max_up"_s, limits.upKbps),
             std::pair(u"qos_usage_quota"_s, limits.dataMb)})
        if (value) {
            row.insert(name, *value);
            row.insert(u"qos_overwrite"_s, true);
        }
}

void spellNumbers(SimReply &reply)
{
    QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    body.insert(u"data"_s, spelled(body.value(u"data"_s)));
    reply.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
}
