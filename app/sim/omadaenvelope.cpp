#include "sim/omadaenvelope.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

SimReply OmadaEnvelope::answered(
    int errorCode, const QString &message, const QJsonValue &result) const
{
    const QJsonValue code = m_world.faults.has(Fault::ErrorCodeString)
        ? QJsonValue(QString::number(errorCode))
        : QJsonValue(errorCode);
    QJsonObject body{{u"errorCode"_s, code}, {u"msg"_s, message}};
    if (!result.isUndefined())
        body.insert(u"result"_s, result);
    SimReply reply = jsonReply(200, body, u"%1 %2"_s.arg(QString::number(errorCode), message));
    reply.contentType = "application/json;charset=UTF-8";
    return reply;
}

SimReply OmadaEnvelope::done(const QJsonValue &result) const
{
    return answered(0, u"Success."_s, result);
}

SimReply OmadaEnvelope::badParameters(const QString &why) const
{
    SimReply reply = answered(-1001, u"Invalid request parameters."_s);
    reply.did += u" ("_s + why + u')';
    return reply;
}

SimReply OmadaEnvelope::wrongRequestType() const
{
    return answered(-1004, u"Invalid request type."_s);
}

SimReply OmadaEnvelope::forbidden() const
{
    return answered(-1005, u"Operation forbidden."_s);
}

SimReply OmadaEnvelope::unsupportedPath() const
{
    return answered(-1600, u"Unsupported request path."_s);
}

std::optional<SimReply> OmadaEnvelope::refusedToAct(const SimRequest &request) const
{
    if (m_world.faults.has(Fault::ReadOnlyKey))
        return forbidden();
    if (m_world.faults.strikes(Fault::SiteBusy))
        return answered(-33004, u"The site is busy. Please try again later."_s);
    if (!request.body.trimmed().isEmpty() && !saysJson(request))
        return wrongRequestType();
    return std::nullopt;
}

SimReply omadaSignInPage()
{
    return htmlReply(200,
        "<!DOCTYPE html>\n<html><head><title>Omada Controller</title></head>"
        "<body><div id=\"login\"></div></body></html>",
        u"the controller's sign-in page"_s);
}

std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < double(least) || number > double(most)
        || number != double(qint64(number)))
        return std::nullopt;
    return qint64(number);
}

bool hasNoContent(const SimRequest &request)
{
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    return request.body.trimmed().isEmpty() || (body.isObject() && body.object().isEmpty());
}

bool saysJson(const SimRequest &request)
{
    return request.header("content-type").toLower().startsWith("application/json");
}
