// gatehousecontestant integration|classic URL SHA256: Gatehouse's own drivers on its own channel,
// by the pinned certificate.
#include "bench/fetch/cannedrows.h"
#include "bench/fetch/contestant.h"
#include "drivers/driverfactory.h"
#include "net/namchannelfactory.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ControllerDriver> driverFor(const QStringList &arguments)
{
    const bool classic = arguments.value(1) == "classic"_L1;
    ControllerProfile profile;
    profile.id = u"controller-1"_s;
    profile.url = QUrl(arguments.value(2));
    profile.pinnedSha256 = QByteArray::fromHex(arguments.value(3).toLatin1());
    profile.generation = classic ? Generation::UnifiClassic : Generation::UnifiIntegration;
    profile.version = u"10.0.162"_s;
    const Credential credential = classic
        ? Credential{CredentialKind::LocalAccount, u"bench"_s, Secret(u"word"_s)}
        : Credential{CredentialKind::ApiKey, {}, Secret(u"key"_s)};
    NamChannelFactory channels;
    auto driver = makeControllerDriver(profile, {credential}, channels);
    if (!driver)
        qFatal("%s", qPrintable(driver.error().detail));
    return std::move(*driver);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const std::unique_ptr<ControllerDriver> driver = driverFor(QCoreApplication::arguments());
    const bool classic = QCoreApplication::arguments().value(1) == "classic"_L1;
    ClientQuery query;
    query.siteId = classic ? u"default"_s : QString::fromLatin1(canned::siteId);
    std::optional<ClientSnapshot> rows;
    Contestant contestant([&] {
        rows.reset();
        driver->lister()->listClients(query)->then(
            &contestant, [&](const Result<ClientSnapshot> &answer) {
                if (!answer)
                    qFatal("%s", qPrintable(answer.error().detail));
                rows = *answer;
                contestant.finished(rows->clients.size());
            });
    });
    return QCoreApplication::exec();
}
