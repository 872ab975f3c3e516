#include "assembly/capabilitytable.h"

#include "clients/offers.h"
#include "phrases/phrases.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString readmePath()
{
    return qEnvironmentVariable("GATEHOUSE_SOURCE_DIR") + u"/README.md"_s;
}

QString readme()
{
    QFile file(readmePath());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// R ready, D already done, C only while connected, P needs a redirect, N not on this controller.
QChar letterOf(Offer offer)
{
    switch (offer) {
    case Offer::Ready:
        return u'R';
    case Offer::AlreadyDone:
        return u'D';
    case Offer::NotConnected:
        return u'C';
    case Offer::NeedsRedirect:
        return u'P';
    case Offer::NotOnThisController:
        return u'N';
    case Offer::UnderWay:
    case Offer::NotGuest:
    case Offer::StateUnknown:
    case Offer::ControllerAway:
        return u'?';
    }
    Q_UNREACHABLE();
}

struct RowState
{
    ClientState state;
    bool listedNow;
    bool hasRedirect;
    std::optional<bool> blocked = {};
};

/// The states of a row, in the order of the columns of the table below.
constexpr RowState rowStates[] = {
    {ClientState::Waiting, true, false, false}, // waits, and is listed
    {ClientState::Waiting, false, true}, // waits, and only its redirect tells
    {ClientState::Unknown, false, false}, // nothing but an address
    {ClientState::Authorized, true, false, false}, // let in, and there
    {ClientState::Authorized, false, false, false}, // let in, and gone
    {ClientState::Expired, true, false, false}, // was let in
    {ClientState::NotGuest, true, false, true}, // blocked
};

QString offersOf(ClientAction action, const Capabilities &capabilities)
{
    QString letters;
    for (const RowState &each : rowStates) {
        WifiClient client;
        client.state = each.state;
        client.blocked = each.blocked;
        letters += letterOf(offerFor(action, capabilities, client,
            {.listedNow = each.listedNow, .hasRedirect = each.hasRedirect}));
    }
    return letters;
}

} // namespace

/// Generation × credential × row state → offer, with what the drivers really say they can.
class TestOfferTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyGenerationOffersWhatItsProtocolHas_data()
    {
        QTest::addColumn<QString>("way");
        QTest::addColumn<QString>("authorize");
        QTest::addColumn<QString>("extend");
        QTest::addColumn<QString>("cancel");
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("unblock");
        const auto row = [](const char *way, const char *authorize, const char *extend,
                             const char *cancel, const char *block, const char *unblock) {
            QTest::newRow(way) << QString::fromLatin1(way) << QString::fromLatin1(authorize)
                               << QString::fromLatin1(extend) << QString::fromLatin1(cancel)
                               << QString::fromLatin1(block) << QString::fromLatin1(unblock);
        };
        row("eap2", "PRPDDP?", "NNNNNNN", "NNNNNNN", "NNNNNNN", "NNNNNNN");
        row("omada3", "PRPDDP?", "NNNNNNN", "NNNNNNN", "NNNNNNN", "NNNNNNN");
        // Whether an Omada 4 shows records to its operators is known only once it was asked.
        row("omada4", "PRPDDP?", "NNNNNNN", "NNNNNNN", "NNNNNNN", "NNNNNNN");
        row("omada5", "PRPDDP?", "DD?RRD?", "DDRRRD?", "NNNNNNN", "NNNNNNN");
        row("omada5 6.2.10", "PRPDDP?", "DD?RRD?", "DDRRRD?", "NNNNNNN", "NNNNNNN");
        row("omada-openapi", "RCCDDR?", "DD?RRD?", "DDRRRD?", "RRRRRRD", "D??DDDR");
        row("omada pair", "RRCDDR?", "DD?RRD?", "DDRRRD?", "RRRRRRD", "D??DDDR");
        row("unifi-integration", "RCCDDR?", "DD?RCD?", "DDCRCD?", "NNNNNNN", "NNNNNNN");
        row("unifi-classic", "RRRDDR?", "DD?RRD?", "DDRRRD?", "RRRRRRD", "D??DDDR");
        row("unifi pair", "RRRDDR?", "DD?RRD?", "DDRRRD?", "RRRRRRD", "D??DDDR");
    }
    void everyGenerationOffersWhatItsProtocolHas()
    {
        QFETCH(QString, way);
        QFETCH(QString, authorize);
        QFETCH(QString, extend);
        QFETCH(QString, cancel);
        QFETCH(QString, block);
        QFETCH(QString, unblock);
        const auto ways = waysToControllers();
        const auto found = std::ranges::find(ways, way, &WayToController::word);
        QVERIFY2(found != ways.end(), "no driver");
        const Capabilities capabilities = found->driver->capabilities();
        QCOMPARE(offersOf(ClientAction::Authorize, capabilities), authorize);
        QCOMPARE(offersOf(ClientAction::Extend, capabilities), extend);
        QCOMPARE(offersOf(ClientAction::Cancel, capabilities), cancel);
        QCOMPARE(offersOf(ClientAction::Block, capabilities), block);
        QCOMPARE(offersOf(ClientAction::Unblock, capabilities), unblock);
    }

    /// What the offers promise, the driver has a role for.
    void everyCapabilityHasItsRole()
    {
        for (const WayToController &way : waysToControllers()) {
            const Capabilities can = way.driver->capabilities();
            const auto is = [&](Capability capability) { return can.can(capability); };
            const auto same
                = [&](bool promised, bool has) { QVERIFY2(promised == has, qPrintable(way.word)); };
            using enum Capability;
            same(is(ListClients) || is(ReadAuthorization), way.driver->lister() != nullptr);
            same(is(AuthorizeListedClient) || is(AuthorizeCapturedRedirect)
                    || is(AuthorizeUnlistedMac),
                way.driver->authorizer() != nullptr);
            same(is(Extend), way.driver->extender() != nullptr);
            same(is(CancelOnline) || is(CancelOffline), way.driver->canceller() != nullptr);
            same(is(Block), way.driver->blocker() != nullptr);
            const LimitRules rules = way.driver->authorizer()->limitRules();
            same(is(LimitDuration), rules.minutes.has_value());
            same(is(LimitData), rules.dataMb.has_value());
            same(is(LimitDownload), rules.downKbps.has_value());
            same(is(LimitUpload), rules.upKbps.has_value());
        }
    }

    void aSecondCredentialUnlocksWhatItsOwnProtocolCan()
    {
        const auto ways = waysToControllers();
        const auto capabilities = [&](const QString &word) {
            const auto found = std::ranges::find(ways, word, &WayToController::word);
            return found == ways.end() ? Capabilities() : found->driver->capabilities();
        };
        for (const auto &[one, pair] : {std::pair(u"omada5"_s, u"omada pair"_s),
                 std::pair(u"omada-openapi"_s, u"omada pair"_s),
                 std::pair(u"unifi-integration"_s, u"unifi pair"_s)}) {
            const Capabilities both = capabilities(pair);
            for (const auto &[capability, credential] : capabilities(one).unlockedBy)
                QVERIFY2(both.can(capability), qPrintable(pair + u": "_s + toWord(capability)));
            QCOMPARE((capabilities(one).has & both.has), capabilities(one).has);
        }
    }

    void theReadmeTellsTheSame()
    {
        const QString text = readme();
        QVERIFY(text.contains(tableStart));
        QCOMPARE(tableIn(text), capabilityTable());
    }
};

/// With --write the table in README.md is written anew.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    if (!QCoreApplication::arguments().contains(u"--write"_s)) {
        TestOfferTable test;
        return QTest::qExec(&test, argc, argv);
    }
    const QString written = withTable(readme(), capabilityTable());
    QFile file(readmePath());
    const bool isWritten
        = !written.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(written.toUtf8()) > 0;
    return isWritten ? 0 : 1;
}
#include "tst_offertable.moc"
