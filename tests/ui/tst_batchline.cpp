#include "clients/actionrunner.h"
#include "clients/controllerlink.h"
#include "clients/fakes.h"
#include "phrases/phrases.h"
#include "ui/look/theme.h"
#include "ui/pages/batchline.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// An action on many devices, followed on one line.
class TestBatchLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<ClientDirectory>(m_clock);
        ControllerProfile profile;
        profile.id = u"c1"_s;
        m_link = std::make_unique<ControllerLink>(profile, *m_directory, m_clock);
        auto driver = std::make_unique<FakeDriver>();
        m_driver = driver.get();
        m_link->connectWith(std::move(driver)); // stays at its first question
        m_runner = std::make_unique<ActionRunner>(
            *m_directory, m_audit, m_clock, [](const ActionReport &) { return QString(); },
            [](const ActionReport &) { return QString(); },
            ReadBackPatience{{1ms}, 5s, 120s, 4, 1ms});
        m_line = std::make_unique<BatchLine>(*m_runner);
    }
    void cleanup()
    {
        m_line.reset();
        m_runner.reset();
        m_link.reset();
    }

    void stoppingEndsWhatHasNotBeenSent()
    {
        ask({1, 2, 3, 4, 5, 6, 7, 8}); // the controller never answers, so nothing is sent
        QVERIFY(m_line->isVisible());
        button(u"Stop"_s)->click();
        QCOMPARE(m_runner->underWay(), 0);
        QVERIFY(m_audit.intents.isEmpty());
        QVERIFY(!button(u"Stop"_s)->isVisible());
        QVERIFY(button(u"Select these"_s)->isVisible());
    }

    void everyResultCanBeCopied()
    {
        m_driver->reads.say(fail(Failure::Kind::NotPermitted, u"may only look"_s));
        ask({1, 2});
        QTRY_VERIFY(button(u"Copy results"_s)->isVisible());
        button(u"Copy results"_s)->click();
        const QStringList lines
            = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        for (const QString &line : lines) {
            QCOMPARE(line.count(u'\t'), 3);
            QVERIFY2(line.contains(phrases::text(Outcome::Failed)), qPrintable(line));
        }
        QVERIFY(lines.join(u' ').contains(MacAddress(1).toString()));
        QVERIFY(lines.join(u' ').contains(u"Device 2"_s));
    }

private:
    void ask(const QList<quint64> &macs)
    {
        QList<ClientKey> keys;
        QList<WifiClient> clients;
        for (const quint64 mac : macs)
            clients += clientOf(mac);
        m_directory->pollAnswered(u"c1"_s, m_directory->nextTick(), snapshotOf(clients));
        for (const WifiClient &client : clients) {
            ActionRequest request;
            request.client = client;
            QVERIFY(m_runner->run(request, *m_link));
            keys += client.key;
        }
        m_line->follow(AuditAction::Authorize, keys);
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *found : m_line->findChildren<QPushButton *>())
            if (found->text() == text)
                return found;
        return nullptr;
    }

    ManualClock m_clock;
    FakeAudit m_audit;
    std::unique_ptr<ClientDirectory> m_directory;
    std::unique_ptr<ControllerLink> m_link;
    FakeDriver *m_driver = nullptr;
    std::unique_ptr<ActionRunner> m_runner;
    std::unique_ptr<BatchLine> m_line;
};

QTEST_MAIN(TestBatchLine)
#include "tst_batchline.moc"
