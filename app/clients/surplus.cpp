#include "clients/surplus.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <tuple>

namespace {

auto age(const LoginSession &session)
{
    return std::tuple(session.since, session.mac, session.login);
}

/// The latest session of each device.
QList<LoginSession> latestOf(const QList<LoginSession> &sessions)
{
    QHash<MacAddress, LoginSession> latest;
    for (const LoginSession &session : sessions) {
        const auto known = latest.find(session.mac);
        if (known == latest.end() || age(*known) < age(session))
            latest.insert(session.mac, session);
    }
    return latest.values();
}

} // namespace

QList<SurplusSession> surplusOf(const QList<LoginSession> &sessions, int devices)
{
    QMap<QString, QList<LoginSession>> byLogin;
    for (const LoginSession &session : latestOf(sessions))
        byLogin[session.login].append(session);
    QList<SurplusSession> surplus;
    for (QList<LoginSession> &own : byLogin) {
        std::ranges::sort(own, {}, age);
        const qsizetype tooMany = own.size() - std::max(1, devices);
        for (qsizetype i = 0; i < tooMany; ++i)
            surplus.append({own[i], own.last(), own[i].since == own[tooMany].since});
    }
    return surplus;
}
