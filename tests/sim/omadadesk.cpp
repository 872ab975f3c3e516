#include "omadadesk.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject resultOf(const RawAnswer &answer)
{
    return answer.json().value(u"result"_s).toObject();
}

} // namespace

OmadaDesk::OmadaDesk(const SimulatorOptions &options)
{
    auto simulator = Simulator::start(options);
    if (!simulator)
        qFatal("%s", qPrintable(simulator.error()));
    m_simulator = std::move(*simulator);
    const QJsonObject info = resultOf(ask(m_simulator->url(), {"GET", "/api/info", {}, {}}));
    const bool hasIdInPaths = !m_simulator->info().version.startsWith(u'4');
    if (hasIdInPaths)
        m_root = '/' + info.value(u"omadacId"_s).toString().toLatin1();
    m_root += "/api/v2/hotspot";
    (void)signIn();
}

QString OmadaDesk::siteId(int site) const
{
    return m_simulator->info().sites.at(site).toObject().value(u"id"_s).toString();
}

RawAnswer OmadaDesk::signIn()
{
    const QJsonObject credentials = m_simulator->info().credentials;
    RawAnswer answer = signInWith(
        credentials.value(u"user"_s).toString(), credentials.value(u"password"_s).toString());
    m_token = resultOf(answer).value(u"token"_s).toString().toLatin1();
    m_cookie = answer.headers.value("set-cookie").split(';').first();
    return answer;
}

RawAnswer OmadaDesk::signInWith(const QString &user, const QString &password) const
{
    const QJsonObject body{{u"name"_s, user}, {u"password"_s, password}};
    return ask(m_simulator->url(),
        {"POST", m_root + "/login", {{"Content-Type", "application/json"}},
            QJsonDocument(body).toJson()});
}

RawRequest OmadaDesk::request(
    const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    RawRequest request{method, m_root + path, {{"Cookie", m_cookie}}, body};
    if (isOld())
        request.target += (path.contains('?') ? "&token=" : "?token=") + m_token;
    else
        request.headers.insert("Csrf-Token", m_token);
    if (!body.isEmpty())
        request.headers.insert("Content-Type", "application/json");
    return request;
}

RawAnswer OmadaDesk::get(const QByteArray &path) const
{
    return ask(m_simulator->url(), request("GET", path));
}

RawAnswer OmadaDesk::post(const QByteArray &path, const QJsonObject &body) const
{
    return ask(m_simulator->url(), request("POST", path, QJsonDocument(body).toJson()));
}

QJsonArray OmadaDesk::records(const QString &mac, int site) const
{
    const RawAnswer answer = get("/sites/" + siteId(site).toLatin1()
        + "/clients?currentPage=1&currentPageSize=100&sorts.end=desc&searchKey=" + mac.toLatin1());
    return resultOf(answer).value(u"data"_s).toArray();
}

RawAnswer OmadaDesk::actOnRecord(
    const QString &id, const QByteArray &what, const QJsonObject &body) const
{
    return post(
        "/sites/" + siteId().toLatin1() + "/cmd/clients/" + id.toLatin1() + '/' + what, body);
}

QJsonObject OmadaDesk::form(bool wired) const
{
    for (const QString &redirect : m_simulator->info().redirects) {
        const QMap<QString, QString> says = sayingOf(redirect);
        if (says.contains(u"gatewayMac"_s) != wired)
            continue;
        QJsonObject form{{u"time"_s, 3'600'000}, {u"authType"_s, 4}};
        for (const QString &name :
            {u"clientMac"_s, u"clientIp"_s, u"apMac"_s, u"gatewayMac"_s, u"ssidName"_s, u"site"_s})
            if (says.contains(name))
                form.insert(name, says.value(name));
        for (const QString &name : {u"radioId"_s, u"vid"_s})
            if (says.contains(name))
                form.insert(name, says.value(name).toInt());
        if (says.contains(u"clientIp"_s))
            form.insert(u"originUrl"_s, says.value(u"redirectUrl"_s));
        return form;
    }
    return {};
}

RawAnswer OmadaDesk::authorize(const QJsonObject &form) const
{
    return post("/extPortal/auth", form);
}

int errorCodeOf(const RawAnswer &answer)
{
    return answer.json().value(u"errorCode"_s).toInt(1);
}

QMap<QString, QString> sayingOf(const QString &redirect)
{
    QMap<QString, QString> says;
    for (const auto &[name, value] :
        QUrlQuery(QUrl(redirect, QUrl::StrictMode)).queryItems(QUrl::FullyDecoded))
        says.insert(name, value);
    return says;
}

QString macOf(const QJsonObject &form)
{
    return form.value(u"clientMac"_s).toString();
}

qint64 lengthOf(const QJsonObject &record)
{
    return record.value(u"end"_s).toInteger() - record.value(u"start"_s).toInteger();
}

SimulatorOptions optionsOf(const QString &generation, const QString &version)
{
    SimulatorOptions options;
    options.generation = generation;
    options.version = version;
    return options;
}

void addOmadaVersions()
{
    QTest::addColumn<QString>("generation");
    QTest::addColumn<QString>("version");
    QTest::newRow("4.4.6") << u"omada4"_s << u"4.4.6"_s;
    for (const char *version : {"5.4.6", "5.15.24", "6.2.0", "6.2.14"})
        QTest::newRow(version) << u"omada5"_s << QString::fromLatin1(version);
}

OmadaDesk deskOfThisRow()
{
    QFETCH(QString, generation);
    QFETCH(QString, version);
    return OmadaDesk(optionsOf(generation, version));
}
