#include "drivers/classicconsole.h"

#include "net/namchannelfactory.h"
#include "wire/transcript.h"

using namespace Qt::StringLiterals;

namespace {

QByteArray lineOf(const TlsLoopback::Seen &seen)
{
    return seen.head.left(seen.head.indexOf(" HTTP/1.1"));
}

WifiClient guest()
{
    WifiClient client;
    client.key = {u"controller-1"_s, u"default"_s, MacAddress(0x02005e1000a1)};
    client.state = ClientState::Waiting;
    return client;
}

} // namespace

ClassicConsole::ClassicConsole(const QString &root)
{
    const QByteArray site = "/proxy/network/api/s/default/";
    answer("GET /", {root});
    answer("POST /api/auth/login", {u"login-unifi-os"_s});
    answer("GET /proxy/network/api/self/sites", {u"sites"_s});
    answer("GET " + site + "stat/sysinfo", {u"sysinfo"_s});
    answer("GET " + site + "stat/device", {u"devices"_s});
    answer("GET " + site + "rest/user", {u"known-clients"_s});
    answer("GET " + site + "stat/sta", {u"clients"_s});
    answer("POST " + site + "stat/guest", {u"guests"_s});
    answer("GET " + site + "get/setting/guest_access", {u"guest-access-setting"_s});
    m_server.answerWith([this](const TlsLoopback::Seen &seen) { return next(lineOf(seen)); });
    ControllerProfile profile;
    profile.id = u"controller-1"_s;
    profile.generation = Generation::UnifiClassic;
    const Credential account{
        CredentialKind::LocalAccount, u"example-user"_s, Secret(u"example-password"_s)};
    HttpChannel *channel
        = NamChannelFactory().open(m_server.url(), m_certificate.sha256(), nullptr);
    m_driver = std::make_unique<UnifiClassicDriver>(profile, account, channel);
}

TlsLoopback::Answer ClassicConsole::written(const QString &name)
{
    const HttpReply reply = transcript(u"unifi-classic/"_s + name).reply;
    QByteArray headers;
    for (const HttpHeader &header : reply.headers)
        if (header.name != "Content-Length")
            headers += header.name + ": " + header.value + "\r\n";
    return TlsLoopback::status(QByteArray::number(reply.status) + " Told", reply.body, headers);
}

void ClassicConsole::answer(const QByteArray &line, const QStringList &names)
{
    QList<TlsLoopback::Answer> answers;
    for (const QString &name : names)
        answers.append(written(name));
    m_answers.insert(line, answers);
}

void ClassicConsole::answerRaw(const QByteArray &line, const QList<TlsLoopback::Answer> &answers)
{
    m_answers.insert(line, answers);
}

QList<TlsLoopback::Seen> ClassicConsole::asked(const QByteArray &line) const
{
    QList<TlsLoopback::Seen> result;
    for (const TlsLoopback::Seen &seen : m_server.seen())
        if (lineOf(seen) == line)
            result.append(seen);
    return result;
}

Result<ClientSnapshot> ClassicConsole::list(const QString &site)
{
    return answerOf(m_driver->lister()->listClients({site}));
}

Result<ActionAnswer> ClassicConsole::authorize(const Limits &limits)
{
    return answerOf(m_driver->authorizer()->authorize({guest(), limits}));
}

Result<ActionAnswer> ClassicConsole::cancel()
{
    return answerOf(m_driver->canceller()->cancel(guest()));
}

TlsLoopback::Answer ClassicConsole::next(const QByteArray &line)
{
    QList<TlsLoopback::Answer> &answers = m_answers[line];
    if (answers.isEmpty())
        return TlsLoopback::status("404 Not Found", "<html>");
    return answers.size() == 1 ? answers.first() : answers.takeFirst();
}
