#include "unificlassicdesk.h"

using namespace Qt::StringLiterals;

SimulatorOptions classicOptions(const QString &version, const QStringList &faults)
{
    SimulatorOptions options;
    options.generation = u"unifi-classic"_s;
    options.version = version;
    options.faults = faults;
    return options;
}

UnifiClassicDesk::UnifiClassicDesk(const SimulatorOptions &options)
{
    auto simulator = Simulator::start(options);
    if (!simulator)
        qFatal("%s", qPrintable(simulator.error()));
    m_simulator = std::move(*simulator);
    const SimulatorInfo info = m_simulator->info();
    m_isConsole = info.credentials.contains(u"apiKey"_s);
    m_firstWaiting = info.waiting.value(0);
}

QByteArray UnifiClassicDesk::password() const
{
    return m_simulator->info().credentials.value(u"password"_s).toString().toLatin1();
}

RawAnswer UnifiClassicDesk::signIn(const QByteArray &password, const QByteArray &more)
{
    m_cookies.remove("TOKEN");
    const QByteArray user = m_simulator->info().credentials.value(u"user"_s).toString().toLatin1();
    return post(m_isConsole ? "/api/auth/login" : "/api/login",
        R"({"username":")" + user + R"(","password":")" + password + '"' + more + '}');
}

RawAnswer UnifiClassicDesk::signOut()
{
    return post(m_isConsole ? "/api/auth/logout" : "/api/logout", "{}");
}

RawAnswer UnifiClassicDesk::command(const char *word, const QString &mac, const QByteArray &more)
{
    return command(
        R"({"cmd":")" + QByteArray(word) + R"(","mac":")" + mac.toLatin1() + '"' + more + '}');
}

RawRequest UnifiClassicDesk::requestFor(
    const QByteArray &method, const QByteArray &path, const QByteArray &body) const
{
    RawRequest request{method, path, {}, body};
    QByteArrayList cookies;
    for (auto cookie = m_cookies.begin(); cookie != m_cookies.end(); ++cookie)
        cookies += cookie.key() + '=' + cookie.value();
    if (!cookies.isEmpty())
        request.headers.insert("Cookie", cookies.join("; "));
    if (method == "GET")
        return request;
    request.headers.insert("Content-Type", "application/json");
    if (!m_csrf.isEmpty())
        request.headers.insert("X-CSRF-Token", m_csrf);
    return request;
}

RawAnswer UnifiClassicDesk::send(const RawRequest &request)
{
    RawAnswer answer = ask(m_simulator->url(), request);
    keep(answer);
    return answer;
}

void UnifiClassicDesk::keep(const RawAnswer &answer)
{
    for (const QByteArray &line : answer.headers.value("set-cookie").split('\n')) {
        const QByteArray pair = line.first(std::max<qsizetype>(line.indexOf(';'), 0));
        const qsizetype mark = pair.indexOf('=');
        if (mark > 0)
            m_cookies[pair.first(mark)] = pair.sliced(mark + 1);
    }
    for (const char *name : {"x-csrf-token", "x-updated-csrf-token"})
        if (answer.headers.contains(name))
            m_csrf = answer.headers.value(name);
}

QJsonArray UnifiClassicDesk::rows(const QByteArray &what)
{
    return get(prefix() + "/api/s/default/" + what).json().value(u"data"_s).toArray();
}

QJsonObject UnifiClassicDesk::client(const QString &mac)
{
    for (const QJsonValue row : rows("stat/sta"))
        if (row.toObject().value(u"mac"_s) == mac)
            return row.toObject();
    return {};
}

QList<QJsonObject> UnifiClassicDesk::guestRows(const QString &mac)
{
    QList<QJsonObject> found;
    for (const QJsonValue row : rows("stat/guest"))
        if (row.toObject().value(u"mac"_s) == mac)
            found += row.toObject();
    return found;
}

QJsonObject UnifiClassicDesk::newestGuestRow(const QString &mac)
{
    const QList<QJsonObject> all = guestRows(mac);
    const auto newest = std::ranges::max_element(all, {},
        [](const QJsonObject &row) { return row.value(u"start"_s).toVariant().toLongLong(); });
    return newest == all.end() ? QJsonObject() : *newest;
}

QString messageOf(const RawAnswer &answer)
{
    return answer.json().value(u"meta"_s).toObject().value(u"msg"_s).toString();
}
